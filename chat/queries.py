"""Reads used by sockets and API. Each starts from a site or from a conversation that the caller may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import accumulate

import msgspec
from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from chat.domain import finding, routing, waits
from chat.domain.commands import Availability as DomainAvailability
from chat.domain.events import AgentRef, Audience
from chat.domain.state import Status
from chat.domain.transcript import Cursor, Reset, plan_resume, seen_by
from chat.models import AgentPresence, Conversation, Event, InboxChange, Membership, Site, Visitor
from chat.wire import server_frames as s
from chat.wire.client_frames import InboxCursor
from chat.wire.limits import EVENTS_PER_FRAME, FOUND_ROWS, INBOX_ROWS_PER_FRAME, VISITOR_HEARTBEAT

#: Of a question in the inbox; as many as of the last words.
QUESTION_CHARS = 140
#: Events that a resume reads: a frame's, the cursor's own, and one that tells whether there are more.
SPAN = EVENTS_PER_FRAME + 2
#: Of text in one frame of events: 400 KB where each character takes four bytes.
FRAME_CHARS = 100_000
#: A visitor's page answers every VISITOR_HEARTBEAT seconds; two may be lost.
HERE_FOR = timedelta(seconds=(VISITOR_HEARTBEAT * 2 + 5) / settings.CLOCKS)


# --- transcript ------------------------------------------------------------------------------------------------------
def wire_event(row: Event, audience: Audience) -> s.WireEvent:
    return s.WireEvent(seq=row.seq, id=str(row.public_id), at=row.at, event=seen_by(audience, row.event))


def events_frame(
    conversation: Conversation, rows: Iterable[Event], audience: Audience, *, more: bool = False, ref: int | None = None
) -> s.Events:
    events = tuple(wire_event(row, audience) for row in rows)
    return s.Events(
        conversation=str(conversation.public_id), epoch=conversation.epoch, events=events, more=more, ref=ref
    )


def resume(
    conversation: Conversation, cursor: Cursor | None, audience: Audience, ref: int | None = None
) -> s.Events | s.Reset:
    """Everything after ``cursor``, or ``reset``; ``more`` says that one frame doesn't hold all of it."""
    rows = list(Event.objects.filter(span(conversation, cursor)).order_by("seq")[:SPAN])
    return replay(conversation, rows, cursor, audience, ref)


def span(conversation: Conversation, cursor: Cursor | None) -> Q:
    """The events that ``replay`` wants: the cursor's own, those after it, and one to know whether there are more."""
    first = cursor.seq if cursor else 0
    return Q(conversation=conversation, seq__gte=first, seq__lt=first + SPAN)


def replay(
    conversation: Conversation, rows: Sequence[Event], cursor: Cursor | None, audience: Audience, ref: int | None
) -> s.Events | s.Reset:
    """``resume``, of events that were read."""
    at_cursor = next((str(row.public_id) for row in rows[:1] if cursor and row.seq == cursor.seq), None)
    plan = plan_resume(cursor, epoch=conversation.epoch, id_at_cursor=at_cursor)
    if isinstance(plan, Reset):
        return s.Reset(conversation=str(conversation.public_id), ref=ref)
    rows = [row for row in rows if row.seq > plan.after]
    page = _page(rows)
    return events_frame(conversation, page, audience, more=len(page) < len(rows), ref=ref)


def _page(rows: list[Event]) -> list[Event]:
    """What goes into one frame: never more than a socket's buffer holds, or its client could never catch up."""
    sizes = accumulate(len(row.body.get("text") or "") for row in rows[:EVENTS_PER_FRAME])
    fitting = sum(size <= FRAME_CHARS for size in sizes)
    return rows[: max(1, fitting)]


def head(conversation: Conversation | None) -> s.Head | None:
    if conversation is None:
        return None
    return s.Head(
        conversation=str(conversation.public_id),
        epoch=conversation.epoch,
        seq=conversation.top_seq,
        status=Status(conversation.status),
    )


def current(conversations: QuerySet[Conversation]) -> Conversation | None:
    """A visitor's conversation now: the latest; an older one is an earlier conversation.

    The latest by number: a server's clock may have been set back between the two.
    """
    return conversations.select_related("site", "visitor").order_by("-pk").first()


# --- people ----------------------------------------------------------------------------------------------------------
def currents(visitors: Collection[int]) -> dict[int, Conversation]:
    """The same for many visitors at once, by pk."""
    latest = Conversation.objects.filter(visitor=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    wanted = Visitor.objects.filter(pk__in=visitors).annotate(latest=Subquery(latest)).values_list("latest", flat=True)
    rows = Conversation.objects.select_related("site", "visitor").filter(pk__in=[pk for pk in wanted if pk])
    return {row.visitor_id: row for row in rows}


def agent_ref(membership: Membership) -> AgentRef:
    return AgentRef(id=str(membership.public_id), name=membership.user.name)


def _here(now: datetime) -> Q:
    return Q(presence__available=True, presence__lease_until__gt=now)


def agents_here(site: Site, now: datetime) -> list[Membership]:
    people = site.memberships.filter(_here(now), user__is_active=True)
    return list(people.select_related("user").order_by("pk"))


def availability(site: Site, now: datetime | None = None) -> s.Availability:
    """``open`` only if the site's hours say so and somebody is here."""
    now = now or timezone.now()
    names = _names_here(site, now)
    return s.Availability(
        open=bool(names),
        agents=names,
        back_at=None if names else _back_at(site, now),
        wait=_measured(site) if names else None,
        people_first=site.people_first(now),
    )


def _names_here(site: Site, now: datetime) -> tuple[str, ...]:
    return tuple(membership.user.name for membership in agents_here(site, now)) if site.is_open(now) else ()


def wait(site: Site, now: datetime | None = None) -> s.Wait | None:
    """What somebody in line may expect; None while nobody is here, for such waits are not measured."""
    return _measured(site) if _names_here(site, now or timezone.now()) else None


def _measured(site: Site) -> s.Wait | None:
    """Going by the site's latest waits, once there are enough of them."""
    seconds = list(site.waits.order_by("-at").values_list("seconds", flat=True)[: waits.LATEST])
    minutes = waits.estimate(seconds)
    return s.Wait(minutes=minutes, measured=len(seconds)) if minutes else None


def _back_at(site: Site, now: datetime) -> datetime | None:
    """When the site opens next. Within hours nobody can promise a time: then None."""
    return None if site.is_open(now) else site.next_opening(now)


def opening(site: Site, now: datetime | None = None) -> s.Opening:
    now = now or timezone.now()
    return s.Opening(open=site.is_open(now), opens_at=_back_at(site, now))


def availability_at_click(site: Site, now: datetime) -> DomainAvailability:
    found = availability(site, now)
    return DomainAvailability(agents_here=found.open, back_at=found.back_at)


def colleagues(site: Site) -> tuple[s.Colleague, ...]:
    now = timezone.now()
    here = {membership.pk for membership in agents_here(site, now)}
    people = site.memberships.filter(user__is_active=True).select_related("user").order_by("user__name")
    return tuple(s.Colleague(id=str(m.public_id), name=m.user.name, here=m.pk in here) for m in people)


def is_available(membership: Membership) -> bool:
    presence = AgentPresence.objects.filter(membership=membership).first()
    return presence.available if presence else True


def site_by_key(key: str) -> Site | None:
    # PostgreSQL stores no U+0000, and raises when asked for it.
    return None if "\x00" in key else Site.objects.filter(key=key).first()


def site_info(site: Site) -> s.SiteInfo:
    return s.SiteInfo(
        id=str(site.public_id),
        name=site.name,
        language=site.language,
        time_zone=site.time_zone,
        disclosure_line=site.disclosure_line,
        email=site.email,
        phone=site.phone,
    )


def is_here(visitor: Visitor, now: datetime) -> bool:
    """Whether the visitor's page answered a heartbeat lately."""
    return was_here(visitor.seen_at, now)


def was_here(seen_at: datetime | None, now: datetime) -> bool:
    """A sign from the future: the clock was set back."""
    return seen_at is not None and abs(now - seen_at) < HERE_FOR


def visitor_presence(conversation: Conversation, now: datetime) -> s.VisitorPresence:
    visitor = conversation.visitor
    return s.VisitorPresence(
        conversation=str(conversation.public_id),
        visitor=visitor.label,
        here=is_here(visitor, now),
        email=visitor.email or None,
    )


def left_in_line(site: Site, now: datetime) -> list[s.VisitorPresence]:
    """Of everyone who waits and whose page is closed."""
    rows = site.conversations.filter(status=Status.WAITING).select_related("visitor")
    return [visitor_presence(row, now) for row in rows if not is_here(row.visitor, now)]


# --- queue and inbox -------------------------------------------------------------------------------------------------
def queue(site: Site) -> list[tuple[str, str, int]]:
    """(visitor id, conversation id, place) of everyone who waits, the next in line first; who is away comes last.

    Away is who was told to be, not whose last sign is old by now: visitors and agents are to know of one line.
    """
    rows = site.conversations.filter(status=Status.WAITING, queued_at__isnull=False).values_list(
        "public_id", "visitor__public_id", "queued_at", "queue_rank", "visitor__seen_at", "visitor__email"
    )
    visitors = {str(key): str(visitor) for key, visitor, *_ in rows}
    waiting = [
        routing.Waiting(conversation_id=str(key), queued_at=since, rank=rank, away=seen_at is None and not email)
        for key, _, since, rank, seen_at, email in rows
        if since
    ]
    places = routing.places(waiting)
    ids = [item.conversation_id for item in routing.in_order(waiting)]
    return [(visitors[key], key, places[key]) for key in ids]


def place(conversation: Conversation) -> int | None:
    places = {key: number for _, key, number in queue(conversation.site)}
    return places.get(str(conversation.public_id))


def preview(conversation: Conversation) -> s.Preview | None:
    return msgspec.convert(conversation.preview, s.Preview) if conversation.preview else None


def inbox_row(conversation: Conversation) -> s.InboxRow:
    state = conversation.state
    return s.InboxRow(
        conversation=str(conversation.public_id),
        rev=conversation.rev,
        status=state.status,
        visitor=conversation.visitor.label,
        created_at=conversation.created_at,
        seq=conversation.top_seq,
        reason=state.reason,
        quote=state.quote,
        question=state.asked[:QUESTION_CHARS],
        queued_at=state.queued_at,
        queue_rank=conversation.queue_rank,
        agent=state.agent,
        lost_agent=state.lost_agent,
        reserved_for=state.reserved_for,
        late_since=state.unanswered_since if state.late else None,
        reference=state.owed.reference if state.owed else None,
        due_at=state.owed.due_at if state.owed else None,
        page=state.page,
        preview=preview(conversation),
    )


def found(conversations: QuerySet[Conversation], query: str, before: Conversation | None = None) -> s.Found:
    """At most FOUND_ROWS of ``conversations`` that hold all words of ``query``, newest first, after ``before``."""
    wanted = finding.terms(query)
    if not wanted:
        return s.Found(rows=())
    matches = Q()
    for term in wanted:
        matches &= Q(words__text__contains=term)
    if before:
        matches &= Q(pk__lt=before.pk)
    rows = list(conversations.filter(matches).select_related("visitor").order_by("-pk")[: FOUND_ROWS + 1])
    return s.Found(rows=tuple(inbox_row(row) for row in rows[:FOUND_ROWS]), more=len(rows) > FOUND_ROWS)


def inbox(site: Site, cursor: InboxCursor | None, ref: int | None = None) -> s.Inbox:
    """Rows changed after ``cursor``; all that need anybody, with ``reset``, where the cursor isn't of our history.

    A row that changes while this reads has a higher rev: its push, or the gap that its loss leaves, brings it.
    """
    site.refresh_from_db(fields=["rev"])
    change = _change_at(site, cursor)
    if change is None:
        rows = _with_people(site.conversations.filter(rev__lte=site.rev).exclude(_settled()))
        return _inbox_frame(site, rows, rev=site.rev, ref=ref, reset=True)
    changed = list(_with_people(site.conversations.filter(rev__gt=change.rev, rev__lte=site.rev))[: _PAGE + 1])
    if len(changed) > _PAGE:
        page = changed[:_PAGE]
        return _inbox_frame(site, page, rev=page[-1].rev, ref=ref, more=True)
    spoken = site.conversations.filter(rev__lte=change.rev, updated_at__gte=change.at).exclude(_settled())
    return _inbox_frame(site, [*changed, *_with_people(spoken)], rev=site.rev, ref=ref)


def _change_at(site: Site, cursor: InboxCursor | None) -> InboxChange | None:
    """The change that the cursor names; None where it isn't of our history."""
    change = site.inbox_changes.filter(rev=cursor.rev).first() if cursor else None
    return change if change and cursor and str(change.public_id) == cursor.id else None


_PAGE = INBOX_ROWS_PER_FRAME


def _settled() -> Q:
    """Nobody has anything to do here."""
    return Q(status=Status.CLOSED, reference="")


def _with_people(rows: QuerySet[Conversation]) -> QuerySet[Conversation]:
    return rows.select_related("visitor", "site").order_by("rev")


def _inbox_frame(
    site: Site, rows: Iterable[Conversation], *, rev: int, ref: int | None, more: bool = False, reset: bool = False
) -> s.Inbox:
    found = site.inbox_changes.filter(rev=rev).values_list("public_id", flat=True).first()
    wire_rows = tuple(inbox_row(row) for row in rows)
    return s.Inbox(rev=rev, id=str(found or ""), rows=wire_rows, more=more, ref=ref, reset=reset)
