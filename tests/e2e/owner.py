"""The owner's two pages, as Olga uses them."""

from __future__ import annotations

import io

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Locator, expect

from tests.e2e.doors import AgentDoor
from tests.services.candid import Candid


class OwnerDoor(AgentDoor):
    """Olga's knowledge page, and her page about the bot."""

    def __init__(self, browser: Browser, candid: Candid, name: str = "olga") -> None:
        super().__init__(browser, candid, name)
        self.go_to("Knowledge")
        expect(self.row("Are you hiring?")).to_be_visible()

    def go_to(self, page: str) -> None:
        self.page.get_by_role("link", name=page, exact=True).click()

    @property
    def list(self) -> Locator:
        return self.page.get_by_role("region", name="Knowledge")

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def row(self, title: str) -> Locator:
        return self.list.get_by_role("link", name=title)

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True)

    def writes(self, title: str, answer: str) -> None:
        self.list.get_by_role("button", name="New entry").click()
        expect(self.field("Question")).to_be_focused()
        self.field("Question").fill(title)
        self.field("Answer").fill(answer)

    def saves(self) -> None:
        self.press("Save")
        self.reads("Saved. The bot says it from the next question on.")

    def tries(self, question: str) -> None:
        self.field("A visitor’s question").fill(question)

    def begins_to_import(self, text: str) -> None:
        self.press("Files")
        self.press("Import a file or text")
        self.field("Or paste it here").fill(text)

    def adds_a_picture(self, alt: str) -> None:
        self.press("Add a picture")
        self.page.get_by_label("Picture: PNG").set_input_files(picture())
        self.field("What it shows, in words").fill(alt)
        self.press("Add it")
        expect(self.dialog).to_have_count(0)

    def adds_topic(self, topic: str) -> None:
        """To those for people; whether it is stored, the page says."""
        topics = self.field("Topics for people")
        topics.fill(f"{topics.input_value()}\n{topic}")
        self.page.get_by_role("button", name="Save", exact=True).first.click()

    def sets(self, button: str) -> None:
        """A change on the page about the bot."""
        self.press(button)
        self.reads("Saved. It holds from the next message on.")


def picture() -> FilePayload:
    """A red one, 40 by 20 pixels."""
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "PNG")
    return FilePayload(name="pot.png", mimeType="image/png", buffer=out.getvalue())
