"""A server, the people who come to it, and their history: what every fault is judged by in the end."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from tests.fault.checker import judge
from tests.fault.history import Acked, Final, History, Shown, Stored
from tests.fault.person import Steady, SteadyAgent, SteadyVisitor
from tests.services.candid import Candid
from tests.sockets import stored
from tests.sockets.client import PROOF

ROWS = (
    "SELECT c.public_id, e.seq, e.public_id, e.kind, e.body, e.cmid FROM chat_event e"
    " JOIN chat_conversation c ON c.id = e.conversation_id ORDER BY e.seq"
)


Talk = tuple[SteadyVisitor, SteadyAgent, str]


class World:
    """``port``: of the bad network in front of the server, if there is one."""

    def __init__(
        self, server: Candid, cookies: dict[str, str], *, clocks: float = 1.0, port: int | None = None
    ) -> None:
        self.server = server
        self.cookies = cookies
        self.clocks = clocks
        self.port = port
        self.history = History()
        self.people: list[Steady] = []

    # --- people ---
    async def visitor(self, name: str, *, credential: str | None = None, server: Candid | None = None) -> SteadyVisitor:
        """Online. With another's ``credential``: another tab of the same browser."""
        visitor = self.stranger(name, credential=credential, server=server)
        return await visitor.begin()

    def stranger(self, name: str, *, credential: str | None = None, server: Candid | None = None) -> SteadyVisitor:
        """Not online yet, and trying to be."""
        key = stored.site_key(self.server)
        fresh = credential is None or not self._has_written(credential)
        who = self._who(name)
        visitor = SteadyVisitor(server or self.server, site=key, credential=credential, fresh=fresh, **who)
        self.people.append(visitor)
        visitor.live()
        return visitor

    def _who(self, name: str) -> dict[str, Any]:
        return {"name": name, "history": self.history, "clocks": self.clocks, "port": self.port}

    def _has_written(self, credential: str) -> bool:
        mine = [p for p in self.people if isinstance(p, SteadyVisitor) and p.credential == credential]
        return any(not person.fresh for person in mine)

    async def visitors(self, count: int, name: str = "vera") -> list[SteadyVisitor]:
        return list(await asyncio.gather(*[self.visitor(f"{name}-{number}") for number in range(count)]))

    async def agent(self, name: str, *, server: Candid | None = None) -> SteadyAgent:
        who = self._who(name)
        agent = SteadyAgent(server or self.server, cookie=self.cookies[name], **who)
        self.people.append(agent)
        return await agent.begin()

    async def talking(self, *, here: Candid | None = None, there: Candid | None = None) -> Talk:
        """Vera and Ana in one chat, perhaps at two processes."""
        vera, ana = await self.visitor("vera", server=here), await self.agent("ana", server=there)
        ack = await vera.does("ask_person", disclosure=PROOF)
        await ana.opens(ack["conversation"])
        assert (await ana.takes(ack["conversation"]))["type"] == "ack"
        await vera.sees("agent_joined")
        return vera, ana, str(ack["conversation"])

    def sockets(self) -> int:
        """Connections that the server process holds."""
        assert self.server.process
        held = psutil.Process(self.server.process.pid).net_connections("tcp")
        return sum(each.status == psutil.CONN_ESTABLISHED and each.laddr.port == self.server.port for each in held)

    async def close(self) -> None:
        await asyncio.gather(*[person.leave() for person in self.people])

    # --- the end ---
    async def verdict(self, path: Path, *, within: float = 30) -> Counter[str]:
        """Wait until all is answered and everybody holds the same; write the history; judge it.

        Returns how many records of each kind there are. Raises AssertionError with the faults, if any.
        """
        await asyncio.gather(*[person.is_answered(within) for person in self.people])
        await self._agreed(within)
        self._tell_the_end()
        self.history.write(path)
        faults = judge(self.history.records)
        assert not faults, f"{len(faults)} faults, history in {path}: {faults[:5]}"
        return Counter(type(record).__name__.lower() for record in self.history.records)

    async def _agreed(self, within: float) -> None:
        """Lists that still differ when time is up are for the judge."""
        deadline = time.monotonic() + within
        agreed = await asyncio.to_thread(self._agree)
        while not agreed and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
            agreed = await asyncio.to_thread(self._agree)

    def _agree(self) -> bool:
        if stored.rows(self.server, "SELECT count(*) FROM chat_botturnowed") != [(0,)]:
            return False
        rows = self.rows()
        return all(
            [event["id"] for event in held] == [row.id for row in rows if row.conversation == conversation]
            for person in self.people
            for conversation, held in person.held.items()
        )

    def _tell_the_end(self) -> None:
        for person in self.people:
            for conversation, held in person.held.items():
                ids = tuple(event["id"] for event in held)
                self.history.tell(Final(who=person.name, conversation=conversation, ids=ids))
        seen = {record.conversation for record in self.history.records if isinstance(record, Acked | Shown)}
        for row in self.rows():
            if row.conversation in seen:
                self.history.tell(row)

    def rows(self) -> list[Stored]:
        """All events of the database."""
        return [_stored(*row) for row in stored.rows(self.server, ROWS)]


def _stored(conversation: object, seq: int, public_id: object, kind: str, raw: object, cmid: object) -> Stored:
    body = json.loads(raw) if isinstance(raw, str) else raw
    assert isinstance(body, dict)
    by_person = kind == "message" and body["author_kind"] in ("visitor", "agent")
    agent = body.get("author" if kind == "message" else "agent")
    return Stored(
        conversation=str(uuid.UUID(str(conversation))),
        seq=seq,
        id=str(uuid.UUID(str(public_id))),
        kind=kind,
        cmid=str(uuid.UUID(str(cmid))) if cmid else None,
        text=body["text"] if by_person else "",
        agent=agent["name"] if agent else None,
    )


async def soon(found: Callable[[], object], what: str, *, within: float) -> float:
    """Seconds until ``found()``, which may block, is true. Raises AssertionError, naming ``what``."""
    began = time.monotonic()
    while not await asyncio.to_thread(found):
        assert time.monotonic() - began < within, f"never: {what}"
        await asyncio.sleep(0.02)
    return time.monotonic() - began
