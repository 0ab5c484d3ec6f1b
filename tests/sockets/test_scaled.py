"""`make scaled`: nginx, two processes, PostgreSQL and Redis, from one command."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from tests.services.scaled import Scaled
from tests.sockets import stored
from tests.sockets.client import PROOF, Agent, Visitor


@pytest.fixture(scope="module")
def scaled() -> Iterator[Scaled]:
    service = Scaled()
    service.start()
    yield service
    service.stop()


async def test_a_question_goes_to_the_bot_and_then_to_a_person_across_processes(scaled: Scaled) -> None:
    stored.rows(scaled, "UPDATE chat_site SET hours = '{}'")  # Tests run at any hour.
    [(question,)] = stored.rows(scaled, "SELECT title FROM chat_faqentry ORDER BY id LIMIT 1")
    vera = await Visitor(scaled, site=stored.site_key(scaled)).come()
    await vera.does("send", text=question, disclosure=PROOF)
    await vera.sees("message", author_kind="bot")
    ana, ben = [Agent(scaled, cookie=scaled.sign_in(f"{name}@marlpit.example")) for name in ("ana", "ben")]
    ana.port, ben.port = scaled.processes
    conversation = await vera.asks_for_a_person()
    for agent in (ana, ben):
        await (await agent.come()).opens(conversation)
    await ana.takes(conversation)
    await ana.writes(conversation, "A person here.")
    for each in (vera, ben):
        await each.sees("message", text="A person here.", author_kind="agent")
        await each.leave()
    await ana.leave()


def started(scaled: Scaled, **settings: str) -> str:
    """What a start that can't be says, in one line."""
    environment = {**scaled.environment(), **settings}
    answer = subprocess.run(scaled.command(), env=environment, capture_output=True, text=True, timeout=20)
    assert answer.returncode == 1 and answer.stderr.count("\n") == 1
    return answer.stderr


def test_a_taken_port_and_missing_programs_are_named(scaled: Scaled) -> None:
    assert f"Port {scaled.port} is taken. Choose another: PORT=" in started(scaled)
    assert "Needed, by Debian's names: postgresql redis-server nginx" in started(scaled, PATH="/nowhere", PORT="40000")
