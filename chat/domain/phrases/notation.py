"""The small notation in which the phrase files are written.

One pattern a line, in folded words (see `Reading.line`); an indented line continues the one above. `<name>` stands
for one of that name's alternatives; `<name>?`, one or none, and `<name>*`, any number, take the space behind them
along. The rest is a regular expression whose groups don't capture.
"""

import re
from collections.abc import Iterable, Mapping

_NAME = re.compile(r"<([a-z]\w*)>(?:([?*])( ?))?")
_CONTINUED = re.compile(r"\n +")
_GROUP = re.compile(r"\((?!\?)")


def compile_all(patterns: Iterable[str]) -> re.Pattern[str]:
    """Matches where any pattern does, at whole words."""
    # One look at the word's edge for all of them: a look for each took five times as long.
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})(?!\w)")


def expand(lines: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Each line as a regular expression. Raises KeyError for a name that the language does not define."""
    return tuple(_expanded(line, names) for line in _joined(lines).splitlines() if line)


def _joined(lines: str) -> str:
    return _CONTINUED.sub("", lines)


def _expanded(pattern: str, names: Mapping[str, str]) -> str:
    def alternatives(match: re.Match[str]) -> str:
        name, times, space = match.groups()
        inner = _expanded(_joined(names[name]), names)
        return f"(?:(?:{inner}){space}){times}" if times else f"(?:{inner})"

    return _NAME.sub(alternatives, _GROUP.sub("(?:", pattern))
