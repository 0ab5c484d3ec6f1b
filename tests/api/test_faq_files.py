"""A whole FAQ at once: looked at before anything changes, applied as a whole, and out again as it was."""

from __future__ import annotations

from typing import Any

import pytest

from chat.models import FaqEntry, FaqImportPart, Site
from tests import cast
from tests.api.http import Console

pytestmark = [pytest.mark.django_db, pytest.mark.contract]
FILE = (
    "title,paraphrases,answer\n"
    f"{cast.QUESTION},,Every day.\n"
    "Do you sell mugs?,any mugs?,Yes.\n"
    "Do you sell mugs,,No.\n"
    "Is there parking?,,\n"
)


class File:
    """On its way into the FAQ, in parts of so many characters."""

    def __init__(self, owner: cast.Agent, text: str, *, part: int = 60, kind: str = "auto") -> None:
        self.console = Console(owner)
        self.path = f"faq/imports/{self.post('faq/imports/', format=kind)['id']}/"
        for number, at in enumerate(range(0, len(text), part)):
            assert self.post(f"{self.path}parts/?number={number}", text=text[at : at + part]) == {"number": number}

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        found: dict[str, Any] = self.console.send("post", path, body).json()
        return found

    def check(self, after: int = 0) -> dict[str, Any]:
        found: dict[str, Any] = self.console.send("get", f"{self.path}check/?after={after}").json()
        return found

    def apply(self, *without: int) -> dict[str, Any]:
        return self.post(f"{self.path}apply/", without=without)

    def undo(self) -> dict[str, Any]:
        return self.post(f"{self.path}undo/")

    def status(self, step: str) -> int:
        return int(self.console.send("post", f"{self.path}{step}", {}).status_code)


def titles(site: Site) -> list[str]:
    return sorted(site.faq.values_list("title", flat=True))


def test_a_dry_run_tells_all_and_changes_nothing(olga: cast.Agent, site: Site) -> None:
    found = File(olga, FILE).check()
    assert [(row["line"], row["status"]) for row in found["rows"]] == [(2, "changed"), (3, "new"), (4, "repeated")]
    assert [(each["line"], each["code"]) for each in found["problems"]] == [(5, "no_answer")]
    assert (found["total"], found["checked"], titles(site)) == (3, 3, [cast.QUESTION])


def test_a_placeholder_that_nothing_fills_is_told_with_its_line(olga: cast.Agent) -> None:
    told = File(olga, "title,answer\nA?,Yes.\nB?,Ask {{nmae}}.\n").check()["problems"]
    assert told == [{"line": 3, "code": "unknown_placeholder", "detail": "{{nmae}}"}]


def test_near_duplicates_are_named(olga: cast.Agent) -> None:
    text = 'title,answer\nDo you sell mugs?,Yes.\nDo you sell any mugs?,No.\n"When are you open, please?",Now.\n'
    found = File(olga, text).check()
    near = [(row["line"], row["near"] and (row["near"]["title"], row["near"]["line"])) for row in found["rows"]]
    assert near[:2] == [(2, ("Do you sell any mugs?", 3)), (3, ("Do you sell mugs?", 2))]
    assert near[2] == (4, (cast.QUESTION, 0))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Where can I park my car?", "Where can I park my vehicle?"),
        ("How can I cancel my order?", "How can I cancel my purchase?"),
        ("Where are you?", "Where are you, and how do I get there?"),
    ],
)
def test_near_duplicates_are_near_in_meaning_too(olga: cast.Agent, first: str, second: str) -> None:
    rows = File(olga, f'title,answer\n"{first}",Yes.\n"{second}",No.\nDo you sell mugs?,Yes.\n').check()["rows"]
    assert [row["near"] and row["near"]["title"] for row in rows] == [second, first, None]


def test_it_is_applied_as_a_whole(olga: cast.Agent, site: Site) -> None:
    file = File(olga, FILE)
    before = Site.objects.get(pk=site.pk).faq_version
    assert file.apply() == {"new": 1, "changed": 1, "same": 0, "repeated": 1, "left_out": 0, "unpublished": 0}
    assert (
        titles(site) == ["Do you sell mugs?", cast.QUESTION]
        and site.faq.get(title=cast.QUESTION).answer == "Every day."
    )
    assert Site.objects.get(pk=site.pk).faq_version == before + 1 and not FaqImportPart.objects.exists()


def test_what_visitors_will_not_read_is_said_before_and_after(olga: cast.Agent, site: Site) -> None:
    site.faq.update(published=False)
    file = File(
        olga, f"title,answer,published\n{cast.QUESTION},Every day.,\nMugs?,Yes.,no\nPots?,Yes.,no\nZebras?,No.,\n"
    )
    assert [row["published"] for row in file.check()["rows"]] == [False, False, False, True]
    told = file.apply(4)
    assert (told["new"], told["changed"], told["unpublished"]) == (2, 1, 2)


def test_what_is_left_out_stays_out(olga: cast.Agent, site: Site) -> None:
    assert File(olga, FILE).apply(2)["left_out"] == 1
    assert site.faq.get(title=cast.QUESTION).answer == cast.ANSWER


def test_what_changes_is_shown_before(olga: cast.Agent) -> None:
    changed, new, _ = File(olga, FILE).check()["rows"]
    assert changed["changes"] == [{"field": "answer", "was": cast.ANSWER, "now": "Every day."}]
    assert [each["field"] for each in new["changes"]] == ["answer", "paraphrases"]


def test_an_import_is_undone_as_a_whole(olga: cast.Agent, site: Site) -> None:
    before, file = [row.content for row in site.faq.all()], File(olga, FILE)
    file.apply()
    assert file.undo() == {"deleted": ["Do you sell mugs?"], "restored": [cast.QUESTION], "edited": []}
    assert [row.content for row in site.faq.all()] == before
    versions = site.faq_versions.order_by("pk").values_list("change", flat=True)
    assert list(versions)[-2:] == ["deleted", "restored"]


def test_what_was_edited_since_an_undo_leaves_as_it_is(olga: cast.Agent, site: Site) -> None:
    file = File(olga, FILE)
    file.apply()
    Console(olga).send("patch", f"faq/{site.faq.get(title=cast.QUESTION).public_id}/", {"answer": "Olga’s."})
    assert file.undo() == {"deleted": ["Do you sell mugs?"], "restored": [], "edited": [cast.QUESTION]}
    assert site.faq.get().answer == "Olga’s."


def test_an_import_is_applied_and_undone_once(olga: cast.Agent, charlie: cast.Agent) -> None:
    file = File(olga, FILE)
    assert file.status("undo/") == 409 and file.status("apply/") == 200 and file.status("apply/") == 409
    assert Console(charlie).send("post", f"{file.path}undo/", {}).status_code == 404
    assert file.status("undo/") == 200 and file.status("undo/") == 404


def test_an_import_is_in_the_history(olga: cast.Agent, site: Site) -> None:
    path = f"faq/{site.faq.get().public_id}/"
    File(olga, FILE).apply()
    versions = Console(olga).send("get", f"{path}versions/").json()
    assert [(each["change"], each["revision"]) for each in versions] == [("imported", 2), ("created", 1)]
    assert Console(olga).send("get", path).json()["revision"] == 2


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_goes_out_comes_in_as_it_was(kind: str, olga: cast.Agent, site: Site) -> None:
    File(olga, FILE).apply()
    text = Console(olga).client.get(f"/api/v1/faq/export/?as={kind}").content.decode()
    assert File(olga, text).apply() == {
        "new": 0,
        "changed": 0,
        "same": 2,
        "repeated": 0,
        "left_out": 0,
        "unpublished": 0,
    }
    before = [row.content for row in site.faq.all()]
    FaqEntry.objects.filter(site=site).delete()
    File(olga, text).apply()
    assert [row.content for row in site.faq.all()] == before


def test_a_long_file_is_looked_at_in_windows(olga: cast.Agent) -> None:
    file = File(olga, "title,answer\n" + "".join(f"Question {n}?,{n}\n" for n in range(130)), part=1000)
    assert [file.check(after)["checked"] for after in (0, 100)] == [100, 130]


@pytest.mark.parametrize("path", ["parts/?number=x", "parts/?number=1000", "parts/?number=-1"])
def test_a_part_that_has_no_place_is_refused(path: str, olga: cast.Agent) -> None:
    file = File(olga, "")
    assert file.console.send("post", file.path + path, {"text": "x"}).status_code in (400, 413)


def test_agents_take_it_out_and_put_nothing_in(ana: cast.Agent) -> None:
    assert cast.ANSWER.encode() in Console(ana).client.get("/api/v1/faq/export/").content
    assert Console(ana).send("post", "faq/imports/", {}).status_code == 403


def test_charlie_takes_out_his_own_alone(charlie: cast.Agent, site: Site) -> None:
    site.faq.update(answer="Only for Vera.")
    assert b"Only for Vera" not in Console(charlie).client.get("/api/v1/faq/export/").content
