"""The owner's knowledge: written, tried, imported, brought back; what is saved answers the next question."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.owner import OwnerDoor
from tests.services.candid import Candid

TITLE = "Do you sell elephants?"
PASTED = "Q: Do you have zebras?\nA: Never.\nQ: Where do zebras live?\nQ: zebra home\nA: In the savannah.\nQ: Why?\n"


@pytest.fixture
def olga(browser: Browser, hasty: Candid) -> Iterator[OwnerDoor]:
    olga = OwnerDoor(browser, hasty)
    yield olga
    olga.page.context.close()


def test_what_is_saved_answers_the_next_question(olga: OwnerDoor, browser: Browser, hasty: Candid) -> None:
    olga.writes(TITLE, "No, only **pots**.")
    olga.tries("do you sell elephants")
    expect(olga.page.get_by_text("Bot would answer").last).to_be_visible()
    olga.saves()
    vera = VisitorDoor(browser, hasty)
    vera.open()
    vera.write("do you sell elephants")
    vera.reads("No, only pots.")


def test_who_takes_anothers_question_is_warned_before_saving(olga: OwnerDoor) -> None:
    olga.writes("When is the shop open?", "Always.")
    olga.field("Other ways people ask").fill("when are you open?")
    effects = olga.page.get_by_role("heading", name="What else would change")
    expect(effects).to_be_visible()
    olga.reads("before you save")


def test_a_placeholder_that_nothing_fills_is_not_saved(olga: OwnerDoor) -> None:
    olga.writes("Are there unicorns?", "Dear {{nmae}}, no.")
    olga.reads("Nothing fills in {{nmae}}.")
    olga.press("Save")
    expect(olga.field("Answer")).to_be_focused()
    olga.field("Answer").fill("Dear {{name|friend}}, no.")
    olga.saves()


def test_a_look_at_the_chats_loses_nothing(olga: OwnerDoor) -> None:
    olga.row("Are you hiring?").click()
    olga.field("Answer").fill("Begun, and not saved")
    olga.page.get_by_role("button", name="Waiting").click()
    expect(olga.page.get_by_role("heading", name="My desk")).to_be_visible()
    olga.page.go_back()
    expect(olga.field("Answer")).to_have_value("Begun, and not saved")


def test_two_owners_lose_nothing(olga: OwnerDoor, browser: Browser, hasty: Candid) -> None:
    other = OwnerDoor(browser, hasty)
    for door in (olga, other):
        door.row("Are you hiring?").click()
        door.field("Answer").fill(f"Answer {id(door)}")
    other.saves()
    olga.press("Save")
    olga.reads("You saved this entry elsewhere while you were writing here")
    olga.press("Save mine instead")
    olga.reads("Saved. The bot says it from the next question on.")
    olga.press("History")
    expect(olga.page.get_by_role("dialog").get_by_text(f"Answer {id(other)}")).to_be_visible()


def test_a_deletion_is_undone(olga: OwnerDoor) -> None:
    olga.row("Can I bring my dog?").click()
    olga.press("Delete")
    olga.dialog.get_by_role("button", name="Delete").click()
    expect(olga.page.get_by_role("button", name="Bring it back")).to_be_focused()
    olga.press("Bring it back")
    expect(olga.field("Question")).to_have_value("Can I bring my dog?")
    expect(olga.row("Can I bring my dog?")).to_be_visible()


def test_pasted_text_is_looked_at_and_imported(olga: OwnerDoor) -> None:
    olga.begins_to_import(PASTED)
    olga.press("Look at it first")
    dialog = olga.page.get_by_role("dialog", name="Import")
    expect(dialog).to_contain_text("Line 6 has no answer: Why?")
    dialog.get_by_role("button", name="Import 2").click()
    expect(dialog).to_contain_text("2 new, 0 changed.")
    dialog.get_by_role("button", name="Close").click()
    expect(olga.row("Where do zebras live?")).to_be_visible()


def test_an_import_is_read_entry_by_entry_and_undone(olga: OwnerDoor) -> None:
    olga.begins_to_import(
        "title,answer\nAre you hiring?,Not now.\nCan I bring my dog?,No.\nWhere do gnus live?,Here.\n"
    )
    olga.press("Look at it first")
    olga.dialog.get_by_role("checkbox", name="Can I bring my dog?").uncheck()
    olga.dialog.locator("summary").first.click()
    expect(olga.dialog.locator("details").first).to_contain_text("Answer after the importNot now.")
    olga.press("Import 2")
    olga.reads("1 new, 1 changed.")
    olga.press("Undo this import")
    olga.reads("Undone: 1 taken out again, 1 as they were before.")
    olga.press("Close")
    expect(olga.row("Gnus?")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("faq.xlsx", b"PK\x03\x04\x14\x00\x06", "Save as… CSV"),
        ("faq.json", b'[{"title": "A?", "answer": "Yes."},]', "it goes wrong on line 1"),
        ("faq.csv", b"A?,Yes.\n", "The first line has to name the columns"),
    ],
)
def test_a_wrong_file_is_told_what_to_do_with(olga: OwnerDoor, name: str, content: bytes, told: str) -> None:
    olga.begins_to_import("")
    olga.field("File").set_input_files(FilePayload(name=name, mimeType="text/plain", buffer=content))
    olga.press("Look at it first")
    expect(olga.dialog.get_by_role("alert")).to_contain_text(told)
    expect(olga.dialog.get_by_role("button", name="Import")).to_have_count(0)


def test_a_picture_is_shown_to_the_visitor(olga: OwnerDoor, browser: Browser, hasty: Candid) -> None:
    olga.writes("What does a unicorn look like?", "Like this:\n\nIt is rare.")
    olga.field("Answer").press("Control+Home")
    olga.field("Answer").press("End")
    olga.adds_a_picture("A red unicorn")
    expect(olga.field("Answer")).to_be_focused()
    expect(olga.field("Answer")).to_have_value(re.compile(r"^Like this:\n\n!\[A red unicorn\]\(.*\)\n\nIt is rare\.$"))
    olga.saves()
    vera = VisitorDoor(browser, hasty)
    vera.open()
    vera.write("what does a unicorn look like?")
    picture = vera.panel.get_by_role("img", name="A red unicorn")
    expect(picture).to_have_js_property("naturalWidth", 40)


def test_agents_have_no_such_page(browser: Browser, hasty: Candid) -> None:
    ana = AgentDoor(browser, hasty, "ana")
    expect(ana.page.get_by_role("link", name="Knowledge")).to_have_count(0)
