"""The index of each site: fresh at once, one site never sees another's entries."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest

from chat.bot import index
from chat.bot.index import SiteIndexes
from chat.domain.languages import Chosen
from chat.domain.matching import Entry

VERAS_SITE, CHARLIES_SITE = 1, 2


class Database:
    """What the loader reads: entries and the version that each edit raises."""

    def __init__(self) -> None:
        self.entries: dict[int, tuple[Entry, ...]] = {}
        self.versions: dict[int, int] = {}
        self.loads = 0

    def save(self, site_id: int, title: str) -> None:
        self.entries[site_id] = (Entry("1", title, (), "Yes."),)
        self.versions[site_id] = self.versions.get(site_id, 0) + 1

    def load(self, site_id: int, language: str) -> Chosen:
        self.loads += 1
        return Chosen(self.entries.get(site_id, ()), frozenset())

    def version_of(self, site_id: int) -> int:
        return self.versions.get(site_id, 0)


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def indexes(database: Database) -> SiteIndexes:
    return SiteIndexes(load=database.load, version_of=database.version_of)


def test_an_edit_is_found_by_the_next_question(database: Database, indexes: SiteIndexes) -> None:
    assert indexes.get(VERAS_SITE, "en").index.rank("parking") == ()
    database.save(VERAS_SITE, "Is there parking?")
    assert indexes.get(VERAS_SITE, "en").index.rank("parking")[0].entry_id == "1"


def test_without_an_edit_nothing_is_loaded_again(database: Database, indexes: SiteIndexes) -> None:
    assert indexes.get(VERAS_SITE, "en") is indexes.get(VERAS_SITE, "en")
    assert database.loads == 1


def test_invalidate_loads_again(database: Database, indexes: SiteIndexes) -> None:
    indexes.get(VERAS_SITE, "en")
    indexes.invalidate(VERAS_SITE)
    indexes.get(VERAS_SITE, "en")
    assert database.loads == 2


def test_charlies_site_has_its_own_entries(database: Database, indexes: SiteIndexes) -> None:
    database.save(VERAS_SITE, "Is there parking?")
    assert indexes.get(VERAS_SITE, "en").entries.keys() == {"1"}
    assert not indexes.get(CHARLIES_SITE, "en").entries


def test_an_older_edit_indexed_late_does_not_replace_a_newer_one(database: Database, indexes: SiteIndexes) -> None:
    database.save(VERAS_SITE, "old")
    stale = indexes._rebuild

    def late_load(site_id: int, language: str) -> Chosen:
        indexes._load = database.load
        database.save(site_id, "new")
        indexes.get(site_id, "en")
        return Chosen((Entry("1", "old", (), "Yes."),), frozenset())

    indexes._load = late_load
    stale(VERAS_SITE, 1, "en")
    assert indexes.get(VERAS_SITE, "en").entries["1"].title == "new"


def test_the_cache_is_bounded(database: Database, indexes: SiteIndexes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "CACHED_SITES", 2)
    for site_id in (1, 2, 3, 1):
        indexes.get(site_id, "en")
    assert database.loads == 4


def test_many_threads_agree(database: Database, indexes: SiteIndexes) -> None:
    database.save(VERAS_SITE, "Is there parking?")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: indexes.get(VERAS_SITE, "en").index.rank("parking"), range(64)))
    assert len(set(found)) == 1


def test_a_site_of_one_language_has_one_index_for_all_its_readers(database: Database, indexes: SiteIndexes) -> None:
    database.save(VERAS_SITE, "Parking")
    english, german = (indexes.get(VERAS_SITE, language) for language in ("en", "de"))
    assert english.index is german.index and database.loads == 2


class Slow:
    """Indexing takes until it is let go; ``made`` counts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go, self.made, self._index = Event(), 0, index.site_faq
        monkeypatch.setattr(index, "site_faq", self)

    def __call__(self, entries: Any) -> index.SiteFaq:
        self.go.wait(10)
        self.made += 1
        return self._index(entries)

    def ends(self) -> None:
        self.go.set()
        index._indexer.submit(int).result(10)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow(monkeypatch)
    yield slow
    slow.ends()


def test_many_threads_index_once(database: Database, indexes: SiteIndexes, slow: Slow) -> None:
    database.save(VERAS_SITE, "Is there parking?")
    with ThreadPoolExecutor(8) as pool:
        found = [pool.submit(indexes.get, VERAS_SITE, "en") for _ in range(8)]
        slow.go.set()
    assert {len(each.result().entries) for each in found} == {1} and slow.made == 1


def test_a_big_faq_keeps_nobody_waiting(
    database: Database, indexes: SiteIndexes, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "BIG", 0)
    for title in ("Is there parking?", "Do you sell mugs?"):
        database.save(VERAS_SITE, title)
        meanwhile = indexes.get(VERAS_SITE, "en")
        assert meanwhile.interim and meanwhile.entries["1"].title == title
    assert meanwhile.index.rank("parking") and not meanwhile.index.rank("mugs")
    slow.ends()
    assert indexes.get(VERAS_SITE, "en").index.rank("mugs")


def test_an_edit_is_indexed_before_anybody_asks_again(database: Database, indexes: SiteIndexes) -> None:
    indexes.get(VERAS_SITE, "en")
    for site in (VERAS_SITE, CHARLIES_SITE):
        database.save(site, "Is there parking?")
        indexes.again(site)
    loads = database.loads
    assert loads == 2 and indexes.get(VERAS_SITE, "en").entries and database.loads == loads
