"""Each site's FAQ, indexed in this process and rebuilt the moment an entry was saved in any process."""

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from chat.bot.hybrid import HybridIndex
from chat.bot.profiles import build
from chat.domain.languages import Chosen
from chat.domain.matching import Entry

CACHED_SITES = 500


class SiteFaq(msgspec.Struct, frozen=True):
    """``foreign`` are the entries that this FAQ's readers have in another language only."""

    index: HybridIndex
    entries: Mapping[str, Entry]
    foreign: frozenset[str] = frozenset()


def site_faq(entries: Iterable[Entry], *, using: str | None = None) -> SiteFaq:
    """What the bot goes by, from these published entries; `using` a named profile instead of the setting's."""
    kept = tuple(entries)
    return SiteFaq(build(kept, using=using), MappingProxyType({entry.id: entry for entry in kept}))


class _Cached(msgspec.Struct, frozen=True):
    """One site's FAQ, by language."""

    version: int
    faqs: dict[str, SiteFaq]

    def indexing(self, entries: tuple[Entry, ...]) -> HybridIndex | None:
        """Most sites speak one language: its index serves all readers."""
        same = (faq.index for faq in self.faqs.values() if tuple(faq.entries.values()) == entries)
        return next(same, None)


class SiteIndexes:
    """Thread-safe. `version_of` is asked on every `get`, so no process needs to be told of an edit.

    The version must be raised in the transaction that changes an entry: it is read before the entries,
    so an edit in between is at worst indexed twice, never missed.
    """

    def __init__(self, *, load: Callable[[int, str], Chosen], version_of: Callable[[int], int]) -> None:
        self._load = load
        self._version_of = version_of
        self._cached: dict[int, _Cached] = {}
        self._lock = Lock()

    def get(self, site_id: int, language: str) -> SiteFaq:
        """The site's published entries, as of now, for who reads ``language``."""
        return self.at(site_id, self._version_of(site_id), language)

    def at(self, site_id: int, version: int, language: str) -> SiteFaq:
        """The same for who has just asked for the version."""
        cached = self._cached.get(site_id)
        if cached is not None and cached.version == version:
            faq = cached.faqs.get(language)
            if faq is not None and not faq.index.outgrown():
                return faq
        return self._rebuild(site_id, version, language)

    def invalidate(self, site_id: int) -> None:
        with self._lock:
            self._cached.pop(site_id, None)

    def _rebuild(self, site_id: int, version: int, language: str) -> SiteFaq:
        faq = self._made(self._load(site_id, language), self._cached.get(site_id), version)
        with self._lock:
            cached = self._cached.get(site_id)
            # Another thread may have indexed a later edit meanwhile; the older one must not replace it.
            if cached is None or cached.version <= version:
                self._make_room(site_id)
                others = cached.faqs if cached and cached.version == version else {}
                self._cached[site_id] = _Cached(version, {**others, language: faq})
        return faq

    def _made(self, chosen: Chosen, cached: _Cached | None, version: int) -> SiteFaq:
        index = cached.indexing(chosen.entries) if cached and cached.version == version else None
        if index is None or index.outgrown():
            return replace(site_faq(chosen.entries), foreign=chosen.foreign)
        return SiteFaq(index, MappingProxyType({entry.id: entry for entry in chosen.entries}), chosen.foreign)

    def _make_room(self, site_id: int) -> None:
        if site_id not in self._cached and len(self._cached) >= CACHED_SITES:
            del self._cached[next(iter(self._cached))]
