"""The words by which visitors show what they need, per language.

Patterns are matched on `Reading.line`: folded words without accents (ö → o, ß → ss), single spaces, `.` for
punctuation. Everything is tried in every language, because a visitor's language is a guess.
"""

import re
from collections.abc import Iterable

from chat.domain.phrases import ar, de, en, es, fr

LANGUAGES = (en, de, fr, es, ar)


def _compile(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})(?!\w)" for pattern in patterns))


def _all(name: str) -> tuple[str, ...]:
    return tuple(pattern for language in LANGUAGES for pattern in getattr(language, name))


ASKS_PERSON = _compile(_all("ASKS_PERSON"))
ASKS_IF_BOT = _compile(_all("ASKS_IF_BOT"))
URGENT = _compile(_all("URGENT"))
UPSET = _compile(_all("UPSET"))
IMPATIENT = _compile(_all("IMPATIENT"))
GREETINGS = frozenset(" ".join(_all("GREETINGS")).split())
THANKS = frozenset(" ".join(_all("THANKS")).split())
GOODBYES = frozenset(" ".join(_all("GOODBYES")).split())
CONTENT = frozenset(" ".join(_all("CONTENT")).split())
FILLERS = frozenset(" ".join(_all("FILLERS")).split())
