"""The visitor's socket. Thin: it parses, asks the core, and says what came of it."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from django.utils import timezone

from chat import limits, queries
from chat.actions import publish, visitor
from chat.actions.find import find_conversation
from chat.actions.refusals import ActionRefused
from chat.actions.visitor_presence import Sign
from chat.delivery import crowd, topics
from chat.delivery.fanout import fanout
from chat.delivery.session import Session
from chat.delivery.threads import in_db
from chat.delivery.writer import writer
from chat.domain.disclosure import language_for
from chat.domain.events import Audience, AuthorKind
from chat.domain.state import Status
from chat.many import Bearer, Resume
from chat.models import Conversation
from chat.models.visitor import hash_token
from chat.policy import VisitorActor, may_send
from chat.wire import client_frames as f
from chat.wire import server_frames as s
from chat.wire.build import BUILD
from chat.wire.codes import CloseCode, ErrorCode
from chat.wire.limits import PROTOCOL, VISITOR_HEARTBEAT
from chat.wire.parse import visitor_frames


class VisitorSocket(Session):
    parser = visitor_frames
    heartbeat = VISITOR_HEARTBEAT

    actor: VisitorActor
    token: str
    fresh: bool
    language: str
    conversation: Conversation | None = None
    _typed = 0.0

    async def greet(self, frame: f.VisitorHello) -> None:
        if frame.protocol != PROTOCOL:
            raise ActionRefused(ErrorCode.PROTOCOL_UNSUPPORTED)
        self.token, self.fresh = frame.credential, frame.fresh
        site = await crowd.site(frame.site)
        if site is None:
            raise ActionRefused(ErrorCode.NOT_FOUND)
        token_hash = hash_token(self.token)
        self.enter((limits.PER_PERSON, token_hash), (limits.PER_SITE, site.key))
        self.charges = limits.of_visitor(token_hash=token_hash, site_key=site.key, ip=self.scope["ip"])
        self.language = language_for(frame.language or site.language)
        self._become(await crowd.identity(Bearer(site, self.token, self.fresh)))
        self.listen(topics.site_visitors(site.public_id))
        self.listen(topics.credential(token_hash))
        await self._look_up()
        self.say(self._welcome(await crowd.availability(site)))
        self._seen()
        await self._tell_place()

    def allowed(self, frame: Any) -> bool:
        return may_send(self.actor, frame)

    def _become(self, actor: VisitorActor) -> None:
        """Subscribe before anything is read: what is committed meanwhile comes by push, what was before by resume."""
        self.actor = actor
        if actor.visitor:
            self.credential = hash_token(self.token)
            self.listen(topics.visitor(actor.visitor.public_id))

    async def _look_up(self) -> None:
        if self.actor.visitor is None:
            # Another tab may have written first, with the credential that both share.
            self._become(await crowd.identity(Bearer(self.actor.site, self.token, fresh=True)))
        self.conversation = await crowd.current(self.actor) if self.actor.visitor else None

    def _welcome(self, availability: s.Availability) -> s.VisitorWelcome:
        return s.VisitorWelcome(
            protocol=PROTOCOL,
            build=BUILD,
            heartbeat=self.heartbeat,
            site=queries.site_info(self.actor.site),
            availability=availability,
            head=queries.head(self.conversation),
        )

    def _seen(self, *, hurry: bool = True) -> None:
        if self.actor.visitor and self.conversation:
            crowd.signs.soon(Sign(self.conversation, timezone.now(), here=True), hurry=hurry)

    async def gone(self) -> None:
        """Of the visitor's pages here, the last one knows that nobody reads any more."""
        mine = self.actor.visitor and topics.visitor(self.actor.visitor.public_id)
        if mine and self.conversation and not fanout.hub.listeners(mine):
            crowd.signs.soon(Sign(self.conversation, timezone.now(), here=False))

    async def _tell_place(self) -> None:
        conversation = self.conversation
        if conversation and conversation.status == Status.WAITING:
            place = await in_db(queries.place, conversation)
            if place:
                wait = await in_db(queries.wait, conversation.site)
                self.say(s.Queue(conversation=str(conversation.public_id), place=place, wait=wait))

    async def beat(self) -> s.Heartbeat:
        await self._look_up()
        found = self.conversation
        return s.Heartbeat(tops={str(found.public_id): found.top_seq} if found else {})

    async def control(self, word: bytes) -> None:
        if word == b"credential_revoked":
            self.end(CloseCode.CREDENTIAL_REFUSED)
        elif word == b"credential_known":
            # The first message came from another tab: its head tells this tab to resume.
            self.say(await self.beat())
            await self._tell_place()

    async def on_beat(self, frame: f.Beat) -> None:
        self._seen(hurry=False)

    async def on_send(self, frame: f.VisitorSend) -> None:
        """With everybody's messages of this moment, where nothing else follows; else as any command."""
        appended = None
        if self.actor.visitor and self.conversation:
            append = visitor.append(self.actor, self.conversation, frame, now=timezone.now())
            appended = await writer.append(append)
        if appended:
            self.say(appended.ack(frame.cmid))
        else:
            await self.on_command(frame)

    async def on_command(self, frame: f.VisitorCommand) -> None:
        # Before the wait: the word that the credential is known may make this socket the visitor's during it.
        before = self.actor.visitor
        actor, applied = await in_db(
            visitor.perform,
            self.actor.site,
            self.token,
            frame,
            fresh=self.fresh,
            language=self.language,
            now=timezone.now(),
        )
        began = actor.visitor != before
        if began:
            self._become(actor)
        self.fresh = False
        self.conversation = applied.conversation
        self.say(
            s.Ack(
                cmid=frame.cmid,
                conversation=str(applied.conversation.public_id),
                epoch=applied.conversation.epoch,
                seq=applied.seq,
            )
        )
        if began:
            self._seen()
            # This socket listens only since just now: what was pushed before, it is told.
            self.say(await in_db(queries.resume, applied.conversation, None, Audience.ALL))
            await self._tell_place()

    async def on_resume(self, frame: f.Resume) -> None:
        wanted = frame.conversation or str(await self._find(None))
        conversation, answer = await crowd.resume(Resume(self.actor, wanted, frame.cursor, frame.ref))
        self.say(answer)
        self.say(
            s.HasRead(
                conversation=str(conversation.public_id), author_kind=AuthorKind.AGENT, seq=conversation.agent_read
            )
        )

    async def _find(self, public_id: str | None) -> Conversation:
        if public_id is not None:
            return await in_db(find_conversation, self.actor, public_id)
        await self._look_up()
        if self.conversation is None:
            raise ActionRefused(ErrorCode.NOT_FOUND)
        return self.conversation

    async def on_read(self, frame: f.Read) -> None:
        conversation = await self._find(frame.conversation)
        if await in_db(visitor.mark_read, self.actor, conversation, frame.seq):
            publish.read(conversation, AuthorKind.VISITOR, frame.seq)

    async def on_typing(self, frame: f.Typing) -> None:
        if self.conversation and time.monotonic() - self._typed >= 1:
            self._typed = time.monotonic()
            publish.typing(self.conversation, AuthorKind.VISITOR)

    handlers: ClassVar = {
        f.Beat: on_beat,
        f.Resume: on_resume,
        f.Read: on_read,
        f.Typing: on_typing,
        **dict.fromkeys(f.VisitorCommand.__args__, on_command),
        f.VisitorSend: on_send,
    }
