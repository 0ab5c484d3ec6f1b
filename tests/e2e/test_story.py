"""The first true conversation: from the snippet over the bot to a person, through a crash, a reload and a race."""

from __future__ import annotations

import json
import re
import sqlite3

from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor, shows_in_order
from tests.services.candid import Candid


def people_said(candid: Candid) -> list[str]:
    """What visitor and agents said, as stored, in order of seq. Fails on a gap."""
    with sqlite3.connect(candid.data / "candid.sqlite3") as database:
        rows = database.execute("SELECT seq, kind, body FROM chat_event ORDER BY conversation_id, seq").fetchall()
    assert [seq for seq, _, _ in rows] == list(range(1, len(rows) + 1))
    messages = [json.loads(body) for _, kind, body in rows if kind == "message"]
    return [message["text"] for message in messages if message["author_kind"] in ("visitor", "agent")]


def count(candid: Candid, table: str) -> int:
    with sqlite3.connect(candid.data / "candid.sqlite3") as database:
        found: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        return found


def test_the_story(browser: Browser, candid: Candid) -> None:
    # A bot, and it says so before anything is typed or stored.
    vera = VisitorDoor(browser, candid)
    vera.open()
    expect(vera.banner).to_contain_text("You’re talking to a bot")
    expect(vera.banner).to_contain_text("Automated, not a person. Ask for a person any time.")
    assert count(candid, "chat_visitor") == 0

    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")

    # A person is asked for in plain words; two agents see it live, with the reason.
    ana, ben = (AgentDoor(browser, candid, name) for name in ("ana", "ben"))
    vera.write("can I talk to someone about a broken teapot?")
    vera.reads("You’re next in line")
    for agent in (ana, ben):
        expect(agent.inbox).to_contain_text("Asked for a person")
        agent.open_longest_waiting()
        agent.reads("when are you open?")
        agent.reads("When are you open?")

    # Both take it at once: one does, the other is told by whom.
    winner, loser = both_take(candid, ana, ben)
    expect(loser.page.get_by_text(re.compile("(Ana|Ben) (Moreno |Okafor )?took this chat")).first).to_be_visible()
    winner.write("Hello Vera, what happened to it?")
    vera.reads("Hello Vera, what happened to it?")
    expect(vera.banner).to_contain_text("A person at Marlpit Pottery")

    # The server dies with her message in flight.
    candid.freeze()
    vera.write("The spout came off.")
    candid.kill9()
    vera.write("And the lid has a crack.")
    winner.write("One moment, my screen went white.")
    candid.start()
    vera.reads("One moment, my screen went white.")
    winner.reads("And the lid has a crack.")

    # She reloads her page in mid-chat: everything is still there.
    vera.page.reload()
    vera.open()
    vera.reads("One moment, my screen went white.")
    vera.write("Can you send another?")
    winner.reads("Can you send another?")
    winner.write("Yes, it leaves tomorrow.")
    vera.reads("Yes, it leaves tomorrow.")
    loser.reads("Yes, it leaves tomorrow.")

    # Afterwards every screen equals the database.
    said = people_said(candid)
    assert len(said) == 8
    for door in (vera, ana, ben):
        shows_in_order(door.log, said)


def both_take(candid: Candid, ana: AgentDoor, ben: AgentDoor) -> tuple[AgentDoor, AgentDoor]:
    """(who got it, who didn't). The server hears nothing until both have clicked."""
    candid.freeze()
    for agent in (ana, ben):
        agent.press("Take chat")
    candid.thaw()
    put_back = ana.page.get_by_role("button", name="Put back")
    expect(put_back.or_(ana.page.get_by_text("took this chat")).first).to_be_visible()
    return (ana, ben) if put_back.is_visible() else (ben, ana)
