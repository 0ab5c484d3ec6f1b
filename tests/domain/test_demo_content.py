"""The demo's content keeps its own word: complete, unambiguous, and every link leads to a page that is there."""

import re
from zoneinfo import ZoneInfo

import pytest

from chat.demo.content import CONTENT, FaqSeed, load_business, load_faq
from chat.demo.pages import PAGES

FAQ = load_faq()
LINK = re.compile(r"\]\(([^)]*)\)")
TEMPLATES = CONTENT.parent / "templates" / "demo"

each_entry = pytest.mark.parametrize("entry", FAQ, ids=lambda entry: entry.title)


def wordings(entry: FaqSeed) -> list[str]:
    return [text.casefold() for text in (entry.title, *entry.paraphrases)]


def anchors(path: str) -> set[str]:
    (slug,) = (page.slug for page in PAGES if page.path == path)
    return {"", *re.findall(r'id="([^"]+)"', (TEMPLATES / f"{slug}.html").read_text())}


def test_the_faq_is_large_enough_to_be_a_business() -> None:
    assert len(FAQ) >= 36


def test_no_title_stands_twice() -> None:
    titles = [entry.title.casefold() for entry in FAQ]
    assert len(set(titles)) == len(titles)


def test_no_wording_belongs_to_two_entries() -> None:
    spoken = [wording for entry in FAQ for wording in set(wordings(entry))]
    assert len(set(spoken)) == len(spoken)


def test_when_are_you_open_is_asked_in_just_these_words() -> None:
    (hours,) = (entry for entry in FAQ if "when are you open?" in wordings(entry))
    assert "07:00 to 22:00" in hours.answer


@each_entry
def test_people_ask_it_in_at_least_four_ways(entry: FaqSeed) -> None:
    assert len(set(entry.paraphrases)) >= 4


@each_entry
def test_its_links_lead_to_a_place_on_the_demo_site(entry: FaqSeed) -> None:
    for link in LINK.findall(entry.answer):
        path, _, anchor = link.partition("#")
        assert anchor in anchors(path), link


@each_entry
def test_it_does_not_ask_what_always_goes_to_a_person(entry: FaqSeed) -> None:
    phrases = [phrase for topic in load_business().sensitive_topics for phrase in topic.phrases]
    assert not [phrase for phrase in phrases for wording in wordings(entry) if phrase in wording]


def test_the_hours_are_real_and_the_same_as_on_the_pages() -> None:
    business = load_business()
    assert ZoneInfo(business.time_zone)
    assert len(business.hours) == 7
    assert {tuple(spans) for spans in business.hours.values()} == {(("07:00", "22:00"),)}


def test_one_owner_and_two_agents_work_here() -> None:
    assert sorted(person.role for person in load_business().people) == ["agent", "agent", "owner"]


def test_every_page_has_its_template() -> None:
    assert all((TEMPLATES / f"{page.slug}.html").exists() for page in PAGES)
