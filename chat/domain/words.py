"""Text to comparable words, for any script: what matching and escalation both read."""

import re
import unicodedata
from functools import lru_cache

MAX_CHARS = 2_000
"""What the bot reads of one message: its first and last half of this, so that time is bounded."""

_TAG = re.compile(r"<[^<>]{1,200}>")
_LINK = re.compile(r"https?://\S+|\S{1,64}@\S{1,200}")
_APOSTROPHE = re.compile(r"['’ʼ](?=(?:t|s|m|re|ve|ll|d)\b)")
_NUMBER = re.compile(r"\d{5,}")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}\\s]+")
_STARTS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_SUFFIXES = ("ations", "ation", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")


class _Letters(dict[int, str]):
    """A translate() table that keeps letters, digits and their marks, of every script."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = kept = char if unicodedata.category(char)[0] in "LNM" else " "
        return kept


class _Accents(dict[int, str]):
    """A translate() table that drops accents and Arabic vowel marks, but no vowel signs of other scripts."""

    def __missing__(self, code: int) -> str:
        combining = unicodedata.combining(chr(code))
        self[code] = kept = "" if combining >= 200 or 27 <= combining <= 35 else chr(code)
        return kept


_LETTERS = _Letters()
_ACCENTS = _Accents()


def clip(text: str) -> str:
    if len(text) <= MAX_CHARS:
        return text
    return text[: MAX_CHARS // 2] + " " + text[-MAX_CHARS // 2 :]


def fold(text: str) -> str:
    """Lower case without accents or compatibility forms: 'Öffnungs-ﬁle' → 'offnungs-file'."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text).casefold().translate(_ACCENTS))


def plain(text: str) -> str:
    """Folded words separated by single spaces; no markup, links, addresses, long numbers or punctuation."""
    kept = _NUMBER.sub(" ", _LINK.sub(" ", _TAG.sub(" ", clip(text))))
    return " ".join(_APOSTROPHE.sub("", fold(kept)).translate(_LETTERS).split())


def words(text: str) -> list[str]:
    return split(plain(text))


def split(plain_text: str) -> list[str]:
    """Stems of spaced scripts; overlapping pairs of characters where a script has no spaces."""
    if plain_text.isascii():
        return [stem(word) for word in plain_text.split()]
    found: list[str] = []
    for run in _RUN.findall(plain_text):
        found += _pairs(run) if _STARTS_UNSPACED.match(run) else [stem(run)]
    return found


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude English stem, harmless elsewhere because questions and entries are cut alike."""
    if len(word) <= 4 or not word.isascii():
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            cut = word[: -len(suffix)]
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] else cut
    return word
