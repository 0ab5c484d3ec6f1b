"""F11: the tab sleeps, or the page rests in the back/forward cache, while the chat goes on."""

from __future__ import annotations

import time
import uuid

import httpx
from playwright.sync_api import Browser

from tests.e2e.doors import AgentDoor, VisitorDoor, shows_in_order
from tests.fault.browsers.conftest import Line
from tests.fault.conftest import Measure
from tests.services.wait import until
from tests.sockets import stored

HELLO, NEWS = "Hello, Ana here.", "Your mug is in the kiln."


def talking(browser: Browser, line: Line) -> tuple[VisitorDoor, AgentDoor]:
    vera, ana = VisitorDoor(browser, line.server), AgentDoor(browser, line.server, "ana")
    vera.open()
    vera.press("Talk to a person")
    ana.open_longest_waiting()
    ana.press("Take chat")
    ana.write(HELLO)
    vera.reads(HELLO)
    return vera, ana


def replies_past_the_line(ana: AgentDoor, line: Line, text: str) -> None:
    """Her browser's line is dead, too; the same session says it to the server itself."""
    cookies = {str(cookie.get("name")): str(cookie.get("value")) for cookie in ana.page.context.cookies()}
    with httpx.Client(base_url=f"http://127.0.0.1:{line.server.own_port}", cookies=cookies) as api:
        [inbox] = api.get("/api/v1/conversations/").json()["frames"]
        [chat] = [row["conversation"] for row in inbox["rows"] if row["status"] == "human"]
        frame = {"type": "send", "cmid": str(uuid.uuid4()), "conversation": chat, "text": text}
        headers = {"X-CSRFToken": cookies["csrftoken"]}
        answer = api.post(f"/api/v1/conversations/{chat}/commands/", json=frame, headers=headers)
    assert answer.json()["frames"][0]["type"] == "ack", answer.text


def has_read_all(line: Line) -> bool:
    """Playwright sees no frame that comes out of the cache; the server hears what such a frame has shown."""
    read = stored.rows(line.server, "SELECT visitor_read >= top_seq FROM chat_conversation WHERE status = 'human'")
    return read == [(1,)]


def lifecycle(door: VisitorDoor, state: str) -> None:
    door.page.context.new_cdp_session(door.page).send("Page.setWebLifecycleState", {"state": state})


def test_f11_a_sleeping_tab_is_up_to_date_when_it_wakes(browser: Browser, line: Line, measure: Measure) -> None:
    vera, ana = talking(browser, line)
    lifecycle(vera, "frozen")
    line.goes_dead()
    replies_past_the_line(ana, line, NEWS)
    line.comes_back()
    lifecycle(vera, "active")
    woke = time.monotonic()
    vera.reads(NEWS)
    took = time.monotonic() - woke
    shows_in_order(vera.log, [HELLO, NEWS])
    assert took <= 3
    measure("a frozen tab shows what it missed, after waking", took, "s", aim="≤ 3 s")


def test_f11_a_page_out_of_the_back_forward_cache_is_up_to_date(browser: Browser, line: Line, measure: Measure) -> None:
    vera, ana = talking(browser, line)
    vera.page.goto("about:blank")
    replies_past_the_line(ana, line, NEWS)
    vera.page.go_back(wait_until="commit")  # A page that rested is not loaded again.
    back = time.monotonic()
    until(lambda: has_read_all(line), seconds=15, what="all is shown and read")
    took = time.monotonic() - back
    assert took <= 3
    measure("a page shows what it missed, after “back”", took, "s", aim="≤ 3 s")
