"""Owners try the bot on what they haven't saved, and hear what it would take from other entries."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chat.bot import trying
from chat.models import FaqEntry, Site
from tests import cast
from tests.api.http import Console

pytestmark = pytest.mark.django_db
DRAFT = {"title": "Is there parking?", "paraphrases": ["Where can I park?"], "answer": "Behind the shop."}
SAME = {"title": cast.QUESTION, "answer": "Never."}


def tried(agent: cast.Agent, text: str, **more: Any) -> dict[str, Any]:
    answer = Console(agent).send("post", "faq/try/", {"text": text, **more})
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def effects(agent: cast.Agent, draft: dict[str, Any], **more: Any) -> dict[str, list[str]]:
    found = Console(agent).send("post", "faq/effects/", {"draft": draft, **more}).json()
    return {name: [each["text"] for each in found[name]] for name in ("taken", "moved", "missed", "asked")}


def test_what_is_saved_is_tried(ana: cast.Agent, site: Site) -> None:
    found = tried(ana, cast.QUESTION)
    assert (found["decision"], found["answer"], found["id"]) == ("answer", cast.ANSWER, str(site.faq.get().public_id))
    assert found["confidence"] >= found["answer_from"] > found["clarify_from"] and found["ranked"][0]["score"] == 1


def test_a_draft_is_tried_and_nobody_else_meets_it(olga: cast.Agent, vera: cast.Visitor) -> None:
    assert tried(olga, "where can i park?", draft=DRAFT)["answer"] == DRAFT["answer"]
    assert tried(olga, "where can i park?")["decision"] == "say"
    assert FaqEntry.objects.filter(site=vera.site).count() == 1


def test_a_draft_stands_in_its_entrys_place(olga: cast.Agent, site: Site) -> None:
    mine = str(site.faq.get().public_id)
    assert tried(olga, cast.QUESTION, draft=SAME, id=mine)["answer"] == "Never."
    unpublished = {**SAME, "published": False}
    assert tried(olga, cast.QUESTION, draft=unpublished, id=mine)["ranked"] == []


def test_a_request_for_a_person_says_why(olga: cast.Agent) -> None:
    found = tried(olga, "I want to talk to a person")
    assert (found["decision"], found["reason"]) == ("hand_over", "asked") and "person" in found["quote"]


def test_who_takes_anothers_question_is_warned(olga: cast.Agent) -> None:
    found = effects(olga, {**DRAFT, "paraphrases": [cast.QUESTION]})
    assert found["taken"] == [cast.QUESTION] == found["moved"]


def test_what_stays_unpublished_changes_nothing(olga: cast.Agent) -> None:
    assert effects(olga, {**SAME, "published": False}) == {"taken": [], "moved": [], "missed": [], "asked": []}


def test_a_draft_that_disturbs_nobody_says_so(olga: cast.Agent) -> None:
    assert effects(olga, DRAFT) == {"taken": [], "moved": [], "missed": [], "asked": []}


def test_the_console_fills_in_what_visitors_read(olga: cast.Agent, site: Site) -> None:
    Site.objects.filter(pk=site.pk).update(name="**Pots**", email="hi@pots.example", origins=["https://pots.example"])
    page = Console(olga).client.get("/console/").content.decode()
    config = json.loads(page.partition('id="candid-config" type="application/json">')[2].partition("</script>")[0])
    assert config["placeholders"] == {"site": "Pots", "email": "hi@pots.example", "phone": ""}
    assert config["site_origin"] == "https://pots.example"


def test_what_visitors_asked_lately_is_looked_at(olga: cast.Agent, vera: cast.Visitor) -> None:
    vera.says("Where can I park?")
    assert effects(olga, DRAFT)["asked"] == ["Where can I park?"]


def test_of_a_huge_faq_as_much_is_looked_at_as_there_is_time_for(
    olga: cast.Agent, vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera.says("Where can I park?")
    told = Console(olga).send("post", "faq/effects/", {"draft": DRAFT}).json()
    monkeypatch.setattr(trying, "PATIENCE", -1.0)
    hurried = Console(olga).send("post", "faq/effects/", {"draft": DRAFT}).json()
    assert (told["questions"], len(told["asked"])) == (1, 1) and (hurried["questions"], hurried["asked"]) == (0, [])


@pytest.mark.parametrize("body", [b"[]", b'{"text": 7}', b'{"draft": {"title": "\xff"}}', b'{"site": 1}', b"{"])
@pytest.mark.parametrize("path", ["try", "effects"])
def test_what_is_no_question_is_refused(olga: cast.Agent, path: str, body: bytes) -> None:
    assert Console(olga).send("post", f"faq/{path}/", body).status_code == 400


def test_charlie_tries_at_his_own_site_alone(charlie: cast.Agent, site: Site) -> None:
    site.faq.update(answer="Only for Vera.")
    assert tried(charlie, cast.QUESTION)["answer"] != "Only for Vera."
    path = f"faq/try/?site={site.public_id}"
    assert Console(charlie).send("post", path, {"text": cast.QUESTION}).status_code == 404
