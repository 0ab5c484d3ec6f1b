"""A walk through every state of the owner's two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Route, expect

from tests.e2e.doors import AgentDoor
from tests.e2e.moments import Moment, Moments, be_still
from tests.e2e.owner import OwnerDoor
from tests.services.candid import Candid

#: Line 6 says again what line 1 said, line 8 comes near it, line 10 has no answer.
TO_IMPORT = """\
Q: Do you have zebras at the pottery?
A: Never.
Q: Where do zebras live?
Q: zebra home
A: In the savannah.
Q: Do you have zebras at the pottery?
A: Never, really.
Q: Do you have a zebra at the pottery?
A: No.
Q: Why is it so?
"""
MANY = "\n".join(f"Q: What does glaze number {n} look like?\nA: Like number {n}." for n in range(120))
NOTHING: dict[str, object] = {"count": 0, "next": None, "results": []}
LIST, ENTRY, CHECK, BOT = "**/api/v1/faq/?*", "**/api/v1/faq/*-*/?*", "**/check/?*", "**/api/v1/bot/*"


class OwnerWalk:
    """Olga's afternoon. The last two moments are an agent's, who has no right to be here."""

    def __init__(self, browser: Browser, candid: Candid) -> None:
        self.browser, self.candid = browser, candid

    def __iter__(self) -> Moments:
        self.olga = OwnerDoor(self.browser, self.candid)
        be_still(self.olga.page)
        yield self.seen("knowledge")
        yield from self.the_list()
        yield from self.the_editor()
        yield from self.deleting()
        yield from self.trying()
        yield from self.two_at_once()
        yield from self.importing()
        yield from self.the_bot()
        yield from self.without_rights()

    def the_list(self) -> Moments:
        with self.answering(LIST, hold):
            self.olga.page.reload()
            self.olga.reads("Loading…")
            yield self.seen("knowledge-loading")
        with self.answering(LIST, lambda route: route.fulfill(json=NOTHING)):
            self.olga.page.reload()
            self.olga.reads("The bot knows nothing yet.")
            yield self.seen("knowledge-empty")
        with self.answering(LIST, lambda route: route.abort()):
            self.olga.page.reload()
            self.olga.reads("The entries didn’t load.")
            yield self.seen("knowledge-failed")
        self.olga.page.reload()
        self.olga.list.get_by_role("searchbox").fill("elephants on skates")
        self.olga.reads("No entry has all these words.")
        yield self.seen("knowledge-none-found")
        self.olga.list.get_by_role("searchbox").fill("")
        expect(self.olga.row("Are you hiring?")).to_be_visible()

    def the_editor(self) -> Moments:
        self.olga.row("Are you hiring?").click()
        expect(self.olga.field("Answer")).to_be_visible()
        yield self.seen("entry")
        self.olga.writes("", "Hello {{nmae|there}}.")
        self.olga.press("Save")
        self.olga.reads("A question of at most 200 characters is needed.")
        yield self.seen("entry-refused")
        self.olga.writes("What does a unicorn look like?", "Like this:\n\n- **white**\n- [rare](https://u.example)")
        self.olga.press("Add a picture")
        yield self.seen("picture")
        self.olga.press("Cancel")
        self.olga.adds_a_picture("A red unicorn")
        yield self.seen("entry-new")
        with self.answering(LIST, lambda route: route.abort()):
            self.olga.press("Save")
            self.olga.reads("It isn’t saved: the server didn’t answer.")
            yield self.seen("entry-unsaved")
        self.olga.saves()
        yield self.seen("entry-saved")

    def deleting(self) -> Moments:
        self.olga.press("Delete")
        yield self.seen("entry-delete")
        self.olga.dialog.get_by_role("button", name="Delete").click()
        self.olga.reads("is deleted. The bot doesn’t say it any more.")
        yield self.seen("entry-deleted")

    def trying(self) -> Moments:
        self.olga.row("Are you hiring?").click()
        for name, question, verdict in (
            ("answer", "are you hiring", "Bot would answer"),
            ("clarify", "how much is it?", "Bot would ask which is meant"),
            ("person", "I want to talk to a person", "Bot would ask a person"),
            ("nothing", "do you sell elephants", "Bot has no answer"),
            ("manners", "hello", "Bot would say"),
        ):
            self.olga.tries(question)
            self.olga.reads(verdict)
            yield self.seen(f"try-{name}", keep=self.look_at_trial)
        self.olga.field("Other ways people ask").fill("when are you open?\nwhat does it cost?")
        expect(self.olga.page.get_by_role("heading", name="What else would change")).to_be_visible()
        yield self.seen("effects", keep=self.look_at_trial)

    def two_at_once(self) -> Moments:
        other = OwnerDoor(self.browser, self.candid)
        other.row("Are you hiring?").click()
        other.field("Answer").fill("Not this year. Ask again in spring.")
        other.saves()
        other.page.context.close()
        self.olga.press("Save")
        self.olga.reads("You saved this entry elsewhere")
        yield self.seen("conflict")
        self.olga.press("Take what you saved there")
        self.olga.press("History")
        expect(self.olga.dialog.get_by_text("Not this year.")).to_be_visible()
        yield self.seen("history")
        self.olga.press("Close")

    def importing(self) -> Moments:
        self.olga.begins_to_import(TO_IMPORT)
        yield self.seen("import")
        with self.answering(CHECK, hold):
            self.olga.press("Look at it first")
            self.olga.reads("Looking for mistakes and duplicates")
            yield self.seen("import-looking")
            self.olga.press("Stop")
        with self.answering(CHECK, lambda route: route.abort()):
            self.olga.field("Or paste it here").fill(TO_IMPORT)
            self.olga.press("Look at it first")
            self.olga.reads("Nothing was changed. Try again.")
            yield self.seen("import-failed")
        self.olga.field("Or paste it here").fill(TO_IMPORT)
        self.olga.press("Look at it first")
        self.olga.reads("What can’t be imported")
        yield self.seen("import-looked-at")
        self.olga.press("Choose another")
        self.olga.field("Or paste it here").fill(MANY)
        self.olga.press("Look at it first")
        self.olga.press("Import 120")
        self.olga.reads("120 new, 0 changed.")
        yield self.seen("import-done")
        self.olga.press("Close")
        self.olga.go_to("Knowledge")
        expect(self.olga.list.get_by_role("button", name="Show more")).to_be_visible()
        yield self.seen("knowledge-long")

    def the_bot(self) -> Moments:
        with self.answering(BOT, hold):
            self.olga.go_to("Bot")
            self.olga.reads("Loading…")
            yield self.seen("bot-loading")
        with self.answering(BOT, lambda route: route.abort()):
            self.olga.page.reload()
            self.olga.reads("The settings didn’t load.")
            yield self.seen("bot-failed")
        self.olga.press("Try again")
        expect(self.olga.page.get_by_label("When it isn’t sure")).to_be_visible()
        yield self.seen("bot-page")
        self.olga.sets("outage")
        yield self.seen("bot-saved")
        self.olga.field("Pages for people").fill("not a page")
        self.olga.page.get_by_role("button", name="Save").last.click()
        self.olga.reads("“not a page” has a blank.")
        yield self.seen("bot-refused")

    def without_rights(self) -> Moments:
        ana = AgentDoor(self.browser, self.candid, "ana")
        be_still(ana.page)
        for page in ("knowledge", "bot"):
            ana.page.goto(f"{self.candid.url}/console/#/{page}")
            ana.reads("Owners and leads")
            yield Moment("console", f"{page}-forbidden", ana.page)

    @contextmanager
    def answering(self, address: str, answer: Callable[[Route], object]) -> Iterator[None]:
        self.olga.page.route(address, answer)
        yield
        self.olga.page.unroute(address)

    def look_at_trial(self) -> None:
        """On a phone it comes last."""
        self.olga.field("A visitor’s question").scroll_into_view_if_needed()

    def seen(self, name: str, keep: Callable[[], None] = lambda: None) -> Moment:
        return Moment("console", name, self.olga.page, keep)


def hold(route: Route) -> None:
    """The server takes its time."""
