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
    marked = any(_ASKED.match(line) for _, line in lines) and any(_ANSWERED.match(line) for _, line in lines)
    if marked or any(_HEADING.match(line) for _, line in lines):
        return gathered(_pairs(lines, marked=marked))
    return gathered(_blocks(lines))


def _pairs(lines: Lines, *, marked: bool) -> Iterator[Found | Problem]:
    """Several questions before one answer are wordings of the same. A heading ends what stands above it."""
    pair = _Pair(0)
    for number, line in lines:
        heading = _HEADING.match(line)
        asked, answered = (_ASKED.match(line), _ANSWERED.match(line)) if marked else (None, None)
        if heading or (asked and (pair.answer is not None or not pair.asked)):
            yield from pair.drafts()
            pair = _Pair(number, heading[1] if heading else "")
        if asked:
            pair.asked.append(asked[1])
        elif answered and pair.is_open:
            pair.begin = pair.begin or number
            pair.answer = [answered[1]]
        elif not heading and not pair.goes_on(line):
            yield problem(number, "text_alone", line)
    yield from pair.drafts()


class _Pair:
    """Under a heading, the heading is the question: what follows answers it, with a mark or without."""

    def __init__(self, begin: int, heading: str = "") -> None:
        self.begin = begin
        self.heading = heading
        self.asked: list[str] = [heading] if heading else []
        self.answer: list[str] | None = [] if heading else None

    @property
    def is_open(self) -> bool:
        return self.answer is None or (bool(self.heading) and not any(map(str.strip, self.answer)))

    def goes_on(self, line: str) -> bool:
        """Whether a line without a mark belongs to what stands above it."""
        if self.answer is not None:
            self.answer.append(line)
        elif self.asked and line.strip():
            self.asked[-1] += f" {line}"
        return self.answer is not None or bool(self.asked) or not line.strip()

    def drafts(self) -> Iterator[Found]:
        """A heading that has no text of its own only groups those below it."""
        if self.begin and not (self.heading and self.is_open):
            yield _draft(self.begin, self.asked, self.answer or [])


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
    said = {"title", "answer", *(["paraphrases"] if others else [])}
    draft = Draft(title=title, paraphrases=tuple(others), answer="\n".join(answer))
    return Found(line=line, draft=draft, says=frozenset(said))
