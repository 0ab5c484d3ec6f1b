"""Owners' files in the shapes that they come in: what is found, on which line, and what is wrong there."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain import faq_csv, faq_json
from chat.domain.faq_files import guess, read_file
from chat.domain.intake import Found, Known, changes, plan
from chat.domain.knowledge import Draft, faults, tidy

OPEN = ("When are you open?", "Ten to five.")
WHERE = ("Where are you?", "In Marlpit Lane.\n\nBehind the mill.")


def found(text: str, kind: str = "auto") -> list[tuple[int, str, str]]:
    return [(row.line, row.draft.title, row.draft.answer) for row in read_file(text, kind).found]


def problems(text: str, kind: str = "auto") -> list[tuple[int, str]]:
    return [(each.line, each.code) for each in read_file(text, kind).problems]


@pytest.mark.parametrize(
    "text",
    [
        "Q: When are you open?\nA: Ten to five.\n\nQ: Where are you?\nA: In Marlpit Lane.\n\nBehind the mill.",
        "Question 1: When are you open?\nAnswer: Ten to five.\nF: Where are you?\n"
        "A) In Marlpit Lane.\n\nBehind the mill.",
        "# FAQ\n## When are you open?\nTen to five.\n\n## Where are you?\nIn Marlpit Lane.\n\nBehind the mill.\n",
        'Title;Answer\nWhen are you open?;Ten to five.\nWhere are you?;"In Marlpit Lane.\n\nBehind the mill."\n',
        "\ufeffanswer,question\r\nTen to five.,When are you open?\r\n"
        '"In Marlpit Lane.\r\n\r\nBehind the mill.",Where are you?\r\n',
        '[{"question": "When are you open?", "answer": "Ten to five."},\n'
        ' {"title": "Where are you?", "answer": "In Marlpit Lane.\\n\\nBehind the mill."}]',
        '{"version": 1, "faq": [{"questions": ["When are you open?"], "answer": "Ten to five."}, '
        '{"q": "Where are you?", "a": "In Marlpit Lane.\\n\\nBehind the mill."}]}',
    ],
)
def test_one_faq_in_many_shapes(text: str) -> None:
    assert [row[1:] for row in found(text)] == [OPEN, WHERE] and problems(text) == []


def test_blocks_of_plain_text() -> None:
    text = "When are you open?\nTen to five.\n\n\nWhere are you?\nIn Marlpit Lane.\nBehind the mill."
    assert found(text) == [(1, *OPEN), (5, "Where are you?", "In Marlpit Lane.\nBehind the mill.")]


def test_questions_before_one_answer_are_its_wordings() -> None:
    draft = read_file("Q: When are you open?\nQ: opening hours\nA: Ten to five.").found[0].draft
    assert (draft.title, draft.paraphrases) == ("When are you open?", ("opening hours",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title,answer\nA?,Yes.\nB?,\n,No.\n", [(3, "no_answer"), (4, "no_title")]),
        ('title,answer\n"A\n?",Yes.\nB?,"No.\nC?,So.\n', [(4, "bad_csv")]),
        ("title,answer\nA?,Yes.,more\n", [(2, "too_many_cells")]),
        ("title,answer,published\nA?,Yes.,perhaps\n", [(2, "bad_published")]),
        (
            '[\n{"title": "A?", "answer": "Yes."},\n{"title": 7, "answer": "No."},\n8]',
            [(3, "not_text"), (4, "not_entry")],
        ),
        ("Q: A?\nA: Yes.\n## B?\n## C?\nNo.\nQ: D?\n# E", [(6, "no_answer")]),
        ('[\n{"title": "A?", "answer": "Yes."},\n{"title": oops}]', [(3, "bad_json")]),
        ('[{"title": "A?", "answer": "Yes."}', [(1, "bad_json")]),
        ('{"a": 1}', [(1, "no_list")]),
        ("Q: A?\nA: Yes.\nQ: B?\n", [(3, "no_answer")]),
        ("A: Yes.\nQ: B?\nA: No.", [(1, "no_title")]),
        ("Hello\n# A?\nYes.", [(1, "text_alone")]),
        ("A question without an answer", [(1, "no_answer")]),
        ("title,answer\n" + "x" * 201 + ",Yes.", [(2, "title_too_long")]),
        (
            "title,answer\nA?,Call {{phone}}.\nB?,Ask {{nmae}}.\nIs {{site}} open?,Yes.",
            [(3, "unknown_placeholder"), (4, "unknown_placeholder")],
        ),
    ],
)
def test_what_is_wrong_has_its_line(text: str, told: list[tuple[int, str]]) -> None:
    assert problems(text) == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (random.Random(1).randbytes(4_000).decode(errors="replace"), "auto", (1, "binary")),
        (random.Random(1).randbytes(4_000).decode("latin-1"), "csv", (1, "binary")),
        ("PK\x03\x04\x14 [Content_Types].xml", "auto", (1, "binary")),
        ('[\n{"title": "A?", "answer": "Yes."},\n]', "auto", (3, "bad_json")),
        ('{"faq": [{"title": "A?", "answer": "Yes."}]', "auto", (1, "bad_json")),
        ("A?,Yes.\nB?,No.\n", "csv", (1, "no_column")),
        ("A?\nYes.", "json", (1, "bad_json")),
    ],
)
def test_a_wrong_file_is_one_mistake_and_no_entry(text: str, kind: str, told: tuple[int, str]) -> None:
    assert (problems(text, kind), found(text, kind)) == ([told], [])


WORDS_ALONE = st.text("bcde ", min_size=1, max_size=12).filter(str.strip).map(lambda text: " ".join(text.split()))
WRITTEN = st.tuples(st.sampled_from(["Q: {}?\nA: {}.", "## {}?\n{}.", "# {}?\nA: {}."]), WORDS_ALONE, WORDS_ALONE)


@given(st.lists(WRITTEN, min_size=1, max_size=6))
def test_questions_and_headings_may_be_mixed(rows: list[tuple[str, str, str]]) -> None:
    rows = [("Q: {}?\nA: {}.", "a", "b"), *rows]
    text = "\n\n".join(shape.format(asked, answer) for shape, asked, answer in rows)
    assert [row[1:] for row in found(text)] == [(f"{asked}?", f"{answer}.") for _, asked, answer in rows]
    assert problems(text) == []


@pytest.mark.parametrize("text", ["", " \n ", "\ufeff", "[]", "title,answer\n"])
def test_nothing_is_no_entry(text: str) -> None:
    assert found(text) == [] == problems(text)


@pytest.mark.parametrize("kind", ["auto", "csv", "json", "text"])
@given(text=st.text(max_size=300))
def test_no_file_breaks_the_reader(kind: str, text: str) -> None:
    intake = read_file(text, kind)
    assert all(not faults(row.draft) and row.line >= 1 for row in intake.found)


#: What a text is made of: enough of the others, and it is no text file.
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd")
LINE = st.text(LETTERS, max_size=40)
DRAFTS = st.builds(
    Draft,
    key=LINE,
    language=st.sampled_from(["", "en", "de-AT"]),
    title=LINE,
    paraphrases=st.lists(LINE, max_size=4).map(tuple),
    answer=st.text(LETTERS | st.sampled_from("\n\t\r"), max_size=200) | st.sampled_from(["=1+1", "'=x", "''"]),
    tags=st.lists(LINE, max_size=3).map(tuple),
    published=st.booleans(),
).map(tidy)  # fmt: skip
WHOLE = st.lists(DRAFTS.filter(lambda draft: not faults(draft)), max_size=6)


@given(drafts=WHOLE)
def test_what_is_exported_imports_as_it_was(drafts: list[Draft]) -> None:
    for text in (faq_json.write_json(drafts), faq_csv.write_csv(drafts)):
        intake = read_file(text)
        assert [row.draft for row in intake.found] == drafts and intake.problems == ()


def test_a_spreadsheet_runs_no_formula() -> None:
    text = faq_csv.write_csv([Draft(title="=cmd()", answer="@x", paraphrases=("+1",))])
    assert "'=cmd()" in text and "'@x" in text and "'+1" in text


def test_kinds_are_told_apart() -> None:
    assert [guess(text) for text in ('\n[{"a":1}]', "Question;Answer", "Do you, or not?\nYes.")] == [
        "json",
        "csv",
        "text",
    ]


def statuses(titles: list[str], known: list[Draft]) -> list[str]:
    rows = [Found(line=at, draft=Draft(title=title, answer="Yes.")) for at, title in enumerate(titles, 1)]
    have = [Known(id=str(at), draft=draft) for at, draft in enumerate(known)]
    return [f"{each.status}{each.id}" for each in plan(rows, have, "en")]


def test_an_entry_is_known_by_its_question() -> None:
    known = [Draft(key="k", language="en", title="Are you open?", answer="Yes."),
             Draft(key="l", language="en", title="Where?", answer="Here.")]  # fmt: skip
    assert statuses(["are you OPEN", "Where?", "Why?", "where"], known) == ["changed0", "changed1", "new", "repeated"]
    assert statuses(["Are you open?"], known) == ["same0"]


THERE = Draft(key="k", language="en", title="A?", paraphrases=("a", "b"), answer="No.", tags=("t",), published=False)


@pytest.mark.parametrize(
    "text",
    [
        "title,answer\nA?,Yes.",
        "title,answer,paraphrases,tags,published\nA?,Yes.,, ,",
        '[{"title": "A?", "answer": "Yes.", "tags": null}]',
        "Q: A?\nA: Yes.",
    ],
)
def test_what_a_file_leaves_blank_the_entry_keeps(text: str) -> None:
    [planned] = plan(read_file(text).found, [Known(id="1", draft=THERE)], "en")
    assert [(each.field, each.was, each.now) for each in changes(planned)] == [("answer", "No.", "Yes.")]


@pytest.mark.parametrize(
    "text",
    [
        "key,language,title,answer,paraphrases,tags\nk,en,A?,No.,,",
        '[{"title": "A?", "answer": "No.", "tags": [], "paraphrases": []}]',
    ],
)
def test_what_a_file_empties_is_shown_and_empty(text: str) -> None:
    [planned] = plan(read_file(text).found, [Known(id="1", draft=THERE)], "en")
    assert [(each.field, each.was, each.now) for each in changes(planned)] == [
        ("paraphrases", ("a", "b"), ()),
        ("tags", ("t",), ()),
    ]


def test_an_entry_is_known_by_its_key_first() -> None:
    row = Found(line=1, draft=Draft(key="k", title="Other words", answer="Yes."))
    known = [Known(id="7", draft=Draft(key="k", language="en", title="Where?", answer="Here."))]
    assert [(each.status, each.id) for each in plan([row], known, "en")] == [("changed", "7")]
    assert plan([row], known, "de")[0].status == "new"
