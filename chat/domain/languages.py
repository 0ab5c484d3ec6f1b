"""Which language versions of a site's answers a visitor gets."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from chat.domain.disclosure import TEXTS
from chat.domain.matching import Entry


class Version(msgspec.Struct, frozen=True):
    """One language's wording of the answer `key`. `language` is a BCP 47 tag."""

    entry: Entry
    key: str
    language: str


class Chosen(msgspec.Struct, frozen=True):
    """One version of each answer, known by the wordings of all; `foreign` are those that the visitor doesn't read."""

    entries: tuple[Entry, ...]
    foreign: frozenset[str]


def choose(versions: Iterable[Version], *, language: str, own: str) -> Chosen:
    """For who reads `language`, at a site whose `own` language is that one.

    Where the site speaks a language that the widget doesn't, nobody's reading is known: then its own counts as read.
    """
    answers: dict[str, list[Version]] = {}
    for version in versions:
        answers.setdefault(version.key, []).append(version)
    picked = [_best(each, language, own) for each in answers.values()]
    unread = {each.entry.id for each in picked if primary(own) in TEXTS and not _same(each.language, language)}
    entries = (_known_by_all(best, each) for best, each in zip(picked, answers.values(), strict=True))
    return Chosen(tuple(entries), frozenset(unread))


def _known_by_all(best: Version, versions: Sequence[Version]) -> Entry:
    also = (phrase for each in versions if each is not best for phrase in each.entry.phrases)
    return replace(best.entry, also=tuple(dict.fromkeys(also)))


def _best(versions: Sequence[Version], language: str, own: str) -> Version:
    """The exact tag, else the same language, else the site's own, else the first."""
    return min(
        versions,
        key=lambda each: (each.language != language, not _same(each.language, language), not _same(each.language, own)),
    )


def _same(one: str, other: str) -> bool:
    return primary(one) == primary(other)


def primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
