"""Page rules: on which of the website's pages a person answers at once.

A rule is a page's path, ``/checkout``, or an address without its scheme, ``shop.example/checkout``; ``*`` stands for
anything. Query and fragment don't count.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from fnmatch import fnmatchcase

MOST_RULES = 50
RULE_CHARS = 200

_ADDRESS = re.compile(r"[a-z]+://(?P<host>[^/?#]*)(?P<path>[^?#]*)", re.IGNORECASE)
_RULE = re.compile(r"(?:[\w.*:-]+)?/\S*")
_PASTED = re.compile(r"(?:[a-z]+:)?//(?P<host>[^/]*)(?P<path>.*)", re.IGNORECASE)
_OWN_PORT = re.compile(r":(?:80|443)$")
_HOST = re.compile(r"[^/]+:\d+|(?:\d+\.){3}\d+|[\w*.-]+\.[^\W\d]{2,}")
_ESCAPED = re.compile(r"(?:%[0-9a-f]{2})+", re.IGNORECASE)
_FILE = re.compile(r".*\.(?:html?|php|aspx?|jsp|cgi)", re.IGNORECASE)


class Fault(StrEnum):
    """Why something can't be a page rule."""

    OTHER_SITE = "other_site"
    BLANK = "blank"
    HASH = "hash"
    NO_PAGE = "no_page"
    TOO_MUCH = "too_much"


class BadPage(ValueError):
    """``rule`` is as it was written."""

    def __init__(self, why: Fault, rule: str = "") -> None:
        super().__init__(f"{rule!r:.60} is not a page, like /checkout/* or shop.example/help: {why}")
        self.why = why
        self.rule = rule


def corrected(rules: object, origins: Sequence[str]) -> list[str]:
    """What owners write and paste, as rules that can speak of a page of theirs; each once. Raises BadPage."""
    hosts = [origin.split("://")[-1] for origin in origins]
    if not isinstance(rules, list) or len(rules) > MOST_RULES:
        raise BadPage(Fault.TOO_MUCH)
    return list(dict.fromkeys(_corrected(rule, hosts) for rule in rules))


def _corrected(written: object, hosts: Sequence[str]) -> str:
    if not isinstance(written, str):
        raise BadPage(Fault.NO_PAGE)
    rule, _, tail = re.sub(r"\?[^#]*", "", written.strip()).partition("#")
    found = _path_of(rule, hosts)
    if fault := _fault_in(found, tail):
        raise BadPage(fault, written)
    return found or ""


def _path_of(rule: str, hosts: Sequence[str]) -> str | None:
    """The rule with what is plainly missing, and without what is plainly too much; None where it is another site's."""
    if pasted := _PASTED.fullmatch(rule):
        host, path = _OWN_PORT.sub("", pasted["host"]), pasted["path"] or "/"
        if not _is_own(host, hosts):
            return None
        return path if host.casefold() in hosts else host + path
    first, slash, _ = rule.partition("/")
    if not first:
        return rule
    if _HOST.fullmatch(first) and not _FILE.fullmatch(first):
        if not _is_own(first, hosts):
            return None
        return rule if slash else f"{rule}/"
    return rule if "*" in first and slash else f"/{rule}"


def _is_own(host: str, hosts: Sequence[str]) -> bool:
    """A site that names no origins may be anywhere."""
    return not hosts or any(fnmatchcase(own, host.casefold()) for own in hosts)


def _fault_in(rule: str | None, tail: str) -> Fault | None:
    if rule is None:
        return Fault.OTHER_SITE
    if len(rule) > RULE_CHARS:
        return Fault.TOO_MUCH
    if re.search(r"\s", rule):
        return Fault.BLANK
    # Behind it some websites keep pages of their own, and what is there doesn't count.
    if tail.startswith(("/", "!")):
        return Fault.HASH
    return None if _RULE.fullmatch(rule) else Fault.NO_PAGE


def check(rules: object) -> None:
    """Raises BadPage, a ValueError, unless it is a list of at most MOST_RULES paths or addresses."""
    if not isinstance(rules, list) or len(rules) > MOST_RULES:
        raise BadPage(Fault.TOO_MUCH)
    for rule in rules:
        if not isinstance(rule, str) or len(rule) > RULE_CHARS or not _RULE.fullmatch(rule):
            raise BadPage(Fault.NO_PAGE, str(rule))


def rule_for(page: str | None, rules: Sequence[str]) -> str | None:
    """The first rule that speaks of ``page``, an absolute address; None where there is none."""
    address = _ADDRESS.match(page or "")
    if not address:
        return None
    host, path = address["host"], _spelled(address["path"]) or "/"
    return next((rule for rule in rules if _speaks_of(rule, path if rule[0] == "/" else host + path)), None)


def _spelled(address: str) -> str:
    """With the letters that browsers escape: '/caf%C3%A9' → '/café'."""
    return _ESCAPED.sub(lambda run: bytes.fromhex(run[0].replace("%", "")).decode(errors="replace"), address)


def _speaks_of(rule: str, page: str) -> bool:
    """A slash at the end is all one; ``/help/*`` speaks of ``/help``, too."""
    first, *pieces = [_spelled(piece) for piece in rule.casefold().split("*")]
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
