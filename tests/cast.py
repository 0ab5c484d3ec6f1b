"""The cast: visitor Vera, agents Ana and Ben and owner Olga at one site; agent Charlie and visitor Carl at another.

They act through chat.actions, as the doors do. Below them: the tests' own assertion words.
"""

from __future__ import annotations

import secrets
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from msgspec import json

from chat import presence, queries
from chat.actions import agent, knowledge, sites, visitor
from chat.actions.refusals import REFUSALS, refusal
from chat.actions.store import Applied
from chat.bot.known import indexes
from chat.delivery.fanout import fanout
from chat.domain.disclosure import TEXT_VERSION
from chat.domain.state import fold
from chat.models import Conversation, FaqEntry, Membership, Role, Site, User
from chat.policy import AgentActor, VisitorActor
from chat.wire import client_frames as f

#: A Wednesday.
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
NINE_TO_FIVE = {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
SEEN = f.DisclosureProof(text_version=TEXT_VERSION, language="en", shown_at=NOON - MINUTE)

QUESTION, ANSWER = "When are you open?", "Tuesday to Saturday, ten to five."


def cmid() -> str:
    return str(uuid.uuid4())


class Visitor:
    """A browser with a credential at one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.token = secrets.token_urlsafe(32)

    def does(self, frame: f.VisitorCommand, *, now: datetime = NOON) -> Applied:
        return visitor.perform(self.site, self.token, frame, fresh=True, language="en", now=now)[1]

    def says(
        self,
        text: str = QUESTION,
        *,
        key: str = "",
        disclosure: f.DisclosureProof | None = SEEN,
        now: datetime = NOON,
    ) -> Applied:
        """``key`` is the cmid, if it matters."""
        return self.does(f.VisitorSend(cmid=key or cmid(), text=text, disclosure=disclosure), now=now)

    def asks_for_person(self, *, now: datetime = NOON) -> Applied:
        return self.does(f.AskPerson(cmid=cmid(), disclosure=SEEN), now=now)

    def leaves_message(self, email: str = "vera@example.org", *, now: datetime = NOON) -> Applied:
        return self.does(f.LeaveMessage(cmid=cmid(), email=email), now=now)

    def waits(self, *, now: datetime = NOON) -> Conversation:
        """Vera's chat, in which she asked something and then for a person."""
        self.says(now=now)
        self.asks_for_person(now=now)
        return self.chat

    def leaves(self, *, now: datetime = NOON) -> Conversation:
        """Vera's chat, in which she left a message."""
        self.waits(now=now)
        self.leaves_message(now=now)
        return self.chat

    @property
    def actor(self) -> VisitorActor:
        return visitor.identify(self.site, self.token, fresh=True)

    @property
    def chat(self) -> Conversation:
        """As it is now."""
        found = queries.current(self.actor.conversations())
        assert found
        return found

    @property
    def chats(self) -> int:
        return int(self.actor.conversations().count())

    @property
    def headers(self) -> dict[str, str]:
        """Of a request without a socket."""
        return {"Authorization": f"Bearer {self.token}", "X-Candid-Fresh": "1"}


class Agent:
    """A person's place at one site."""

    def __init__(self, membership: Membership) -> None:
        self.membership = membership
        self.id, self.name = str(membership.public_id), membership.user.name

    def does(self, frame: f.AgentAction, *, now: datetime = NOON) -> Applied:
        return agent.perform(self.actor, frame, now=now)

    def takes(self, chat: Conversation, *, now: datetime = NOON) -> Applied:
        return self.does(f.Take(cmid=cmid(), conversation=str(chat)), now=now)

    def writes(self, chat: Conversation, text: str = "Hello, a person here.", *, now: datetime = NOON) -> Applied:
        return self.does(f.AgentSend(cmid=cmid(), conversation=str(chat), text=text), now=now)

    def puts_back(self, chat: Conversation, *, now: datetime = NOON) -> Applied:
        return self.does(f.PutBack(cmid=cmid(), conversation=str(chat)), now=now)

    def transfers(self, chat: Conversation, to: Agent) -> Applied:
        return self.does(f.Transfer(cmid=cmid(), conversation=str(chat), to=to.id))

    def resolves(self, chat: Conversation, goodbye: str = "", *, now: datetime = NOON) -> Applied:
        return self.does(f.Resolve(cmid=cmid(), conversation=str(chat), goodbye=goodbye), now=now)

    def lets_bot(self, chat: Conversation, *, now: datetime = NOON) -> Applied:
        return self.does(f.LetBot(cmid=cmid(), conversation=str(chat)), now=now)

    def arrives(self, *, now: datetime = NOON) -> None:
        presence.arrive(self.membership, now)

    @property
    def actor(self) -> AgentActor:
        return AgentActor(site=self.membership.site, membership=self.membership)

    @property
    def browser(self) -> Client:
        """Signed in. Every POST needs a CSRF token there, as in a real browser."""
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.membership.user)
        return client


# --- the stage -------------------------------------------------------------------------------------------------------
def make_site(slug: str, owner: str, **fields: Any) -> Site:
    user = User.objects.create_user(f"{owner.lower()}@{slug}.example", name=owner)
    site = sites.create_site(owner=user, slug=slug, name=slug.title(), origins=[f"https://{slug}.example"], **fields)
    indexes.invalidate(site.pk)  # the test before had a site of the same number, too
    return site


def hire(site: Site, name: str, role: Role = Role.AGENT) -> Agent:
    return Agent(sites.add_person(site, email=f"{name.lower()}@{site.slug}.example", name=name, role=role))


def write_faq(site: Site, title: str = QUESTION, answer: str = ANSWER) -> FaqEntry:
    entry = FaqEntry(title=title, answer=answer)
    knowledge.save_entries(site, [entry])
    return entry


@pytest.fixture
def site(db: None) -> Site:
    site = make_site("marlpit", "Olga", email="hello@marlpit.example", time_zone="Europe/London")
    write_faq(site)
    return site


@pytest.fixture
def olga(site: Site) -> Agent:
    return Agent(site.memberships.get(role=Role.OWNER))


@pytest.fixture
def lea(site: Site) -> Agent:
    return hire(site, "Lea", Role.LEAD)


@pytest.fixture
def ana(site: Site) -> Agent:
    return hire(site, "Ana")


@pytest.fixture
def ben(site: Site) -> Agent:
    return hire(site, "Ben")


@pytest.fixture
def vera(site: Site) -> Visitor:
    return Visitor(site)


@pytest.fixture
def other_site(db: None) -> Site:
    site = make_site("elsewhere", "Oscar")
    write_faq(site)
    return site


@pytest.fixture
def charlie(other_site: Site) -> Agent:
    return hire(other_site, "Charlie", Role.LEAD)


@pytest.fixture
def carl(other_site: Site) -> Visitor:
    return Visitor(other_site)


# --- assertion words -------------------------------------------------------------------------------------------------
@contextmanager
def refused(code: str, *, by: str | None = None) -> Iterator[None]:
    with pytest.raises(REFUSALS) as caught:
        yield
    frame = refusal(caught.value)
    assert (frame.code, frame.by) == (code, by)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do them in threads that begin together: what each returned, or raised."""
    together = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        together.wait()
        try:
            return act()
        except Exception as error:  # noqa: BLE001 -- the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def kinds(chat: Conversation, after: int = 0) -> list[str]:
    return list(chat.events.filter(seq__gt=after).values_list("kind", flat=True))


def said(chat: Conversation) -> list[str]:
    """What was said, in order: texts, and codes of fixed sentences."""
    messages: list[Any] = [row.event for row in chat.events.filter(kind="message")]
    return [message.text or str(message.code) for message in messages]


def is_true(chat: Conversation) -> bool:
    """Gapless from 1, and the row is the fold of its events."""
    chat.refresh_from_db()
    recorded = [row.recorded for row in chat.events.all()]
    seqs = [item.seq for item in recorded]
    whole = seqs == list(range(1, chat.top_seq + 1)) and chat.state == fold(recorded)
    return whole and chat.closes_at == chat.state.closes_at


#: (topic, frame), in order.
Pushed = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def pushed(monkeypatch: pytest.MonkeyPatch) -> Pushed:
    """Everything that is pushed from here on."""
    told: Pushed = []
    monkeypatch.setattr(fanout, "publish", lambda topic, frame: told.append((topic, json.decode(frame))))
    return told


def inbox_revs(site: Site) -> list[int]:
    site.refresh_from_db()
    return list(site.inbox_changes.order_by("rev").values_list("rev", flat=True))
