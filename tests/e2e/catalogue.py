"""The words on the screen, from where the screens take them."""

from __future__ import annotations

import re
from functools import cache

from tests.services.candid import ROOT

STRINGS = ROOT / "chat" / "client" / "strings"


@cache
def words(catalogue: str) -> dict[str, str]:
    """{key: words} of "en", "ar", "console.en" …"""
    text = (STRINGS / f"{catalogue}.ts").read_text()
    return dict(re.findall(r'^  (\w+):\s+"(.*)",$', text, re.MULTILINE))
