"""Owners and leads edit what the bot may say."""

from __future__ import annotations

import uuid

import pytest

from chat.models import FaqEntry, Site
from tests import cast
from tests.api.http import Console

pytestmark = [pytest.mark.django_db, pytest.mark.contract]
ENTRY = {
    "title": "Where are you?",
    "paraphrases": ["How do I find you?"],
    "answer": "In Marlpit Lane.",
    "tags": ["visit"],
}


def test_an_entry_is_made_read_changed_and_deleted(lea: cast.Agent) -> None:
    console = Console(lea)
    made = console.send("post", "faq/", ENTRY)
    assert made.status_code == 201 and made.json().items() >= {**ENTRY, "published": True}.items()
    path = f"faq/{made.json()['id']}/"
    assert console.send("patch", path, {"answer": "In Mill Lane."}).json()["paraphrases"] == ENTRY["paraphrases"]
    assert console.send("get", path).json()["answer"] == "In Mill Lane."
    assert console.send("delete", path).status_code == 204 and console.send("get", path).status_code == 404


@pytest.mark.parametrize(("method", "body"), [("post", ENTRY), ("patch", {"answer": "No."}), ("delete", None)])
def test_each_change_raises_the_version_that_indexes_look_at(
    olga: cast.Agent, site: Site, method: str, body: object
) -> None:
    before = Site.objects.get(pk=site.pk).faq_version
    path = "faq/" if method == "post" else f"faq/{site.faq.get().public_id}/"
    Console(olga).send(method, path, body)
    assert Site.objects.get(pk=site.pk).faq_version == before + 1


def test_nobody_chooses_an_entrys_site_or_id(olga: cast.Agent, other_site: Site) -> None:
    wanted = str(uuid.uuid4())
    body = {**ENTRY, "site": other_site.pk, "id": wanted, "public_id": wanted}
    made = Console(olga).send("post", "faq/", body).json()
    assert made["id"] != wanted and FaqEntry.objects.get(public_id=made["id"]).site == olga.membership.site


def test_fields_that_are_wrong_are_named(olga: cast.Agent) -> None:
    response = Console(olga).send("post", "faq/", {"title": "", "answer": "x" * 10_001})
    assert response.status_code == 400 and set(response.json()["fields"]) == {"title", "answer"}


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("answer", "Dear {{nmae}}, {{name|you}}.", ["{{nmae}}", "{{name}} {{site}} {{email}} {{phone}}"]),
        ("title", "Is {{site}} open?", ["Is {{site}} open?", ""]),
    ],
)
def test_a_placeholder_that_nothing_fills_is_refused(olga: cast.Agent, field: str, text: str, told: list[str]) -> None:
    response = Console(olga).send("post", "faq/", {**ENTRY, field: text})
    assert (response.status_code, response.json()["fields"]) == (400, {field: ["unknown_placeholder", *told]})


def test_entries_are_found_by_a_word_of_their_title(ana: cast.Agent, site: Site) -> None:
    cast.write_faq(site, "Where are you?", "Here.")
    found = Console(ana).client.get("/api/v1/faq/?title__icontains=WHERE").json()
    assert [entry["title"] for entry in found] == ["Where are you?"]
