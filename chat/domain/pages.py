"""Page rules: on which of the website's pages a person answers at once.

A rule is a page's path, ``/checkout``, or an address without its scheme, ``shop.example/checkout``; ``*`` stands for
anything. Query and fragment don't count.
"""

import re
from collections.abc import Sequence

MOST_RULES = 50
RULE_CHARS = 200

_ADDRESS = re.compile(r"[a-z]+://(?P<host>[^/?#]*)(?P<path>[^?#]*)", re.IGNORECASE)
_RULE = re.compile(r"(?:[\w.*:-]+)?/\S*")


def check(rules: object) -> None:
    """Raises ValueError, naming the rule, unless it is a list of at most MOST_RULES paths or addresses."""
    if not isinstance(rules, list) or len(rules) > MOST_RULES:
        raise ValueError(f"a list of at most {MOST_RULES} pages, like /checkout/*")
    for rule in rules:
        if not isinstance(rule, str) or len(rule) > RULE_CHARS or not _RULE.fullmatch(rule):
            raise ValueError(f"{rule!r:.60} is not a page, like /checkout/* or shop.example/help")


def rule_for(page: str | None, rules: Sequence[str]) -> str | None:
    """The first rule that speaks of ``page``, an absolute address; None where there is none."""
    address = _ADDRESS.match(page or "")
    if not address:
        return None
    host, path = address["host"], address["path"] or "/"
    return next((rule for rule in rules if _speaks_of(rule, path if rule[0] == "/" else host + path)), None)


def _speaks_of(rule: str, page: str) -> bool:
    """A slash at the end is all one; ``/help/*`` speaks of ``/help``, too."""
    first, *pieces = rule.casefold().split("*")
    page = page.casefold().rstrip("/") + "/"
    if not pieces:
        return page == first.rstrip("/") + "/"
    return page.startswith(first) and _follow(pieces, page, len(first))


def _follow(pieces: Sequence[str], page: str, at: int) -> bool:
    """Each piece at its first place after the one before: a rule full of stars takes no longer than its page is."""
    *middle, last = pieces
    for piece in middle:
        found = page.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not last or page.endswith(last.rstrip("/") + "/", at)
