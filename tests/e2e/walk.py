"""A walk through every state of both doors, against a real server; whoever walks along looks at each one."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.moments import Moment, Moments, be_still
from tests.e2e.owner_walk import OwnerWalk
from tests.e2e.past import let_pass, measure_waits
from tests.services.candid import Candid

#: A lease ends after 7.5 s instead of a minute.
FAST = {"CLOCKS": "8"}


class Walk:
    """One story in chapters. Needs a freshly seeded ``candid`` that runs on FAST settings."""

    vera: VisitorDoor
    ana: AgentDoor
    ben: AgentDoor

    def __init__(self, browser: Browser, candid: Candid, *, language: str = "en") -> None:
        self.browser, self.candid, self.language = browser, candid, language

    def __iter__(self) -> Moments:
        yield from self.signing_in()
        yield from self.the_bot()
        yield from self.nobody_here()
        yield from self.in_line()
        yield from self.a_person()
        yield from self.handed_back()
        yield from self.silence()
        yield from self.lost()
        yield from self.trouble()
        yield from self.the_end()
        yield from self.no_frame()
        # The owner's pages speak English only.
        if self.language == "en":
            yield from OwnerWalk(self.browser, self.candid)

    def signing_in(self) -> Moments:
        page = self.browser.new_context().new_page()
        page.goto(f"{self.candid.url}/console/")
        yield Moment("console", "sign-in", page)
        page.context.close()
        self.ana = self.new_agent("ana")
        expect(self.ana.page.get_by_role("switch")).to_be_checked()
        yield self.desk("inbox-empty", lasts=True)
        self.ana.page.get_by_role("switch").click()
        expect(self.ana.page.get_by_role("switch")).not_to_be_checked()
        yield self.desk("away")

    def the_bot(self) -> Moments:
        self.new_visitor()
        yield self.seen("closed")
        self.vera.open()
        yield self.seen("open")
        self.vera.write("when are you open?")
        expect(self.button("yes")).to_be_visible()
        yield self.seen("answer")
        self.press("yes")
        self.reads("helped_yes")
        yield self.seen("helped")
        self.vera.write("how much is it?")
        self.reads("bot_unsure")
        yield self.seen("did-you-mean")

    def nobody_here(self) -> Moments:
        self.press("talk")
        address = self.vera.panel.get_by_label(self.vera.words["email_label"])
        address.fill("vera@lind.example")
        yield self.seen("nobody-here")
        address.fill("vera@lind..example")
        self.press("email_send")
        self.reads("email_bad")
        yield self.seen("address-refused")
        address.fill("vera@lind.example")
        self.press("email_send")
        self.reads("reference")
        yield self.seen("reference")
        self.ana.inbox.get_by_role("link").first.click()
        expect(self.ana.log).to_be_visible()
        yield self.desk("left-a-message", lasts=True)
        self.press("ask_meanwhile")
        expect(self.button("talk")).to_be_visible()
        yield self.seen("bot-meanwhile")
        self.ana.page.get_by_role("switch").click()

    def in_line(self) -> Moments:
        self.ask_for_a_person()
        yield self.seen("in-line")
        self.press("back_to_bot")
        expect(self.button("talk")).to_be_visible()
        measure_waits(self.candid)
        self.ask_for_a_person()
        yield self.seen("in-line-minutes")
        self.ana.page.goto(f"{self.candid.url}/console/")
        expect(self.ana.inbox.get_by_role("link").first).to_be_visible()
        yield self.desk("waiting", lasts=True)
        self.ana.open_longest_waiting()
        yield self.desk("not-mine", lasts=True)

    def a_person(self) -> Moments:
        self.ana.press("Take chat")
        expect(self.vera.banner).to_contain_text("Ana")
        yield self.seen("person-joined")
        self.type()
        self.reads("writing")
        yield self.seen("typing", keep=self.type)
        self.ana.write("Hello, Ana here. What happened to it?")
        self.vera.reads("What happened to it?")
        self.vera.write("The spout came off in the post.")
        self.ana.reads("The spout came off in the post.")
        self.ana.write("Then a new one leaves tomorrow. No need to send the old one back.")
        self.vera.reads("No need to send the old one back.")
        yield self.seen("person-writes")
        yield self.desk("mine", lasts=True)
        self.ana.press("Transfer")
        yield self.desk("transfer")
        self.ana.press("Transfer")
        self.ana.press("Resolve")
        expect(self.ana.page.get_by_role("dialog")).to_be_visible()
        yield self.desk("resolve")
        self.ana.page.keyboard.press("Escape")
        self.ana.page.get_by_role("switch").click()
        expect(self.ana.page.get_by_role("dialog")).to_be_visible()
        yield self.desk("leaving")
        self.ana.page.keyboard.press("Escape")

    def handed_back(self) -> Moments:
        self.ana.press("Put back")
        self.reads("waiting_title")
        yield self.seen("person-left")
        self.ana.press("Take chat")
        self.ana.press("More")
        self.ana.press("Let the bot continue")
        self.reads("bot_back_note")
        yield self.seen("bot-back")

    def silence(self) -> Moments:
        self.vera.write("and can I talk to someone about a refund?")
        self.reads("waiting_title")
        let_pass(self.candid, minutes=4)
        expect(self.ana.inbox.locator(".late").first).to_be_visible()
        yield self.seen("late")
        yield self.desk("late", lasts=True)
        self.ana.press("Take chat")
        self.ana.write("Thank you for waiting.")
        self.vera.reads("Thank you for waiting.")

    def lost(self) -> Moments:
        ben = self.new_agent("ben")
        self.ana.page.context.close()
        self.reads("lost_note")
        yield self.seen("person-lost")
        ben.open_longest_waiting()
        self.ben = self.ana = ben
        yield self.desk("lost", lasts=True)
        ben.press("Take chat")
        expect(self.vera.banner).to_contain_text("Ben")

    def trouble(self) -> Moments:
        self.vera.write("spout " * 2_000)
        expect(self.button("delete")).to_be_visible()
        yield self.seen("not-sent")
        self.press("delete")
        self.candid.kill9()
        self.reads("offline")
        self.vera.write("Is anybody there?")
        self.reads("waits")
        yield self.seen("no-connection")
        yield self.desk("disconnected")
        self.candid.start()
        wake(self.vera.page, self.ben.page)
        self.ben.reads("Is anybody there?")

    def the_end(self) -> Moments:
        self.vera.panel.get_by_role("textbox").fill("My number is")
        self.ben.press("Resolve")
        self.ben.page.get_by_role("dialog").get_by_role("button", name="Resolve").click()
        self.reads("ended_title")
        self.reads("reader_bot")
        yield self.seen("begun-for-a-person")
        self.vera.panel.get_by_role("textbox").fill("")
        yield self.seen("ended")
        self.vera.write("One more thing: do you deliver to Scotland?")
        self.reads("reopened")
        yield self.seen("write-again")
        yield from self.looking_for()
        self.ben.sign_out_elsewhere()
        expect(self.ben.page.get_by_role("button", name="Sign in")).to_be_visible()
        yield self.desk("signed-out")

    def looking_for(self) -> Moments:
        self.ben.page.goto(f"{self.candid.url}/console/")
        self.ben.look_for("teapot")
        expect(self.ben.inbox.get_by_role("link").first).to_be_visible()
        yield self.desk("found")
        self.ben.look_for("elephants on skates")
        self.ben.reads("No chat has all these words.")
        yield self.desk("found-none")
        self.ben.page.route("**/found/**", lambda route: route.abort())
        self.ben.look_for("spout")
        self.ben.reads("The search got no answer.")
        yield self.desk("found-failed")
        self.ben.page.unroute("**/found/**")
        self.ben.press("Try again")
        self.ben.inbox.get_by_role("link").last.click()
        self.ben.reads("One more thing")
        yield self.desk("found-and-read")

    def no_frame(self) -> Moments:
        self.new_visitor()
        self.vera.page.clock.install()
        self.vera.page.context.route("**/widget/frame/**", lambda route: route.abort())
        self.vera.launcher.click()
        self.vera.page.clock.fast_forward(8_500)
        expect(self.vera.page.get_by_role("alert")).to_be_visible()
        yield self.seen("no-frame")

    def new_visitor(self) -> None:
        """The one before leaves the shop."""
        if hasattr(self, "vera"):
            self.vera.page.context.close()
        self.vera = VisitorDoor(self.browser, self.candid, language=self.language)
        be_still(self.vera.page)

    def new_agent(self, name: str) -> AgentDoor:
        agent = AgentDoor(self.browser, self.candid, name)
        be_still(agent.page)
        return agent

    def ask_for_a_person(self) -> None:
        self.new_visitor()
        self.vera.open()
        self.vera.write("when are you open?")
        expect(self.button("yes")).to_be_visible()
        self.vera.write("can I talk to someone about a broken teapot?")
        self.reads("next_in_line")

    def button(self, key: str) -> Locator:
        return self.vera.panel.get_by_role("button", name=self.vera.words[key], exact=True).last

    def press(self, key: str) -> None:
        self.button(key).click()

    def reads(self, key: str) -> None:
        """Whatever stands in the place of `{name}`."""
        self.vera.reads(re.compile(".*".join(map(re.escape, re.split(r"{\w+}", self.vera.words[key])))))

    def type(self) -> None:
        self.ana.page.get_by_role("textbox").press_sequentially("He")

    def seen(self, name: str, keep: Callable[[], None] = lambda: None) -> Moment:
        return Moment("widget", name, self.vera.page, keep)

    def desk(self, name: str, *, lasts: bool = False) -> Moment:
        return Moment("console", name, self.ana.page, lasts=lasts)


def wake(*pages: Page) -> None:
    """The browser noticed that the network is back: the next try, which may be half a minute off, comes now."""
    for page in pages:
        for frame in page.frames:
            frame.evaluate("dispatchEvent(new Event('online'))")
