"""Whatever gets lost, doubled, cut off or killed, and in whatever order: all sides end with the database's list."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.sockets import stored
from tests.sockets.client import Agent, Client, Visitor
from tests.sockets.conftest import House

BOTH = st.sampled_from(["vera", "tab", "ana"])


class Chat:
    """Vera in two tabs, and Ana; each step is one thing that happens to them."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.said: list[str] = []

    async def begin(self) -> None:
        self.vera = await self.house.visitor().come()
        self.conversation = await self.vera.asks_for_a_person()
        self.tab = await self.house.visitor(credential=self.vera.credential, fresh=False).come()
        self.ana = await self.house.agent("ana").come()
        await self.ana.opens(self.conversation)
        await self.ana.takes(self.conversation)
        self.people: dict[str, Visitor | Agent] = {"vera": self.vera, "tab": self.tab, "ana": self.ana}

    async def writes(self, who: str) -> None:
        self.said.append(f"{who} {len(self.said)}")
        where = {"conversation": self.conversation} if who == "ana" else {}
        await self.people[who].sends("send", text=self.said[-1], **where)

    async def repeats(self, who: str) -> None:
        """The network delivers it twice, or the client lost patience."""
        for frame in [*self.people[who].outbox.values()][-2:]:
            await self.people[who].say(frame)

    async def loses(self, who: str) -> None:
        self.people[who].loses += 2

    async def hears_nothing(self, who: str) -> None:
        """Until the next connection."""
        self.people[who].deaf = True

    async def drops(self, who: str) -> None:
        await self.people[who].drop()

    async def comes(self, who: str) -> None:
        if self.people[who].is_gone:
            await self.people[who].come()

    async def crash(self, who: str) -> None:
        self.house.server.kill9()
        for client in self.people.values():
            await client.gone()
        await asyncio.to_thread(self.house.server.start)

    async def end(self) -> None:
        """Everybody comes back, and what had no answer gets one."""
        for client in self.people.values():
            if client.is_gone or client.deaf:
                await client.leave()
                await client.come()
            await client.is_answered()

    def stored(self) -> list[tuple[int, str]]:
        return [(seq, kind) for seq, kind, _ in stored.events(self.house.server, self.conversation)]

    def same(self, client: Client) -> bool:
        """As many, in the same order, of the same kinds but for what is hidden."""
        held = [(e["seq"], e["event"]["kind"]) for e in client.held[self.conversation]]
        real = self.stored()
        return len(held) == len(real) and all(h in (r, (r[0], "hidden")) for h, r in zip(held, real, strict=True))


Step = Callable[[Chat, str], Awaitable[None]]
TROUBLE: list[Step] = [Chat.repeats, Chat.loses, Chat.hears_nothing, Chat.drops]
STEPS = [*[Chat.writes] * 3, *[Chat.comes] * 2, *TROUBLE]
#: Much is said while one tab is away, and some of it gets lost for the other.
AWAY: list[tuple[Step, str]] = [
    (Chat.drops, "tab"),
    (Chat.loses, "ana"),
    *[(Chat.writes, "vera")] * 4,
    (Chat.comes, "tab"),
    (Chat.writes, "ana"),
]
steps = st.lists(st.tuples(st.sampled_from(STEPS), BOTH), min_size=4, max_size=25)


#: Each example takes seconds: one that fails is shown as it is.
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[*HealthCheck],
)
@given(before=steps, crash=st.booleans(), after=steps)
@example(before=[(Chat.writes, "vera"), (Chat.writes, "ana"), (Chat.writes, "tab")], crash=True, after=[])
@example(before=[(Chat.writes, "vera")] * 4, crash=False, after=AWAY)
async def test_all_sides_end_alike(fast_house: House, before: list, crash: bool, after: list) -> None:  # type: ignore[type-arg]
    chat = Chat(fast_house)
    await chat.begin()
    for step, who in [*before, *[(Chat.crash, "")] * crash, *after]:
        await step(chat, who)
    await chat.end()
    for client in chat.people.values():
        await client.until(lambda client=client: chat.same(client), "the database's list")  # type: ignore[misc]
    # Ana's are refused where her lease ran out meanwhile; Vera's never.
    words = Counter(stored.texts(fast_house.server, chat.conversation))
    assert all(words[text] == 1 for text in chat.said if not text.startswith("ana"))
    assert all(count == 1 for count in words.values()) and set(words) <= set(chat.said)
    await chat.vera.does("end")
    await fast_house.close()
