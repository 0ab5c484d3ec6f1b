"""The agent's socket: inbox, open conversations, commands, lease."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from django.utils import timezone

from chat import accounts, limits, presence, queries
from chat.actions import agent, publish
from chat.actions.find import find_conversation
from chat.actions.refusals import ActionRefused
from chat.delivery import topics
from chat.delivery.session import Session
from chat.delivery.threads import in_db
from chat.delivery.writer import writer
from chat.domain.events import Audience, AuthorKind
from chat.models import Conversation
from chat.policy import AgentActor, may_send
from chat.wire import client_frames as f
from chat.wire import server_frames as s
from chat.wire.build import BUILD
from chat.wire.codes import CloseCode, ErrorCode
from chat.wire.limits import AGENT_HEARTBEAT, PROTOCOL
from chat.wire.parse import agent_frames

#: Conversations that one console may follow at a time; the one opened longest ago gives way.
FOLLOWED = 20


class AgentSocket(Session):
    parser = agent_frames
    heartbeat = AGENT_HEARTBEAT

    actor: AgentActor

    def __init__(self, scope: Any, receive: Any, send: Any) -> None:
        super().__init__(scope, receive, send)
        self.open: dict[str, Conversation] = {}
        self._typed = 0.0
        self._opening: s.Opening | None = None

    def may(self) -> bool:
        return bool(self.scope["user"].is_authenticated)

    def allowed(self, frame: Any) -> bool:
        return may_send(self.actor, frame)

    async def greet(self, frame: f.AgentHello) -> None:
        if frame.protocol != PROTOCOL:
            raise ActionRefused(ErrorCode.PROTOCOL_UNSUPPORTED)
        actor = await in_db(accounts.actor_for, self.scope["user"], frame.site)
        if actor is None:
            raise ActionRefused(ErrorCode.NOT_FOUND)
        user = actor.membership.user.public_id
        self.enter((limits.PER_PERSON, str(user)))
        self.charges = limits.of_agent(user)
        self.actor = actor
        self.login = (self.scope["session"].session_key, actor)
        self.listen(topics.user(user))
        self.listen(topics.inbox(actor.site.public_id))
        await in_db(presence.arrive, actor.membership, timezone.now())
        self.say(await in_db(self._welcome))
        self._say_opening()

    def _welcome(self) -> s.AgentWelcome:
        membership = self.actor.membership
        return s.AgentWelcome(
            protocol=PROTOCOL,
            build=BUILD,
            heartbeat=self.heartbeat,
            site=queries.site_info(self.actor.site),
            me=queries.agent_ref(membership),
            role=membership.role,
            available=queries.is_available(membership),
            colleagues=queries.colleagues(self.actor.site),
        )

    async def beat(self) -> s.Heartbeat:
        beat = await in_db(self._beat)
        self._say_opening()
        return beat

    def _say_opening(self) -> None:
        """Where it is news: nobody does anything at the minute when a site opens or closes."""
        now = queries.opening(self.actor.site)
        if now != self._opening:
            self._opening = now
            self.say(now)

    def _beat(self) -> s.Heartbeat:
        self.actor.site.refresh_from_db(fields=["rev", "hours", "time_zone"])
        rows = self.actor.conversations().filter(public_id__in=self.open)
        tops = {str(key): seq for key, seq in rows.values_list("public_id", "top_seq")}
        return s.Heartbeat(tops=tops, rev=self.actor.site.rev)

    async def control(self, word: bytes) -> None:
        """Rights changed."""
        if self.login:
            self.rights_are((await in_db(accounts.still_signed_in, [self.login]))[0])

    def rights_are(self, actor: AgentActor | None) -> None:
        """Who has none any more is out, at once; a new role holds from the next frame on."""
        if actor is None:
            self.end(CloseCode.FORBIDDEN)
        else:
            self.actor = actor

    async def on_beat(self, frame: f.Beat) -> None:
        await in_db(presence.renew, self.actor.membership, timezone.now())

    async def on_inbox(self, frame: f.InboxResume) -> None:
        """Who of those in line has left is known before the line is."""
        inbox = await in_db(queries.inbox, self.actor.site, frame.cursor, frame.ref)
        if not inbox.more:
            for left in await in_db(queries.left_in_line, self.actor.site, timezone.now()):
                self.say(left)
        self.say(inbox)

    async def on_resume(self, frame: f.Resume) -> None:
        conversation = await in_db(find_conversation, self.actor, frame.conversation or "")
        self._follow(conversation)
        self.say(await in_db(queries.resume, conversation, frame.cursor, Audience.AGENTS, frame.ref))
        self.say(
            s.HasRead(
                conversation=str(conversation.public_id), author_kind=AuthorKind.VISITOR, seq=conversation.visitor_read
            )
        )
        self.say(queries.visitor_presence(conversation, timezone.now()))

    def _follow(self, conversation: Conversation) -> None:
        key = str(conversation.public_id)
        self.open.pop(key, None)
        self.open[key] = conversation
        self.listen(topics.conversation_for_agents(key))
        if len(self.open) > FOLLOWED:
            self._unfollow(next(iter(self.open)))

    def _unfollow(self, key: str) -> None:
        if self.open.pop(key, None):
            self.ignore(topics.conversation_for_agents(key))

    async def on_leave(self, frame: f.Leave) -> None:
        self._unfollow(frame.conversation)

    async def on_available(self, frame: f.Available) -> None:
        await in_db(presence.set_available, self.actor.membership, frame.on)

    async def on_send(self, frame: f.AgentSend) -> None:
        """With everybody's messages of this moment, where nothing else follows; else as any action."""
        appended = await writer.append(agent.append(self.actor, frame, now=timezone.now()))
        if appended:
            self.say(appended.ack(frame.cmid))
        else:
            await self.on_action(frame)

    async def on_action(self, frame: f.AgentAction) -> None:
        applied = await in_db(agent.perform, self.actor, frame, now=timezone.now())
        conversation = applied.conversation
        self.say(
            s.Ack(cmid=frame.cmid, conversation=str(conversation.public_id), epoch=conversation.epoch, seq=applied.seq)
        )

    async def on_read(self, frame: f.Read) -> None:
        conversation = await in_db(find_conversation, self.actor, frame.conversation or "")
        if await in_db(agent.mark_read, self.actor, conversation, frame.seq):
            publish.read(conversation, AuthorKind.AGENT, frame.seq)

    async def on_typing(self, frame: f.Typing) -> None:
        if time.monotonic() - self._typed < 1:
            return
        self._typed = time.monotonic()
        conversation = await in_db(find_conversation, self.actor, frame.conversation or "")
        if conversation.agent_id == self.actor.membership.pk:
            publish.typing(conversation, AuthorKind.AGENT, queries.agent_ref(self.actor.membership).name)

    handlers: ClassVar = {
        f.Beat: on_beat,
        f.InboxResume: on_inbox,
        f.Resume: on_resume,
        f.Read: on_read,
        f.Typing: on_typing,
        f.Leave: on_leave,
        f.Available: on_available,
        **dict.fromkeys(f.AgentAction.__args__, on_action),
        f.AgentSend: on_send,
    }
