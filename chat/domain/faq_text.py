"""A FAQ that was pasted as text: "Q: … A: …", headings with text below, or blocks whose first line is the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat.domain.intake import Found, Intake, Problem, gathered, problem
from chat.domain.knowledge import Draft

_ASKED = re.compile(r"^\s*(?:\*\*)?(?:Q|Question|Frage|F|Pregunta|P|سؤال|س)\s*\d*\s*[:.)](?:\*\*)?\s*(.*)$", re.I)
_ANSWERED = re.compile(
    r"^\s*(?:\*\*)?(?:A|Answer|Antwort|Réponse|R|Respuesta|جواب|ج)\s*\d*\s*[:.)](?:\*\*)?\s*(.*)$", re.I
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$")

Lines = Sequence[tuple[int, str]]


def read_text(text: str) -> Intake:
    lines = list(enumerate(text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1))
    if any(_ASKED.match(line) for _, line in lines) and any(_ANSWERED.match(line) for _, line in lines):
        return gathered(_pairs(lines))
    if any(_HEADING.match(line) for _, line in lines):
        return gathered(_headed(lines))
    return gathered(_blocks(lines))


def _pairs(lines: Lines) -> Iterator[Found | Problem]:
    """Several questions before one answer are wordings of the same."""
    pair = _Pair(0)
    for number, line in lines:
        asked, answered = _ASKED.match(line), _ANSWERED.match(line)
        if asked and (pair.answer is not None or not pair.asked):
            yield from pair.drafts()
            pair = _Pair(number)
        if asked:
            pair.asked.append(asked[1])
        elif answered and pair.answer is None:
            pair.begin = pair.begin or number
            pair.answer = [answered[1]]
        elif not pair.goes_on(line) and not _HEADING.match(line):
            yield problem(number, "text_alone", line)
    yield from pair.drafts()


class _Pair:
    def __init__(self, begin: int) -> None:
        self.begin = begin
        self.asked: list[str] = []
        self.answer: list[str] | None = None

    def goes_on(self, line: str) -> bool:
        """Whether a line without a mark belongs to what stands above it."""
        if self.answer is not None:
            self.answer.append(line)
        elif self.asked and line.strip():
            self.asked[-1] += f" {line}"
        return self.answer is not None or bool(self.asked) or not line.strip()

    def drafts(self) -> Iterator[Found]:
        if self.begin:
            yield _draft(self.begin, self.asked, self.answer or [])


def _headed(lines: Lines) -> Iterator[Found | Problem]:
    """A heading that has no text of its own only groups those below it."""
    start, title, below = 0, "", []  # type: int, str, list[str]
    for number, line in [*lines, (0, "# end")]:
        heading = _HEADING.match(line)
        if not heading:
            if title:
                below.append(line)
            elif line.strip():
                yield problem(number, "text_alone", line)
            continue
        if title and any(each.strip() for each in below):
            yield _draft(start, [title], below)
        start, title, below = number, heading[1], []


def _blocks(lines: Lines) -> Iterator[Found | Problem]:
    start, block = 0, []  # type: int, list[str]
    for number, line in [*lines, (0, "")]:
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield _draft(start, block[:1], block[1:])
            block = []


def _draft(line: int, asked: Sequence[str], answer: Sequence[str]) -> Found:
    title, *others = asked or [""]
    return Found(line=line, draft=Draft(title=title, paraphrases=tuple(others), answer="\n".join(answer)))
