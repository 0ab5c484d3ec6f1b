"""Which kind of file it is, and what is in it."""

from __future__ import annotations

from chat.domain.faq_csv import looks_like_csv, read_csv
from chat.domain.faq_json import read_json
from chat.domain.faq_text import read_text
from chat.domain.intake import Intake

READERS = {"csv": read_csv, "json": read_json, "text": read_text}
AUTO = "auto"
FORMATS = (AUTO, *READERS)


def guess(text: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("[", "{"):
        return "json"
    return "csv" if looks_like_csv(text) else "text"


def read_file(text: str, kind: str = AUTO) -> Intake:
    """``kind`` is one of FORMATS."""
    return READERS[guess(text) if kind == AUTO else kind](text)
