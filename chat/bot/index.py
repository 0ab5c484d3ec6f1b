"""Each site's FAQ, indexed in this process and rebuilt the moment an entry was saved in any process."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock, RLock
from types import MappingProxyType

import msgspec
import structlog
from msgspec.structs import replace

from chat.bot.hybrid import HybridIndex
from chat.bot.profiles import build
from chat.domain.languages import Chosen
from chat.domain.matching import Entry

log = structlog.get_logger()

CACHED_SITES = 500
BIG = 2_000
"""Entries and paraphrases: to index more takes so long that nobody waits for it."""

_indexer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bot-indexes")


class SiteFaq(msgspec.Struct, frozen=True):
    """``foreign`` are the entries that this FAQ's readers have in another language only.

    In the ``interim`` a big FAQ is ranked by its last index, or by its titles alone, while its own is made: what is
    said, and what is no longer said, is right at once; new wordings count some seconds later.
    """

    index: HybridIndex
    entries: Mapping[str, Entry]
    foreign: frozenset[str] = frozenset()
    interim: bool = False


def site_faq(entries: Iterable[Entry], *, using: str | None = None) -> SiteFaq:
    """What the bot goes by, from these published entries; `using` a named profile instead of the setting's."""
    kept = tuple(entries)
    return SiteFaq(build(kept, using=using), _by_id(kept))


def _by_id(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    return MappingProxyType({entry.id: entry for entry in entries})


def _is_big(chosen: Chosen) -> bool:
    return sum(len(entry.phrases) for entry in chosen.entries) > BIG


def _tell_failure(ended: Future[None]) -> None:
    if error := ended.exception():
        log.error("bot.not_indexed", error=type(error).__name__)


def _interim(chosen: Chosen, last: SiteFaq | None) -> SiteFaq:
    titles = (replace(entry, paraphrases=(), also=(), answer="") for entry in chosen.entries)
    index = last.index if last else HybridIndex(titles)
    return SiteFaq(index, _by_id(chosen.entries), chosen.foreign, interim=True)


class _Cached(msgspec.Struct, frozen=True):
    """One site's FAQ, by language."""

    version: int
    faqs: dict[str, SiteFaq]

    def indexing(self, entries: tuple[Entry, ...]) -> HybridIndex | None:
        """Most sites speak one language: its index serves all readers."""
        made = (faq for faq in self.faqs.values() if not faq.interim and not faq.index.outgrown())
        return next((faq.index for faq in made if tuple(faq.entries.values()) == entries), None)


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
        #: One thread at a time indexes a site: who comes second finds it done.
        self._indexing: defaultdict[int, RLock] = defaultdict(RLock)

    def get(self, site_id: int, language: str) -> SiteFaq:
        """The site's published entries, as of now, for who reads ``language``."""
        return self.at(site_id, self._version_of(site_id), language)

    def at(self, site_id: int, version: int, language: str) -> SiteFaq:
        """The same for who has just asked for the version."""
        faq = self._fresh(site_id, version, language)
        if faq is None:
            with self._indexing[site_id]:
                faq = self._fresh(site_id, version, language) or self._rebuild(site_id, version, language)
        return faq

    def again(self, site_id: int) -> None:
        """An entry was edited: index anew now what would be with the next question."""
        if cached := self._cached.get(site_id):
            version = self._version_of(site_id)
            for language in tuple(cached.faqs):
                self.at(site_id, version, language)

    def invalidate(self, site_id: int) -> None:
        with self._lock:
            self._cached.pop(site_id, None)

    def _fresh(self, site_id: int, version: int, language: str) -> SiteFaq | None:
        cached = self._cached.get(site_id)
        faq = cached.faqs.get(language) if cached and cached.version == version else None
        return None if faq is None or (faq.index.outgrown() and not faq.interim) else faq

    def _rebuild(self, site_id: int, version: int, language: str) -> SiteFaq:
        chosen, cached = self._load(site_id, language), self._cached.get(site_id)
        if _is_big(chosen) and not (cached and cached.version == version and cached.indexing(chosen.entries)):
            faq = _interim(chosen, cached.faqs.get(language) if cached else None)
            self._keep(site_id, version, language, faq)
            _indexer.submit(self._finish, site_id, version, language, chosen, faq).add_done_callback(_tell_failure)
            return faq
        return self._keep(site_id, version, language, self._made(chosen, cached, version))

    def _finish(self, site_id: int, version: int, language: str, chosen: Chosen, meanwhile: SiteFaq) -> None:
        cached = self._cached.get(site_id)
        # Edited again, or the site's place was needed: nobody asks for this one any more.
        if cached and cached.faqs.get(language) is meanwhile:
            self._keep(site_id, version, language, self._made(chosen, cached, version))

    def _keep(self, site_id: int, version: int, language: str, faq: SiteFaq) -> SiteFaq:
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
        if index is None:
            return replace(site_faq(chosen.entries), foreign=chosen.foreign)
        return SiteFaq(index, _by_id(chosen.entries), chosen.foreign)

    def _make_room(self, site_id: int) -> None:
        if site_id not in self._cached and len(self._cached) >= CACHED_SITES:
            del self._cached[next(iter(self._cached))]
