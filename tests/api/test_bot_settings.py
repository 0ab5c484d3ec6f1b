"""Owners decide how much the bot does by itself, and see what that would have meant."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks as Capture

from chat import presence
from chat.actions import system
from chat.domain import commands as c
from chat.domain.events import Outcome, Reason, Speech, Tried
from chat.models import Site
from chat.wire import client_frames as f
from tests import cast
from tests.api.http import Console
from tests.cast import NOON, Pushed, cmid

pytestmark = [pytest.mark.django_db, pytest.mark.contract]
NEW = {
    "dial": "bot_helps",
    "dial_closed": "people_first",
    "rehearsal": True,
    "eagerness": -2,
    "sensitive_topics": ["refund"],
    "page_rules": ["/checkout/*"],
    "hours": {"mon": [["09:00", "12:30"], ["13:30", "24:00"]], "sun": []},
    "time_zone": "Europe/Berlin",
}


def test_an_owner_changes_all_of_it_and_a_lead_reads_it(olga: cast.Agent, lea: cast.Agent) -> None:
    said = Console(olga).send("patch", "bot/", NEW)
    assert said.status_code == 200 and said.json().items() >= NEW.items()
    assert Console(lea).send("get", "bot/").json() == said.json()
    assert Console(lea).send("patch", "bot/", {"dial": "bot_first"}).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[("dial", "robot"), ("eagerness", 3), ("page_rules", ["a b"]), ("sensitive_topics", ["x" * 81])],
        *[("time_zone", "Berlin"), ("hours", None), ("hours", "9-5"), ("hours", {"mon": ["09:00", "17:00"]})],
        *[("hours", {"Mon": []}), ("hours", {"mon": [["17:00", "09:00"]]}), ("hours", {"mon": [["09:00", "25:00"]]})],
    ],
)
def test_what_is_wrong_is_named_and_nothing_changes(olga: cast.Agent, site: Site, field: str, value: Any) -> None:
    response = Console(olga).send("patch", "bot/", {"rehearsal": True, field: value})
    assert response.status_code == 400 and set(response.json()["fields"]) == {field}
    assert not Site.objects.get(pk=site.pk).rehearsal


def test_pages_are_stored_corrected_and_what_is_none_is_named(olga: cast.Agent, site: Site) -> None:
    written = ["workshops/*", f"{site.origins[0]}/visit/"]
    said = Console(olga).send("patch", "bot/", {"page_rules": written, "was": {"page_rules": []}})
    assert said.json()["page_rules"] == Site.objects.get(pk=site.pk).page_rules == ["/workshops/*", "/visit/"]
    refused = Console(olga).send("patch", "bot/", {"page_rules": ["/help", "https://other.example/x"]})
    named = {"why": "other_site", "rule": "https://other.example/x"}
    assert refused.status_code == 400 and refused.json()["fields"] == {"page_rules": named}


@pytest.mark.parametrize(
    ("field", "theirs", "mine"),
    [
        ("sensitive_topics", ["refund", "lawyer"], ["refund", "swan"]),
        ("page_rules", ["/checkout/*", "/visit"], ["/checkout/*"]),
        ("hours", {"mon": [["09:00", "12:30"]]}, {}),
    ],
)
def test_what_somebody_saved_meanwhile_is_not_overwritten_unseen(
    olga: cast.Agent, site: Site, field: str, theirs: Any, mine: Any
) -> None:
    Console(olga).send("patch", "bot/", NEW)
    read = {field: NEW[field]}
    assert Console(olga).send("patch", "bot/", {field: theirs, "was": read}).status_code == 200
    refused = Console(olga).send("patch", "bot/", {field: mine, "rehearsal": False, "was": read})
    assert refused.status_code == 409 and refused.json()["code"] == "not_now"
    assert refused.json()["current"] == Console(olga).send("get", "bot/").json()
    stored = Site.objects.get(pk=site.pk)
    assert (getattr(stored, field), stored.rehearsal) == (theirs, True)
    assert Console(olga).send("patch", "bot/", {field: mine, "was": {field: theirs}}).json()[field] == mine


@pytest.mark.parametrize("was", ["refund", [], {"sensitive_topics": ["refund"]}])
def test_what_was_read_of_other_fields_says_nothing(olga: cast.Agent, was: Any) -> None:
    said = Console(olga).send("patch", "bot/", {"rehearsal": True, "was": was})
    assert said.status_code == (200 if isinstance(was, dict) else 400)


def test_new_hours_are_told_at_once(
    olga: cast.Agent, pushed: Pushed, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Console(olga).send("patch", "bot/", {"hours": {"mon": []}})
    told = {frame["type"]: frame for _, frame in pushed}
    assert told["opening"].items() >= {"open": False, "opens_at": None}.items()
    assert not told["availability"]["availability"]["open"]


def test_the_dial_is_told_at_once(
    olga: cast.Agent, pushed: Pushed, django_capture_on_commit_callbacks: Capture
) -> None:
    for rehearsal in (True, False):
        with django_capture_on_commit_callbacks(execute=True):
            Console(olga).send("patch", "bot/", {"rehearsal": rehearsal})
    told = [frame["availability"] for _, frame in pushed if frame["type"] == "availability"]
    assert [each["people_first"] for each in told] == [True, False]


def test_who_comes_on_an_old_socket_says_the_new_hours(olga: cast.Agent, site: Site, pushed: Pushed) -> None:
    olga.arrives(now=timezone.now())
    Site.objects.filter(pk=site.pk).update(hours={"mon": []})
    pushed.clear()
    presence.set_available(olga.membership, on=True)
    said = [frame["availability"]["open"] for _, frame in pushed if frame["type"] == "availability"]
    assert said == [False]


def test_nothing_but_the_bot_can_be_changed_here(olga: cast.Agent, site: Site) -> None:
    Console(olga).send("patch", "bot/", {"name": "Evil", "rev": 99, "correction": 9.0, "eagerness": 1})
    now = Site.objects.get(pk=site.pk)
    assert (now.name, now.rev, now.correction, now.eagerness) == (site.name, site.rev, 0.0, 1)


def turned(vera: cast.Visitor, asked: str, /, **reply: Any) -> None:
    """Vera writes, and the bot's turn is this."""
    seq = vera.says(asked).conversation.top_seq
    said = {"decision": "answer", "text": "x", **reply, "availability": c.Availability(agents_here=False)}
    system.bot_replies(vera.chat, c.BotReplies(in_reply_to=seq, **said), NOON)


def test_what_the_slider_never_answers_counts_as_unanswered(olga: cast.Agent, vera: cast.Visitor) -> None:
    near = tuple(Tried(entry_id=name, title=name, score=0.9, outcome=Outcome.OFFERED) for name in "ab")
    turned(vera, "Hello", decision="say", text="", code=Speech.GREETING, confidence=1.0)
    turned(vera, "Known", confidence=0.99)
    turned(vera, "Wo?", decision="say", text="", code=Speech.OTHER_LANGUAGE, confidence=0.99, failed=True)
    turned(vera, "Either", decision="clarify", text="", code=Speech.UNSURE, confidence=0.99, tried=near, failed=True)
    turned(vera, "What?", decision="hand_over", text="", hand_over=Reason.NO_ANSWER, confidence=0.7)
    effects = Console(olga).send("get", "bot/").json()["effects"]
    assert [(each["turns"], each["answered"]) for each in effects] == [(4, 0.25)] * 4 + [(4, 0.5)]


def test_the_slider_shows_its_effect_on_the_sites_own_history(olga: cast.Agent, vera: cast.Visitor) -> None:
    for confidence in (0.99, 0.01):
        turned(vera, str(confidence), confidence=confidence)
    vera.does(f.Rate(cmid=cmid(), seq=4, helped=True))
    effects = Console(olga).send("get", "bot/").json()["effects"]
    assert [effect["eagerness"] for effect in effects] == [-2, -1, 0, 1, 2]
    assert effects[2].items() >= {"turns": 2, "answered": 0.5, "judged": 1, "right": 1.0}.items()
