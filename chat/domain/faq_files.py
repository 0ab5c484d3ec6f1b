"""Which kind of file it is, and what is in it."""

from __future__ import annotations

import re

from chat.domain.faq_csv import looks_like_csv, read_csv
from chat.domain.faq_json import read_json
from chat.domain.faq_text import read_text
from chat.domain.intake import Intake, problem

_ZIP = "PK\x03\x04"
_ODD, _SHARE = 8, 0.02
"""More of these than so many, and than 2 in 100, no text has: controls, and what stands for bytes without meaning."""
_NO_LETTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")

READERS = {"csv": read_csv, "json": read_json, "text": read_text}
AUTO = "auto"
FORMATS = (AUTO, *READERS)


def guess(text: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("[", "{"):
        return "json"
    return "csv" if looks_like_csv(text) else "text"


def is_text(text: str) -> bool:
    """Not a spreadsheet's own file (a ZIP), a picture, a PDF."""
    odd = len(_NO_LETTERS.findall(text))
    return not text.startswith((_ZIP, "%PDF-")) and odd <= max(_ODD, _SHARE * len(text))


def read_file(text: str, kind: str = AUTO) -> Intake:
    """``kind`` is one of FORMATS."""
    if not is_text(text):
        return Intake(problems=(problem(1, "binary"),))
    return READERS[guess(text) if kind == AUTO else kind](text)
