"""Frames that clients send. Each is declared here; a field that isn't is refused."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Annotated

import msgspec
from msgspec.structs import force_setattr

from chat.domain.transcript import Cursor, Number
from chat.wire.limits import EMAIL_CHARS, PAGE_CHARS, TEXT_CHARS

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=TEXT_CHARS)]
# Python's "$" also matches before a last newline; "(?!\n)" forbids that, and means nothing to other languages.
Cmid = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$(?!\n)", title="Cmid")
]
Credential = Annotated[str, msgspec.Meta(min_length=43, max_length=86, pattern=r"^[A-Za-z0-9_-]+$(?!\n)")]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Page = Annotated[str, msgspec.Meta(max_length=PAGE_CHARS)]
Short = Annotated[str, msgspec.Meta(max_length=64)]


class ClientFrame(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="type"
):
    """Base of all frames from a client."""


class Command(ClientFrame, frozen=True):
    """Changes something. ``cmid`` makes it safe to send again: same cmid, same frame → the original ``ack``."""

    cmid: Cmid


class DisclosureProof(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which disclosure the visitor saw, and when (UTC, by the visitor's clock)."""

    text_version: Short
    language: Short
    shown_at: Annotated[datetime, msgspec.Meta(tz=True)]

    def __post_init__(self) -> None:
        # The first and the last year have hours that are no time in UTC.
        if not MINYEAR < self.shown_at.year < MAXYEAR:
            raise ValueError("no such time in UTC")
        force_setattr(self, "shown_at", self.shown_at.astimezone(UTC))


class VisitorHello(ClientFrame, frozen=True, tag="hello"):
    """First frame on a visitor's socket. ``fresh`` says that nothing was ever acknowledged for this credential."""

    protocol: int
    build: Short
    site: Id
    credential: Credential
    fresh: bool = False
    language: Short | None = None
    page: Page | None = None


class AgentHello(ClientFrame, frozen=True, tag="hello"):
    """First frame on an agent's socket. Without ``site``: the first of the agent's sites."""

    protocol: int
    build: Short
    site: Id | None = None


class Beat(ClientFrame, frozen=True, tag="beat"):
    """Answers the server's ``beat``."""


class Resume(ClientFrame, frozen=True, tag="resume"):
    """Asks for everything after ``cursor`` (all, when None). ``ref`` comes back in the answer."""

    ref: Number
    conversation: Id | None = None
    cursor: Cursor | None = None


class Read(ClientFrame, frozen=True, tag="read"):
    """The sender has read up to ``seq``."""

    seq: Number
    conversation: Id | None = None


class Typing(ClientFrame, frozen=True, tag="typing"):
    conversation: Id | None = None


class VisitorSend(Command, frozen=True, tag="send"):
    """``disclosure`` is required where no conversation is open yet."""

    text: Text
    page: Page | None = None
    disclosure: DisclosureProof | None = None


class AskPerson(Command, frozen=True, tag="ask_person"):
    page: Page | None = None
    disclosure: DisclosureProof | None = None


class CancelHandoff(Command, frozen=True, tag="cancel_handoff"):
    pass


class LeaveMessage(Command, frozen=True, tag="leave_message"):
    email: Annotated[str, msgspec.Meta(min_length=3, max_length=EMAIL_CHARS)]


class AskBot(Command, frozen=True, tag="ask_bot"):
    """ "Ask the bot meanwhile", after a message was left."""


class Rate(Command, frozen=True, tag="rate"):
    seq: Number
    helped: bool


class End(Command, frozen=True, tag="end"):
    pass


class InboxCursor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far an agent's inbox is: the site's ``rev``, and the id of the change at it."""

    rev: Number
    id: Short


class InboxResume(ClientFrame, frozen=True, tag="inbox"):
    """Asks for the inbox rows changed after ``cursor`` (all open ones, when None)."""

    ref: Number
    cursor: InboxCursor | None = None


class Leave(ClientFrame, frozen=True, tag="leave"):
    """No more events of this conversation, please."""

    conversation: Id


class Available(ClientFrame, frozen=True, tag="available"):
    """Whether the agent takes chats."""

    on: bool


class AgentCommand(Command, frozen=True):
    conversation: Id


class AgentSend(AgentCommand, frozen=True, tag="send"):
    text: Text


class Take(AgentCommand, frozen=True, tag="take"):
    pass


class PutBack(AgentCommand, frozen=True, tag="put_back"):
    pass


class Transfer(AgentCommand, frozen=True, tag="transfer"):
    """``to`` is the colleague's membership id."""

    to: Id


class LetBot(AgentCommand, frozen=True, tag="let_bot"):
    """Let the bot continue."""


class Resolve(AgentCommand, frozen=True, tag="resolve"):
    """``goodbye`` is said before the chat closes."""

    goodbye: Annotated[str, msgspec.Meta(max_length=TEXT_CHARS)] = ""


class Judge(AgentCommand, frozen=True, tag="judge"):
    """Whether the bot's turn or draft for the visitor's message at ``seq`` was right."""

    seq: Number
    right: bool


VisitorCommand = VisitorSend | AskPerson | CancelHandoff | LeaveMessage | AskBot | Rate | End
VisitorFrame = VisitorHello | Beat | Resume | Read | Typing | VisitorCommand
AgentAction = AgentSend | Take | PutBack | Transfer | LetBot | Resolve | Judge
AgentFrame = AgentHello | Beat | Resume | Read | Typing | InboxResume | Leave | Available | AgentAction
