"""The business that is measured, made in a process of its own: ``python -m tests.bench.stage SIZES PART…``.

Prints the cast as JSON. The product's own actions store it all; only masses of old rows are copied by SQL.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import uuid
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "chat.settings"
if __name__ == "__main__":
    django.setup()

from django.core.management import call_command

from chat import presence
from chat.actions import agent, knowledge, sites, system, visitor
from chat.bot.responder import think
from chat.demo.content import load_faq
from chat.domain.disclosure import TEXT_VERSION
from chat.models import Conversation, Dial, FaqEntry, Membership, Role, Site, User
from chat.wire import client_frames as f
from tests.bench import mass
from tests.sockets.seed import session_of

if TYPE_CHECKING:
    from tests.bench.systems import Sizes

NOW = datetime.now(UTC)
PROOF = f.DisclosureProof(text_version=TEXT_VERSION, language="en", shown_at=NOW - timedelta(minutes=1))
#: So long a bench may take without its people counting as gone.
LATER = timedelta(days=1)
Cast = dict[str, Any]


def make_site(slug: str, **fields: Any) -> Site:
    owner = User.objects.create_user(f"olga@{slug}.example", None, name="Olga")
    return sites.create_site(owner=owner, slug=slug, name=slug, origins=[f"https://{slug}.example"], **fields)


def hire(site: Site, count: int) -> list[Membership]:
    people = []
    for n in range(count):
        place = sites.add_person(site, email=f"ana{n}@{site.slug}.example", name=f"Ana {n}", role=Role.AGENT)
        presence.arrive(place, NOW + LATER)
        people.append(place)
    return people


def cmid() -> str:
    return str(uuid.uuid4())


class Vera:
    """A visitor who has written once."""

    def __init__(self, site: Site, text: str = "Is the blue jug still to be had?") -> None:
        self.site = site
        self.credential = secrets.token_urlsafe(32)
        frame = f.VisitorSend(cmid=cmid(), text=text, disclosure=PROOF)
        _, applied = visitor.perform(site, self.credential, frame, fresh=True, language="en", now=NOW)
        self.chat = applied.conversation

    def is_taken_by(self, place: Membership) -> None:
        actor = sites_actor(place)
        chat = str(self.chat.public_id)
        agent.perform(actor, f.Take(cmid=cmid(), conversation=chat), now=NOW)
        agent.perform(actor, f.AgentSend(cmid=cmid(), conversation=chat, text="Hello, Ana here."), now=NOW)

    def is_answered_by_the_bot(self) -> bool:
        """True if it was an answer."""
        self.chat.refresh_from_db()
        reply = think(self.chat, self.chat.top_seq)
        system.bot_replies(self.chat, reply, NOW)
        return reply.source is not None

    @property
    def cast(self) -> Cast:
        return {"site": self.site.key, "credential": self.credential, "conversation": str(self.chat.public_id)}


def sites_actor(place: Membership) -> Any:
    from chat.policy import AgentActor

    return AgentActor(site=place.site, membership=place)


def agent_cast(place: Membership, veras: list[Vera]) -> Cast:
    cookie = f"sessionid={session_of(place.user.email)}"
    return {"cookie": cookie, "conversations": [str(vera.chat.public_id) for vera in veras]}


def append_cast(sizes: Sizes) -> Cast:
    """Sites with one agent each, who holds as many chats as a console follows."""
    agents, veras = [], []
    for n in range(sizes["agents"]):
        site = make_site(f"shop{n}", dial=Dial.PEOPLE_FIRST)
        [place] = hire(site, 1)
        mine = [Vera(site) for _ in range(sizes["chats"])]
        for vera in mine:
            vera.is_taken_by(place)
        veras += mine
        agents.append(agent_cast(place, mine))
    return {"visitors": [vera.cast for vera in veras], "agents": agents}


def fanout_cast(sizes: Sizes) -> Cast:
    """One site, where everybody looks at the same chats."""
    site = make_site("fair", dial=Dial.PEOPLE_FIRST)
    people = hire(site, sizes["audience"])
    veras = [Vera(site) for _ in range(sizes["chats"])]
    for vera in veras:
        vera.is_taken_by(people[0])
    return {"visitors": [vera.cast for vera in veras], "agents": [agent_cast(place, veras) for place in people]}


def bot_cast(sizes: Sizes) -> Cast:
    """The demo's FAQ, and those of its questions that the bot answers."""
    site = make_site("asked")
    faq = [entry for entry in load_faq() if entry.language == "en"]
    entries = [FaqEntry(title=e.title, paraphrases=e.paraphrases, answer=e.answer, tags=e.tags) for e in faq]
    knowledge.save_entries(site, entries)
    answered = [entry.title for entry in faq if Vera(site, entry.title).is_answered_by_the_bot()]
    veras = [Vera(site, answered[n % len(answered)]) for n in range(sizes["askers"])]
    for vera in veras:
        vera.is_answered_by_the_bot()
    return {"visitors": [vera.cast for vera in veras], "agents": [], "questions": answered}


def paint_cast(sizes: Sizes) -> Cast:
    """Conversations of 200 events."""
    site = make_site("long", dial=Dial.PEOPLE_FIRST)
    [place] = hire(site, 1)
    veras = [Vera(site) for _ in range(3)]
    for vera in veras:
        vera.is_taken_by(place)
        mass.deepen(vera.chat, 200)
    return {"visitors": [vera.cast for vera in veras], "agents": []}


def crowd_cast(sizes: Sizes) -> Cast:
    """Many who talked to the bot and left the panel open."""
    site = make_site("crowd")
    vera = Vera(site, "hello")
    vera.is_answered_by_the_bot()
    tokens = mass.copies(vera.chat, sizes["crowd"])
    visitors = [{"site": site.key, "credential": token, "conversation": chat} for token, chat in tokens]
    return {"visitors": visitors, "agents": []}


def wide(sizes: Sizes) -> Cast:
    """A past of as many conversations of ten events each as make up ``sizes["stored"]``."""
    site = make_site("past", dial=Dial.PEOPLE_FIRST)
    [place] = hire(site, 1)
    vera = Vera(site)
    vera.is_taken_by(place)
    mass.deepen(vera.chat, 9)
    end = f.End(cmid=cmid())
    visitor.perform(site, vera.credential, end, fresh=False, language="en", now=NOW)
    mass.copies(vera.chat, sizes["stored"] // 10, tokens=False)
    return {}


def deep(sizes: Sizes) -> Cast:
    """The same number of events, in the conversations that go on."""
    chats = Conversation.objects.filter(site__slug__startswith="shop")
    for chat in chats:
        mass.deepen(chat, sizes["stored"] // len(chats))
    return {}


CASTS = {
    "append": append_cast, "fanout": fanout_cast, "bot": bot_cast, "paint": paint_cast, "crowd": crowd_cast,
    "wide": wide, "deep": deep,
}  # fmt: skip


def stage(names: list[str], sizes: Sizes) -> dict[str, Cast]:
    with mass.hurried():
        casts = {name: CASTS[name](sizes) for name in names}
        # Nobody is to count as idle while the bench lasts.
        Conversation.objects.exclude(status="closed").update(updated_at=NOW + LATER)
        mass.settle()
    return casts


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    print(json.dumps(stage(sys.argv[2:], json.loads(sys.argv[1]))))  # noqa: T201
