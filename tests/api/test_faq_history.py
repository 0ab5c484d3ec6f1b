"""Nobody's edit is lost unseen: who saved first is said, and each earlier wording comes back."""

from __future__ import annotations

from typing import Any

import pytest

from chat.models import Site
from tests import cast
from tests.api.http import Console

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


@pytest.fixture
def path(site: Site) -> str:
    return f"faq/{site.faq.get().public_id}/"


def history(console: Console, path: str) -> list[tuple[str, str, str]]:
    versions = console.send("get", f"{path}versions/").json()
    return [(one["change"], one["by"], one["content"]["answer"]) for one in versions]


def entry(console: Console, path: str) -> dict[str, Any]:
    found: dict[str, Any] = console.send("get", path).json()
    return found


def test_the_second_of_two_edits_learns_of_the_first(olga: cast.Agent, lea: cast.Agent, path: str) -> None:
    read = entry(Console(olga), path)["revision"]
    assert Console(lea).send("patch", f"{path}?revision={read}", {"answer": "Lea’s."}).status_code == 200
    stale = Console(olga).send("patch", f"{path}?revision={read}", {"answer": "Olga’s."})
    assert stale.status_code == 409 and stale.json()["by"] == "Lea"
    assert stale.json()["current"]["answer"] == entry(Console(olga), path)["answer"] == "Lea’s."
    assert not stale.json()["yours"]


def test_who_saved_first_elsewhere_themselves_is_told_so(olga: cast.Agent, path: str) -> None:
    read = entry(Console(olga), path)["revision"]
    Console(olga).send("patch", f"{path}?revision={read}", {"answer": "Olga’s."})
    assert Console(olga).send("patch", f"{path}?revision={read}", {"answer": "Hers."}).json()["yours"]


def test_history_says_who_wrote_what(olga: cast.Agent, path: str) -> None:
    Console(olga).send("patch", path, {"answer": "Every day."})
    assert history(Console(olga), path) == [("edited", "Olga", "Every day."), ("created", "", cast.ANSWER)]


def test_an_earlier_wording_comes_back_as_a_new_one(olga: cast.Agent, path: str) -> None:
    Console(olga).send("patch", path, {"answer": "Every day."})
    assert Console(olga).send("post", f"{path}restore/", {"revision": 1}).json()["answer"] == cast.ANSWER
    assert [change for change, _, _ in history(Console(olga), path)] == ["restored", "edited", "created"]


def test_what_is_not_published_stays_so_when_a_wording_comes_back(olga: cast.Agent, path: str) -> None:
    Console(olga).send("patch", path, {"answer": "Every day.", "published": False})
    back = Console(olga).send("post", f"{path}restore/", {"revision": 1}).json()
    assert (back["answer"], back["published"]) == (cast.ANSWER, False)
    Console(olga).send("delete", path)
    assert not Console(olga).send("post", f"{path}restore/", {"revision": 1}).json()["published"]


def test_a_deletion_is_undone(olga: cast.Agent, path: str) -> None:
    before = entry(Console(olga), path)
    Console(olga).send("delete", path)
    assert Console(olga).send("get", path).status_code == 404
    Console(olga).send("post", f"{path}restore/", {"revision": before["revision"]})
    assert entry(Console(olga), path)["answer"] == before["answer"]
    assert [change for change, _, _ in history(Console(olga), path)] == ["restored", "deleted", "created"]


@pytest.mark.parametrize("revision", ["", "x", 7, None])
def test_only_what_was_comes_back(olga: cast.Agent, path: str, revision: object) -> None:
    assert Console(olga).send("post", f"{path}restore/", {"revision": revision}).status_code in (400, 404)


def test_agents_read_and_do_not_restore(ana: cast.Agent, path: str) -> None:
    assert len(history(Console(ana), path)) == 1
    assert Console(ana).send("post", f"{path}restore/", {"revision": 1}).status_code == 403


def test_charlie_sees_no_history_and_restores_nothing(charlie: cast.Agent, path: str) -> None:
    assert Console(charlie).send("get", f"{path}versions/").status_code == 404
    charlie.membership.role = "owner"
    charlie.membership.save()
    assert Console(charlie).send("post", f"{path}restore/", {"revision": 1}).status_code == 404


def test_one_answer_in_two_languages_has_one_key(olga: cast.Agent, path: str) -> None:
    key = entry(Console(olga), path)["key"]
    german = {"key": key, "language": "de", "title": "Wann ist offen?", "answer": "Täglich."}
    assert Console(olga).send("post", "faq/", german).json()["key"] == key
    again = Console(olga).send("post", "faq/", german)
    assert again.status_code == 400 and "fields" in again.json()
    assert len(Console(olga).client.get(f"/api/v1/faq/?key={key}").json()) == 2
