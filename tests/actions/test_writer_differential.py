"""The fast path is the plain path, only faster: the same commands through both leave the same events, rows and pushes.

The fast side plays two processes that share a database, each remembering folds that the other one outdates.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from msgspec import json

from chat.actions import agent, append, appended, refusals, store, system, visitor
from chat.actions.append import Appended, Left
from chat.actions.chain import Append
from chat.actions.folds import Folds
from chat.actions.turns import Turn
from chat.delivery.fanout import fanout
from chat.domain.commands import Availability, BotReplies
from chat.domain.events import Reason, Source, Speech
from chat.models import BotTurnOwed, Conversation, Event
from chat.wire import client_frames as f
from tests.cast import NOON, SECOND, SEEN, Pushed, Visitor, hire, is_true, make_site

pytestmark = [pytest.mark.django_db, pytest.mark.contract]

HERE = Availability(agents_here=True)
WORDS = ["Hello?", "thanks!", "Ünï ✓ \u2028 “quoted” \\ end", "x" * 300]
#: Of Vera and Ana; which text under which cmid. The last one is the first one's cmid with other words.
MESSAGES = [*((number, number % len(WORDS)) for number in range(12)), (0, 1)]
COLUMNS = (
    "status", "state_version", "fold", "epoch", "top_seq", "rev", "agent__public_id", "queued_at", "unanswered_since",
    "reference", "preview", "visitor_read", "agent_read", "created_at", "updated_at", "closes_at",
    "closed_at",
)  # fmt: skip

#: What the bot may do about a message: answer, ask which was meant, admit that it doesn't know, hand over.
FAQ = Source(entry_id="1", title="Opening hours")
REPLIES: list[dict[str, Any]] = [
    {"decision": "answer", "text": "Tuesday to Saturday", "source": FAQ, "tone": 0.5},
    {"decision": "clarify", "code": Speech.UNSURE, "choices": (FAQ,), "failed": True},
    {"decision": "say", "code": Speech.NO_ANSWER_YET, "failed": True},
    {"decision": "hand_over", "code": Speech.HANDING_OVER, "hand_over": Reason.NO_ANSWER},
]
MESSAGE = st.tuples(st.sampled_from(["vera", "vera", "ana", "bot", "bot"]), st.sampled_from(MESSAGES))
#: (process, messages that come together)
TOGETHER = st.tuples(st.integers(0, 1), st.lists(MESSAGE, min_size=1, max_size=6))
OTHER = st.tuples(
    st.integers(0, 1),
    st.sampled_from(
        ["asks", "asks", "takes", "takes", "cancels", "leaves", "ends", "lets_bot", "puts_back", "late", "idle"]
    ),
)
STEPS = st.lists(TOGETHER | OTHER, max_size=14)

Step = tuple[int, Any]
#: Who, and the command.
Meant = tuple[str, Any]


class World:
    """Vera's and Ana's doings at one site. Every answer, push and row is written down, with names instead of ids."""

    def __init__(self) -> None:
        self.site = make_site(f"site-{uuid.uuid4()}", "Olga")
        self.vera, self.ana, self.now = Visitor(self.site), hire(self.site, "Ana"), NOON
        self.answers: list[Any] = []
        self.pushed: Pushed = []

    def play(self, steps: list[Step]) -> None:
        with ExitStack() as stack:
            stack.enter_context(patch.object(fanout, "publish", self._hear))
            self.does(lambda: self.vera.says("Good day"))
            self.does(lambda: self.vera.leaves_message("vera@example.org") if len(steps) % 5 == 4 else None)
            for process, what in steps:
                self.now += SECOND
                with self.process(process):
                    self.say(what) if isinstance(what, list) else self.does(lambda what=what: self.other(what))

    @contextmanager
    def process(self, number: int) -> Iterator[None]:
        yield

    def _hear(self, topic: str, frame: bytes) -> None:
        if frame.startswith(b"{"):
            self.pushed.append((topic, json.decode(frame)))

    def does(self, act: Any) -> None:
        """Something through the plain path."""
        with TestCase.captureOnCommitCallbacks(execute=True):
            try:
                with transaction.atomic():
                    applied = act()
            except refusals.REFUSALS as error:
                self.answers.append(refusals.refusal(error).code)
            else:
                self.answers.append((str(applied.conversation), applied.seq) if applied else None)

    def say(self, messages: list[Any]) -> None:
        self.do_plainly([self.meant(message) for message in messages])

    def do_plainly(self, meant: list[Meant]) -> None:
        for who, frame in meant:
            self.does(lambda who=who, frame=frame: self.plainly(who, frame))

    def plainly(self, who: str, frame: Any) -> Any:
        if who == "bot":
            return system.bot_replies(self.vera.chat, frame, self.now)
        return self.vera.does(frame, now=self.now) if who == "vera" else self.ana.does(frame, now=self.now)

    def meant(self, message: Any) -> Meant:
        """Who wants what: asked of all that comes together, before any of it is done."""
        who, (number, words) = message
        return who, self.reply(number, words) if who == "bot" else self.frame(who, number, words)

    def reply(self, number: int, words: int) -> BotReplies:
        """To one of Vera's last messages; perhaps one that was replied to before, or no message at all."""
        seqs = list(self.vera.chat.events.filter(author__startswith="visitor").values_list("seq", flat=True))
        return BotReplies(in_reply_to=seqs[-1 - number % min(len(seqs), 4)], **REPLIES[words], availability=HERE)

    def frame(self, who: str, number: int, words: int) -> Any:
        key, text = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{who}{number}")), WORDS[words]
        if who == "vera":
            return f.VisitorSend(cmid=key, text=text, disclosure=SEEN)
        return f.AgentSend(cmid=key, conversation=str(self.vera.chat), text=text)

    def other(self, what: str) -> Any:
        chat, key = self.vera.chat, str(uuid.uuid4())
        match what:
            case "asks":
                return self.vera.asks_for_person(now=self.now)
            case "takes":
                return self.ana.takes(chat, now=self.now)
            case "puts_back":
                return self.ana.puts_back(chat, now=self.now)
            case "cancels":
                return self.vera.does(f.CancelHandoff(cmid=key), now=self.now)
            case "leaves":
                return self.vera.leaves_message(now=self.now)
            case "ends":
                return self.vera.does(f.End(cmid=key), now=self.now)
            case "lets_bot":
                return self.ana.lets_bot(chat, now=self.now)
        self.time_passes(what)
        return None

    def time_passes(self, what: str) -> None:
        if what == "idle":
            self.now += timedelta(minutes=31)
            system.warn_idle(self.now)
        else:
            self.now += timedelta(minutes=4)
            system.alert_unanswered(self.now)

    def told(self) -> str:
        """All of it, as text that is the same in every world where the same happened."""
        chats = list(Conversation.objects.filter(site=self.site).order_by("pk"))
        assert all(is_true(chat) for chat in chats)
        events = Event.objects.filter(conversation__in=chats).order_by("conversation", "seq")
        names = {str(self.site.public_id): "SITE", self.ana.id: "ANA", str(chats[0].visitor.public_id): "VERA"}
        names |= {str(chat.public_id): f"CHAT{n}" for n, chat in enumerate(chats)}
        names |= {str(row.public_id): f"EVENT{n}" for n, row in enumerate(events)}
        names |= {str(row.cmid): f"CMID{n}" for n, row in enumerate(events) if row.cmid}
        turns = BotTurnOwed.objects.filter(conversation__in=chats).order_by("conversation", "seq")
        rows = [
            list(Conversation.objects.filter(site=self.site).order_by("pk").values(*COLUMNS)),
            list(events.values("public_id", "seq", "kind", "v", "body", "at", "author", "cmid", "digest")),
            list(turns.values("seq", "due_at", "lease_until", "attempts")),
        ]
        text = json.format(json.encode([self.answers, singly(self.pushed), rows], order="sorted")).decode()
        text = re.sub("|".join(names), lambda found: names[found[0]], text)
        # Random in each world: references, ids of inbox changes, digests of frames that name the chat.
        text = re.sub(r'"[2-9A-Z]{3}-[2-9A-Z]{3}"', '"REFERENCE"', text)
        return re.sub(r'"(id|digest|visitor)": "[0-9a-f-]{36,64}"|"visitor": "[0-9A-F]{4}"', '"RANDOM"', text)


def singly(pushed: Pushed) -> list[Any]:
    """Several events in one frame are as good as one each; of a conversation's previews the last one counts."""
    heard: dict[str, list[Any]] = {}
    for topic, frame in pushed:
        rest = {name: value for name, value in frame.items() if name != "events"}
        heard.setdefault(topic.partition(":")[0], []).extend([rest, event] for event in frame.get("events", [frame]))
    previews = {str(frame["seq"]): frame for kind in heard.values() for _, frame in kind if "seq" in frame}
    return [heard.get("visitor"), heard.get("conversation"), sorted(previews)]


class FastWorld(World):
    """Messages that come together are one batch; what it leaves to the plain path goes there.

    ``play`` leaves them in the order in which they counted: between several senders either order is right.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folds = Folds(), Folds()

    @contextmanager
    def process(self, number: int) -> Iterator[None]:
        with patch.object(append, "folds", self.folds[number]), patch.object(store, "folds", self.folds[number]):
            yield

    def say(self, messages: list[Any]) -> None:
        waiting = {self.append(*(meant := self.meant(message))): (message, meant) for message in messages}
        left = list(waiting)
        order: list[Any] = []
        for _ in range(2):
            committed = append.commit(left)
            appended.tell(committed.chains)
            for each in left:
                if isinstance(answer := committed.answers[each], Appended):
                    self.answers.append((answer.conversation, answer.seq))
                    order.append(waiting.pop(each)[0])
            left = [each for each in waiting if committed.answers.get(each) is Left.AGAIN]
        self.do_plainly([meant for _, meant in waiting.values()])
        messages[:] = [*order, *(message for message, _ in waiting.values())]

    def append(self, who: str, frame: Any) -> Append:
        if who == "vera":
            return visitor.append(self.vera.actor, self.vera.chat, frame, now=self.now)
        if who == "bot":
            event = self.vera.chat.events.get(seq=frame.in_reply_to)
            turn = Turn(pk=0, conversation=str(self.vera.chat), seq=event.seq, event=event.public_id, text="")
            return system.bot_append(turn, self.site.pk, frame, self.now)
        return agent.append(self.ana.actor, frame, now=self.now)


@pytest.mark.usefixtures("db")
@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
@example(steps=[(0, "idle"), (0, [("vera", (0, 0))])])
def test_both_paths_tell_the_same_story(steps: list[Step]) -> None:
    assert lived(FastWorld, steps) == lived(World, steps)


def lived(kind: type[World], steps: list[Step]) -> str:
    """What one world tells; then it never was, for timers see to all chats there are."""
    with transaction.atomic():
        world = kind()
        world.play(steps)
        told = world.told()
        transaction.set_rollback(True)
    return told
