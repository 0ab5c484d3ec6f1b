"""The index of each site: fresh at once, one site never sees another's entries."""

from concurrent.futures import ThreadPoolExecutor

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
