"""E-mails that events cause, written into the outbox with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from urllib.parse import quote

from django.db import transaction
from django.db.models import Max, Min
from django.template.loader import render_to_string
from django.utils import formats, timezone, translation

from chat import queries
from chat.actions import publish
from chat.domain import events as e
from chat.domain.state import Owed, State
from chat.models import Conversation, Event, OutboxMail, Site

SUBJECT_CHARS = 200
#: What may stand in an address's path as it is.
PATH = "/%~!$&'()*+,;=:@"
#: A visitor who is here reads a reply within this time; otherwise it goes by e-mail.
READS_WITHIN = timedelta(seconds=60)
#: The loader opens the chat on a page with this fragment.
OPENS_CHAT = "#candid"


def write(conversation: Conversation, *, before: State, events: Sequence[Event], now: datetime) -> None:
    for row in events:
        event = row.event
        if isinstance(event, e.MessageLeft):
            _message_left(conversation, event, now)
        if isinstance(event, e.Message) and _by_agent(event):
            _agent_wrote(conversation, event, before, now)
        if isinstance(event, e.Unanswered):
            _unanswered(conversation, now)


def _message_left(conversation: Conversation, event: e.MessageLeft, now: datetime) -> None:
    site = conversation.site
    context = {"reference": event.reference, "due_at": event.due_at, "email": event.email}
    _post(conversation, to=event.email, name="message_left", context=context, now=now)
    if site.email:
        _post_to_site(conversation, name="message_for_site", context=context, now=now)


def _agent_wrote(conversation: Conversation, event: e.Message, before: State, now: datetime) -> None:
    if before.owed:
        _owed_answer(conversation, event, before.owed, now)
    elif conversation.visitor.email:
        _unread_replies(conversation, now)


def _unread_replies(conversation: Conversation, now: datetime) -> None:
    """For a visitor who left: together those of a minute, and not sent if they are read in the chat before that."""
    given = conversation.events.filter(kind="owed_answer_given").aggregate(last=Max("seq"))["last"] or 0
    waiting = conversation.mail.filter(unless_read__gt=given, attempts=0, sent_at=None)
    due = waiting.aggregate(first=Min("due_at"))["first"] or now + READS_WITHIN
    waiting.delete()
    mailed = conversation.mail.aggregate(last=Max("unless_read"))["last"] or 0
    rows = conversation.events.filter(kind="message", seq__gt=max(given, mailed, conversation.visitor_read))
    replies = [row for row in rows if _by_agent(row.event)]
    context = {"replies": [row.event for row in replies], "link": _link(conversation)}
    to, last = conversation.visitor.email, replies[-1].seq
    _post(conversation, to=to, name="unread_reply", context=context, now=due, unless_read=last)


def _by_agent(event: e.AnyEvent) -> bool:
    return isinstance(event, e.Message) and event.author_kind is e.AuthorKind.AGENT


def _link(conversation: Conversation) -> str:
    """Back to the page that the visitor wrote from, with the chat open. The page is a visitor's word: only a path."""
    origins = conversation.site.origins
    path = re.split("[?#]", conversation.state.page or "")[0]
    return f"{origins[0]}/{quote(path.lstrip('/'), safe=PATH)}{OPENS_CHAT}" if origins else ""


def _unanswered(conversation: Conversation, now: datetime) -> None:
    """If no colleague is here to see the alert, the site's own mailbox hears of it."""
    site = conversation.site
    if site.email and not queries.agents_here(site, now):
        _post_to_site(conversation, name="unanswered", context={}, now=now)


def _owed_answer(conversation: Conversation, event: e.Message, owed: Owed, now: datetime) -> None:
    context = {"reference": owed.reference, "agent": event.author.name if event.author else "", "text": event.text}
    _post(conversation, to=owed.email, name="owed_answer", context=context, now=now)


def _post_to_site(conversation: Conversation, *, name: str, context: Mapping[str, object], now: datetime) -> None:
    site = conversation.site
    _post(conversation, to=site.email, name=name, context=context, now=now, language=site.language)


def _post(
    conversation: Conversation,
    *,
    to: str,
    name: str,
    context: Mapping[str, object],
    now: datetime,
    unless_read: int | None = None,
    language: str | None = None,
) -> None:
    """``language`` None is the visitor's own."""
    site = conversation.site
    full = {**context, "site": site, "said": _visitor_said(conversation)}
    with translation.override(language or conversation.visitor.language):
        full["due"] = _local(site, context.get("due_at"))
        subject = render_to_string(f"chat/mail/{name}.subject.txt", full).strip()
        text = render_to_string(f"chat/mail/{name}.txt", full)
    subject = " ".join(subject.split())[:SUBJECT_CHARS]
    OutboxMail.objects.create(
        site=site, to=to, subject=subject, text=text, due_at=now, conversation=conversation, unless_read=unless_read
    )
    transaction.on_commit(publish.mail, robust=True)


def _visitor_said(conversation: Conversation) -> list[str]:
    rows = conversation.events.filter(kind="message").order_by("seq")
    messages = [row.event for row in rows]
    return [m.text for m in messages if isinstance(m, e.Message) and m.author_kind is e.AuthorKind.VISITOR]


def _local(site: Site, moment: object) -> str:
    """In the language that is active; empty for no moment."""
    if not isinstance(moment, datetime):
        return ""
    with timezone.override(site.zone):
        local = timezone.localtime(moment)
        return f"{formats.date_format(local, 'l j F, H:i')} ({site.time_zone})"
