"""evaluate_bot: the scorer's format, every set and k, no gold."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

FAQ = {"id": "hours", "title": "When are you open?", "paraphrases": ["opening hours"], "answer": "From 9 to 17."}


def write(path: Path, *rows: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows))


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    write(tmp_path / "sets.json", {"faq": {"shop": [0, "all"]}, "text": ["human_request", "frustration_shop"]})
    write(tmp_path / "faq/shop.faq.jsonl", FAQ)
    write(tmp_path / "faq/shop.queries.jsonl", {"qid": "q1", "text": "opening hours"})
    write(tmp_path / "text/human_request.queries.jsonl", {"qid": "h1", "text": "let me talk to a person"})
    write(tmp_path / "text/frustration_shop.queries.jsonl", {"qid": "f1", "text": "good morning"})
    # Whoever opened these would fail.
    (tmp_path / "faq/shop.gold.jsonl").mkdir()
    (tmp_path / "text/human_request.gold.jsonl").mkdir()
    return tmp_path


@pytest.mark.parametrize("profile", ["words", "light", "semantic"])
def test_every_set_and_k_gets_predictions(kit: Path, profile: str) -> None:
    call_command("evaluate_bot", kit=kit, out=kit / "out", profile=profile)
    rows = [json.loads(line) for line in (kit / "out").read_text().splitlines()]
    assert [(row["set"], row.get("k")) for row in rows] == [
        ("shop", 0), ("shop", "all"), ("human_request", None), ("frustration_shop", None),
    ]  # fmt: skip
    assert (rows[1]["ranked"], rows[1]["confidence"], rows[1]["action"]) == ([["hours", 1.0]], 1.0, "answer")
    assert [row["label"] for row in rows[2:]] == [True, False]


def test_entries_without_an_answer_are_answered_with_all_the_same(kit: Path) -> None:
    write(kit / "faq/shop.faq.jsonl", {key: FAQ[key] for key in FAQ if key != "answer"})
    call_command("evaluate_bot", kit=kit, out=kit / "out", profile="light")
    actions = [json.loads(line).get("action") for line in (kit / "out").read_text().splitlines()]
    assert actions[1] == "answer"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("sets.json", None, "No such file .*sets.json"),
        ("sets.json", "[1]", "sets.json: Expected `object`"),
        ("sets.json", '{"faq": {"shop": [-1]}}', "sets.json: .*faq"),
        ("faq/shop.faq.jsonl", '{"id": "a", "title": "b"}', "shop.faq.jsonl, line 1: .*`paraphrases`"),
        ("faq/shop.queries.jsonl", '{"qid": "1", "text": "?"}\n\n{"qid', "shop.queries.jsonl, line 3: "),
        ("text/human_request.queries.jsonl", None, "No such file .*human_request.queries.jsonl"),
    ],
)
def test_what_is_no_kit_is_told_in_one_line(kit: Path, file: str, text: str | None, told: str) -> None:
    (kit / file).unlink() if text is None else (kit / file).write_text(text)
    with pytest.raises(CommandError, match=told) as refused:
        call_command("evaluate_bot", kit=kit, out=kit / "out", profile="light")
    assert "\n" not in str(refused.value) and not (kit / "out").exists()


def test_a_place_that_cannot_be_written_is_told(kit: Path) -> None:
    with pytest.raises(CommandError, match="no-such-folder"):
        call_command("evaluate_bot", kit=kit, out=kit / "no-such-folder/out", profile="light")


def test_progress_is_shown_to_its_end(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("evaluate_bot", kit=kit, out=kit / "out", profile="words")
    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == 4 and shown[-1] == f"[{'#' * 40}] 100% 4/4"
