"""Frames that the server sends."""

from __future__ import annotations

from datetime import datetime

import msgspec

from chat.domain import events as e
from chat.domain.state import Status
from chat.domain.transcript import Hidden
from chat.wire.codes import ErrorCode

WireEventBody = e.AnyEvent | Hidden


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A value inside a frame."""


class ServerFrame(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Base of all frames from the server. Clients ignore fields that they don't know."""


class WireEvent(Part, frozen=True):
    """``id`` is the event's public id: a client's cursor is (epoch, seq, id)."""

    seq: int
    id: str
    at: datetime
    event: WireEventBody


class Wait(Part, frozen=True):
    """What to expect: of the last ``measured`` who asked for a person, 80 in 100 waited at most ``minutes``."""

    minutes: int
    measured: int


class Availability(Part, frozen=True):
    """``agents`` names who is here (first names as shown to visitors); ``back_at`` when nobody is (UTC).

    ``wait`` is None until enough waits were measured: then no number is better than a guess. ``people_first``: by the
    site's dial no bot answers a chat that begins now, and none goes back to it.
    """

    open: bool
    agents: tuple[str, ...] = ()
    back_at: datetime | None = None
    wait: Wait | None = None
    people_first: bool = False


class SiteInfo(Part, frozen=True):
    """What a visitor may know of the site."""

    id: str
    name: str
    language: str
    time_zone: str
    disclosure_line: str = ""
    email: str = ""
    phone: str = ""


class Head(Part, frozen=True):
    """Where a conversation is."""

    conversation: str
    epoch: int
    seq: int
    status: Status


class VisitorWelcome(ServerFrame, frozen=True, tag="welcome"):
    """Answers a visitor's ``hello``. ``head`` is None until something was sent."""

    protocol: int
    build: str
    heartbeat: int
    site: SiteInfo
    availability: Availability
    head: Head | None = None


class Colleague(Part, frozen=True):
    id: str
    name: str
    here: bool


class AgentWelcome(ServerFrame, frozen=True, tag="welcome"):
    """Answers an agent's ``hello``. ``me`` is the membership; ``role`` owner, lead or agent."""

    protocol: int
    build: str
    heartbeat: int
    site: SiteInfo
    me: e.AgentRef
    role: str
    available: bool
    colleagues: tuple[Colleague, ...]


class Events(ServerFrame, frozen=True, tag="events"):
    """Events of one conversation, ascending and gapless. ``ref`` is set where a ``resume`` is answered."""

    conversation: str
    epoch: int
    events: tuple[WireEvent, ...]
    more: bool = False
    ref: int | None = None


class Reset(ServerFrame, frozen=True, tag="reset"):
    """The cursor is not of our history: forget the conversation and resume from nothing."""

    conversation: str | None
    ref: int | None = None


class Ack(ServerFrame, frozen=True, tag="ack"):
    """The command with ``cmid`` is durable; its first event has ``seq``."""

    cmid: str
    conversation: str
    epoch: int
    seq: int


class Refused(ServerFrame, frozen=True, tag="refused"):
    """``cmid`` or ``ref`` names what was refused. ``by`` is who took the chat; ``retry_after`` is in seconds."""

    code: ErrorCode
    cmid: str | None = None
    ref: int | None = None
    by: str | None = None
    retry_after: float | None = None


class Bye(ServerFrame, frozen=True, tag="bye"):
    """The socket closes next, with ``code``. ``retry_after``: seconds before reconnecting, None if that is useless."""

    code: int
    retry_after: float | None = None


class Heartbeat(ServerFrame, frozen=True, tag="beat"):
    """Clients answer with ``beat``. ``tops`` is conversation → seq of its last event; ``rev`` the inbox's."""

    tops: dict[str, int]
    rev: int | None = None


class IsTyping(ServerFrame, frozen=True, tag="typing"):
    """A hint; shown for some seconds."""

    conversation: str
    author_kind: e.AuthorKind
    name: str = ""


class HasRead(ServerFrame, frozen=True, tag="read"):
    """``author_kind`` has read up to ``seq``. Only agents' and visitors' reading counts."""

    conversation: str
    author_kind: e.AuthorKind
    seq: int


class Queue(ServerFrame, frozen=True, tag="queue"):
    """The visitor's place in line; 1 is next. ``wait`` as in ``availability``."""

    conversation: str
    place: int
    wait: Wait | None = None


class VisitorPresence(ServerFrame, frozen=True, tag="visitor_presence"):
    """For agents: who this is (a label), whether their page is open, and where a reply goes if not (None: nowhere)."""

    conversation: str
    visitor: str
    here: bool
    email: str | None = None


class AvailabilityChanged(ServerFrame, frozen=True, tag="availability"):
    availability: Availability


class Preview(Part, frozen=True):
    """The last words, a hint: seq says of which event. ``author`` is the agent who said them."""

    seq: int
    author_kind: e.AuthorKind
    text: str
    at: datetime
    author: e.AgentRef | None = None


class InboxRow(Part, frozen=True):
    """A conversation in the inbox, as it is at ``rev``. ``visitor`` is a short label, never an identity.

    ``quote`` is the reason's evidence, the visitor's words or the owner's rule; ``question`` is what the bot was
    asked last.
    ``lost_agent`` gets the chat back unless a colleague takes it first.
    """

    conversation: str
    rev: int
    status: Status
    visitor: str
    created_at: datetime
    seq: int
    reason: e.Reason | None = None
    quote: str = ""
    question: str = ""
    queued_at: datetime | None = None
    queue_rank: int = 0
    agent: e.AgentRef | None = None
    lost_agent: e.AgentRef | None = None
    reserved_for: e.AgentRef | None = None
    late_since: datetime | None = None
    reference: str | None = None
    due_at: datetime | None = None
    page: str | None = None
    preview: Preview | None = None


class Inbox(ServerFrame, frozen=True, tag="inbox"):
    """Rows changed up to ``rev``; ``id`` is the id of the change at ``rev``.

    Pushed (``ref`` None): one row, and a ``rev`` other than last + 1 is a gap. ``reset``: forget all rows first.
    """

    rev: int
    id: str
    rows: tuple[InboxRow, ...]
    more: bool = False
    ref: int | None = None
    reset: bool = False


class Found(ServerFrame, frozen=True, tag="found"):
    """Answers a search over HTTP, newest conversation first. ``more``: ask again, ``before`` the last of these."""

    rows: tuple[InboxRow, ...]
    more: bool = False


class PreviewChanged(ServerFrame, frozen=True, tag="preview"):
    conversation: str
    preview: Preview


class Colleagues(ServerFrame, frozen=True, tag="colleagues"):
    colleagues: tuple[Colleague, ...]


class Opening(ServerFrame, frozen=True, tag="opening"):
    """Whether the site's hours say that it is open; if not, when it opens (UTC), None for never."""

    open: bool
    opens_at: datetime | None = None


VisitorServerFrame = (
    VisitorWelcome | Events | Reset | Ack | Refused | Bye | Heartbeat | IsTyping | HasRead | Queue | AvailabilityChanged
)
AgentServerFrame = (
    AgentWelcome
    | Events
    | Reset
    | Ack
    | Refused
    | Bye
    | Heartbeat
    | IsTyping
    | HasRead
    | Inbox
    | Found
    | PreviewChanged
    | VisitorPresence
    | Colleagues
    | Opening
)
