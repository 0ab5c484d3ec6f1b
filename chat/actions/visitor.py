"""What a visitor can do. The first act makes visitor, credential and conversation in one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from chat import queries
from chat.actions import publish
from chat.actions.chain import Append
from chat.actions.refusals import ActionRefused, digest
from chat.actions.store import Applied, Author, apply_locked, known, lock
from chat.domain import commands as c
from chat.domain import disclosure
from chat.domain.conversation import Illegal, Over
from chat.domain.escalation import is_courtesy
from chat.domain.events import Message
from chat.domain.state import Status
from chat.models import Conversation, Credential, Site, Visitor
from chat.models.ids import new_reference
from chat.models.visitor import hash_token
from chat.policy import VisitorActor
from chat.wire import client_frames as f
from chat.wire.codes import ErrorCode


def identify(site: Site, token: str, *, fresh: bool) -> VisitorActor:
    """Whose credential this is. ``fresh``: one that we don't know yet is welcome, and nothing is stored.

    Raises ActionRefused(CREDENTIAL_REFUSED) for a revoked or another site's credential, or an unknown one.
    """
    credential = Credential.objects.select_related("visitor").filter(token_hash=hash_token(token)).first()
    return actor_of(site, credential, fresh=fresh)


def actor_of(site: Site, credential: Credential | None, *, fresh: bool) -> VisitorActor:
    """As ``identify``, once the credential was looked for."""
    if credential is None and fresh:
        return VisitorActor(site=site, visitor=None)
    if credential is None or credential.revoked_at or credential.site_id != site.pk:
        raise ActionRefused(ErrorCode.CREDENTIAL_REFUSED)
    return VisitorActor(site=site, visitor=credential.visitor)


def perform(
    site: Site, token: str, frame: f.VisitorCommand, *, fresh: bool, language: str, now: datetime
) -> tuple[VisitorActor, Applied]:
    """Do what ``frame`` says, once, however often it is sent.

    Raises ActionRefused, machine.Refused, CmidConflict or DatabaseError; then nothing is stored.
    """
    for last in (False, False, True):
        try:
            with transaction.atomic():
                return _perform(site, token, frame, fresh=fresh, language=language, now=now)
        except IntegrityError:
            # Another tab was first with visitor, conversation, cmid or reference: look again.
            if last:
                raise
    raise AssertionError


def append(actor: VisitorActor, conversation: Conversation, frame: f.VisitorSend, *, now: datetime) -> Append:
    """For the writer: ``frame`` as a message in ``conversation``, which was the actor's current one lately."""
    # Only what is appended to an open conversation is decided there, and that asks for nobody's availability.
    command = c.VisitorWrites(text=frame.text, page=frame.page, availability=c.Availability(agents_here=False))
    author = _author(actor, frame)
    return Append(conversation=str(conversation), site_pk=actor.site.pk, author=author, command=command, now=now)


def _perform(
    site: Site, token: str, frame: f.VisitorCommand, *, fresh: bool, language: str, now: datetime
) -> tuple[VisitorActor, Applied]:
    actor = identify(site, token, fresh=fresh)
    conversation = queries.current(actor.conversations())
    if conversation is None:
        return _start(actor, token, frame, language=language, now=now)
    row = lock(conversation)
    author = _author(actor, frame)
    if applied := known(author):
        return actor, applied
    try:
        return actor, apply_locked(row, _COMMANDS[type(frame)](row, frame, now), author=author, now=now)
    except (Over, Illegal):
        if row.status != Status.CLOSED or not isinstance(frame, f.VisitorSend | f.AskPerson):
            raise
        return _start(actor, token, frame, language=language, now=now)


def _author(actor: VisitorActor, frame: f.VisitorCommand) -> Author:
    return Author(key=actor.author, cmid=uuid.UUID(frame.cmid), digest=digest(frame))


def _start(
    actor: VisitorActor, token: str, frame: f.VisitorCommand, *, language: str, now: datetime
) -> tuple[VisitorActor, Applied]:
    if not isinstance(frame, f.VisitorSend | f.AskPerson):
        raise ActionRefused(ErrorCode.NOT_NOW)
    # The socket may be hours old: the owner has turned the dial, or changed the hours, since.
    site = Site.objects.get(pk=actor.site.pk)
    command = c.Start(
        disclosed=_disclosed(frame.disclosure, now, required=True),
        text=frame.text if isinstance(frame, f.VisitorSend) else None,
        page=frame.page,
        people_first=site.people_first(now),
        availability=queries.availability_at_click(site, now),
    )
    visitor = actor.visitor or _new_visitor(actor.site, token, language, now)
    actor = VisitorActor(site=actor.site, visitor=visitor)
    row = Conversation.objects.create(site=actor.site, visitor=visitor, created_at=now, updated_at=now)
    return actor, apply_locked(row, command, author=_author(actor, frame), now=now)


def _new_visitor(site: Site, token: str, language: str, now: datetime) -> Visitor:
    visitor = Visitor.objects.create(site=site, language=disclosure.language_for(language), seen_at=now)
    token_hash = hash_token(token)
    Credential.objects.create(site=site, visitor=visitor, token_hash=token_hash)
    transaction.on_commit(lambda: publish.credential_known(token_hash), robust=True)
    return visitor


def _disclosed(proof: f.DisclosureProof | None, now: datetime, *, required: bool) -> Any:
    """The showing to be recorded. A visitor's clock may be wrong: a future showing was shown now."""
    if proof is None or not disclosure.is_known(proof.text_version, proof.language):
        if required:
            raise ActionRefused(ErrorCode.DISCLOSURE_MISSING)
        return None
    return c.Disclosed(text_version=proof.text_version, language=proof.language, shown_at=min(proof.shown_at, now))


def _writes(row: Conversation, frame: f.VisitorSend, now: datetime) -> c.Command:
    return c.VisitorWrites(
        text=frame.text,
        page=frame.page,
        courtesy=is_courtesy(frame.text),
        disclosed=_disclosed(frame.disclosure, now, required=False),
        people_first=row.site.people_first(now),
        availability=queries.availability_at_click(row.site, now),
    )


def _asks(row: Conversation, frame: f.AskPerson, now: datetime) -> c.Command:
    return c.AskForPerson(availability=queries.availability_at_click(row.site, now))


def _leaves_message(row: Conversation, frame: f.LeaveMessage, now: datetime) -> c.Command:
    email = frame.email.strip()
    try:
        validate_email(email)
    except ValidationError:
        raise ActionRefused(ErrorCode.BAD_FIELD) from None
    row.visitor.email = email
    row.visitor.save(update_fields=["email"])
    return c.LeaveMessage(email=email, reference=new_reference(), due_at=_due(row.site, now))


def _due(site: Site, now: datetime) -> datetime:
    """By when an answer is promised: counted from when somebody is there to read the question."""
    opening = None if site.is_open(now) else site.next_opening(now)
    return (opening or now) + timedelta(hours=site.answer_within_hours)


def _rates(row: Conversation, frame: f.Rate, now: datetime) -> c.Command:
    event = row.events.filter(seq=frame.seq, kind="message").first()
    rated = event.event if event else None
    if not isinstance(rated, Message):
        raise ActionRefused(ErrorCode.NOT_FOUND)
    availability = queries.availability_at_click(row.site, now)
    return c.RateAnswer(message_seq=frame.seq, helped=frame.helped, rated=rated, availability=availability)


_COMMANDS: dict[type[f.ClientFrame], Callable[[Conversation, Any, datetime], c.Command]] = {
    f.VisitorSend: _writes,
    f.AskPerson: _asks,
    f.CancelHandoff: lambda row, frame, now: c.CancelHandoff(people_first=row.site.people_first(now)),
    f.LeaveMessage: _leaves_message,
    f.AskBot: lambda row, frame, now: c.AskBotMeanwhile(people_first=row.site.people_first(now)),
    f.Rate: _rates,
    f.End: lambda row, frame, now: c.EndByVisitor(),
}


def mark_read(actor: VisitorActor, conversation: Conversation, seq: int) -> bool:
    """Raise the visitor's read cursor; True if it moved."""
    with transaction.atomic():
        rows = actor.conversations().filter(pk=conversation.pk, visitor_read__lt=seq, top_seq__gte=seq)
        return bool(rows.update(visitor_read=seq))
