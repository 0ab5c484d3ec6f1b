"""Both doors as people use them: by role and name, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.e2e.catalogue import words
from tests.services.candid import PASSWORD, Candid
from tests.services.wait import until

#: The owner's page says that it is written in another language; the launcher follows.
WRITTEN_IN = """
if (self === top) new MutationObserver((_, observer) => {
  observer.disconnect();
  document.documentElement.lang = "LANGUAGE";
  document.documentElement.dir = "LANGUAGE" === "ar" ? "rtl" : "ltr";
}).observe(document, { childList: true });
"""


#: As a browser answers that blocks what belongs to third parties.
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
)


class VisitorDoor:
    """Vera's phone: the owner's page, the launcher, the panel."""

    def __init__(
        self,
        browser: Browser,
        candid: Candid,
        *,
        blocked_sockets: bool = False,
        blocked_storage: bool = False,
        language: str = "en",
    ) -> None:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        if blocked_sockets:
            context.route_web_socket(re.compile("/ws/"), lambda socket: socket.close())
        if language != "en":
            context.add_init_script(WRITTEN_IN.replace("LANGUAGE", language))
        self.words = words(language)
        if blocked_storage:
            context.add_init_script(NO_STORAGE)
        self._go(context.new_page(), candid)

    def _go(self, page: Page, candid: Candid) -> None:
        self.page = page
        self.page.goto(candid.site_url)

    @classmethod
    def in_tab(cls, other: VisitorDoor, candid: Candid) -> VisitorDoor:
        """Another tab of the same browser."""
        tab = cls.__new__(cls)
        tab.words = other.words
        tab._go(other.page.context.new_page(), candid)
        return tab

    @property
    def panel(self) -> FrameLocator:
        return self.page.frame_locator("iframe")

    @property
    def log(self) -> Locator:
        return self.panel.get_by_role("log")

    @property
    def banner(self) -> Locator:
        return self.panel.get_by_role("banner")

    @property
    def launcher(self) -> Locator:
        return self.page.locator("button[aria-haspopup=dialog]")

    def open(self) -> None:
        self.launcher.click()
        expect(self.panel.get_by_role("textbox")).to_be_visible()

    def write(self, text: str) -> None:
        self.panel.get_by_role("textbox").fill(text)
        self.panel.get_by_role("textbox").press("Enter")

    def press(self, name: str) -> None:
        self.panel.get_by_role("button", name=name, exact=True).click()

    def reads(self, text: str | re.Pattern[str]) -> None:
        expect(self.panel.get_by_text(text).last).to_be_visible()


class AgentDoor:
    """An agent's console, signed in."""

    def __init__(self, browser: Browser, candid: Candid, name: str) -> None:
        self.page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        self.page.goto(f"{candid.url}/console/")
        self.page.get_by_label("Email").fill(f"{name}@marlpit.example")
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", name="My desk")).to_be_visible()

    def sign_out_elsewhere(self) -> None:
        """As another tab of the same browser would."""
        here = self.page.evaluate("origin")
        tokens = {str(cookie.get("name")): str(cookie.get("value")) for cookie in self.page.context.cookies()}
        headers = {"X-CSRFToken": tokens["csrftoken"], "Origin": here}
        answer = self.page.context.request.post(f"{here}/accounts/logout/", headers=headers)
        assert answer.ok, answer.status_text

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def inbox(self) -> Locator:
        return self.page.get_by_role("region", name="Inbox")

    @property
    def newest_waiting(self) -> Locator:
        """Of those who are here."""
        rows = self.inbox.locator("#section-waiting").get_by_role("link")
        return rows.filter(has_not_text="Left the page").last

    def open_longest_waiting(self) -> None:
        self.page.get_by_role("button", name="Open who is next").click()
        expect(self.log).to_be_visible()

    def take(self, vera: VisitorDoor) -> None:
        """Vera came last: others may wait since an earlier test."""
        self.newest_waiting.click()
        self.press("Take chat")
        expect(self.page.get_by_role("textbox", name="Write to")).to_be_visible()
        expect(vera.banner).to_contain_text("A person at Marlpit Pottery")

    def look_for(self, words: str) -> None:
        self.page.get_by_role("searchbox").fill(words)
        expect(self.inbox.get_by_role("heading", name="Found")).to_be_visible()

    def find(self, words: str) -> None:
        """Open the newest chat that has them."""
        self.look_for(words)
        self.inbox.get_by_role("link").first.click()
        expect(self.log).to_be_visible()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def write(self, text: str) -> None:
        self.page.get_by_role("textbox").fill(text)
        self.page.get_by_role("textbox").press("Enter")

    def reads(self, text: str) -> None:
        expect(self.page.get_by_text(text).last).to_be_visible()


def shows_in_order(log: Locator, texts: list[str]) -> None:
    """Each text exactly once, one below the other."""

    def shown() -> bool:
        said = log.inner_text()
        places = [said.find(text) for text in texts]
        return [said.count(text) for text in texts] == [1] * len(texts) and places == sorted(places)

    until(shown, seconds=10, what=f"each once and in order: {texts}")
