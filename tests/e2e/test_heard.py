"""What a screen reader says by itself during the story: everything that matters, once, and nothing else."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.ears import Ears
from tests.e2e.past import let_pass
from tests.services.candid import Candid

ANSWER = (
    "Bot We are open every day from 07:00 to 22:00 , Sundays included. The shop counter and the open studio keep"
    " the same hours. The way here is under Visit us ."
    " From the FAQ: When are you open? Did this help? Yes No"
)
GOODBYE = "Ana · TIME Thank you for writing. If anything else comes up, just write here again."
NOBODY = "We’re away right now. Leave your e-mail address and a person will answer you there."
JOINED = "Ana joined at TIME Ana can read everything above. The bot is off."


def test_each_sentence_of_the_story_is_heard_once(browser: Browser, candid: Candid) -> None:
    ana = AgentDoor(browser, candid, "ana")
    vera = VisitorDoor(browser, candid)
    ears = Ears(vera)
    vera.open()
    vera.write("when are you open?")
    ears.hear(said := [ANSWER])

    vera.press("Yes")
    ears.hear(said := [*said, "You said it helped."])
    vera.press("Talk to a person")
    ears.hear(said := [*said, "A person was asked for at TIME", "You’re next in line"])

    ana.open_longest_waiting()
    ana.press("Take chat")
    ears.hear(said := [*said, JOINED])
    ana.page.get_by_role("textbox").press_sequentially("Hello Vera,")
    ears.hear(said := [*said, "Ana is writing"])
    ana.write("Hello Vera, what happened?")
    ears.hear(said := [*said, "Ana · TIME Hello Vera, what happened?"])

    candid.kill9()
    ears.hear(said := [*said, "No connection. We keep trying; your text is safe."])
    candid.start()
    ears.hear(said := [*said, "Connected. Everything is here."])

    vera.write("The spout came off.")
    ana.reads("The spout came off.")
    ana.press("Resolve")
    ana.page.get_by_role("dialog").get_by_role("button", name="Resolve").click()
    ears.hear([*said, GOODBYE, "Ana ended this chat at TIME"])


def test_what_changes_beside_the_talk_is_heard_once(browser: Browser, candid: Candid) -> None:
    """Nobody here, somebody here, put back, late, ended with words begun, reopened."""
    vera = VisitorDoor(browser, candid)
    ears = Ears(vera)
    vera.open()
    vera.press("Talk to a person")
    ears.hear(said := ["A person was asked for at TIME", NOBODY])
    ana = AgentDoor(browser, candid, "ana")
    ears.hear(said := [*said, "You’re next in line"])

    ana.open_longest_waiting()
    ana.press("Take chat")
    ears.hear(said := [*said, JOINED])
    ana.press("Put back")
    ears.hear(
        said := [*said, "Ana left at TIME You keep your place: a colleague will continue.", "You’re next in line"]
    )
    ana.press("Take chat")
    ears.hear(said := [*said, JOINED])

    vera.write("Is anybody there?")
    ana.reads("Is anybody there?")
    let_pass(candid, minutes=4)
    ears.hear(said := [*said, "No answer yet. We’ve alerted the team. Wait, or get the answer by e-mail?"])
    ana.page.get_by_role("textbox").press_sequentially("Yes.")
    ears.hear(said := [*said, "Ana is writing"])
    ana.page.get_by_role("textbox").press("Enter")
    ears.hear(said := [*said, "Ana · TIME Yes."])

    vera.panel.get_by_role("textbox").fill("My number is")
    ana.press("Resolve")
    ana.page.get_by_role("dialog").get_by_role("button", name="Resolve").click()
    goodbye = [GOODBYE, "Ana ended this chat at TIME", "Ana has left this chat. The bot reads what you send now."]
    ears.hear(said := [*said, *goodbye])
    vera.write("when are you open?")
    ears.hear([*said, "The chat goes on You’re talking to the bot again.", ANSWER])


def test_history_is_not_read_out(browser: Browser, candid: Candid) -> None:
    vera = VisitorDoor(browser, candid)
    vera.open()
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    ears = Ears(vera)
    vera.open()
    expect(vera.log).to_have_attribute("aria-live", "polite")
    vera.write("how much is it?")
    vera.reads("I’m not sure what you mean.")
    assert [words[:30] for words in ears.heard()] == ["Bot I’m not sure what you mean"]
