"""A message as canonical words that cue patterns can be matched on, each traceable to what the visitor wrote."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from chat.domain.words import clip, plain

QUOTE_CHARS = 200

_STOPS = r".,!?;:()\"“”«»…¿¡،؟。！？\n"
_WORD = re.compile(r"\S+")
_PIECE = re.compile(rf"(?P<stop>[{_STOPS}]+)|[^\s{_STOPS}]+")


class Reading:
    """`line` holds folded words separated by single spaces, with `.` for any punctuation between them."""

    def __init__(self, text: str, *, mend: Callable[[str], str] = str) -> None:
        self.text = clip(text)
        self._spans, canonical = [], []
        for start, end, word in _pieces(self.text):
            self._spans.append((start, end))
            canonical.append(mend(word))
        self.line = " ".join(canonical)
        self._starts = [0, *accumulate(len(word) + 1 for word in canonical)]

    def find(self, pattern: re.Pattern[str]) -> str | None:
        """The visitor's own words where the pattern first matches, at most 200 characters."""
        match = pattern.search(self.line)
        return self.quote(match.start(), match.end()) if match and match.group().strip(" .") else None

    def quote(self, start: int, end: int) -> str:
        """The original text behind `line[start:end]`, from its first word on."""
        first, last = self._piece_at(start), self._piece_at(max(start, end - 1))
        while first < last and self.line[self._starts[first]] == ".":
            first += 1
        return self.text[self._spans[first][0] : self._spans[last][1]][:QUOTE_CHARS]

    def without(self, pattern: re.Pattern[str], *, only: str = "") -> "Reading":
        """The same message with what the pattern matches blotted out, so that other patterns can't see it.

        `only` that character of it, if given.
        """

        def blot(match: re.Match[str]) -> str:
            return match.group().replace(only, "#") if only else "#" * len(match.group())

        return self._as(pattern.sub(blot, self.line), self._spans, self._starts)

    def hearing(self, spans: Iterable[tuple[int, int]], word: str) -> "Reading":
        """The same message as if the word stood in those places of `line`, which are whole words in order."""
        line, starts, pieces, done = "", [], [], 0
        for start, end in (*spans, (len(self.line), len(self.line))):
            for match in _WORD.finditer(self.line, done, start):
                starts.append(len(line) + match.start() - done)
                pieces.append(self._spans[self._piece_at(match.start())])
            line += self.line[done:start]
            if end > start:
                starts.append(len(line))
                pieces.append((self._spans[self._piece_at(start)][0], self._spans[self._piece_at(end - 1)][1]))
                line += word
            done = end
        return self._as(line, pieces, starts)

    def _as(self, line: str, spans: list[tuple[int, int]], starts: list[int]) -> "Reading":
        other = object.__new__(Reading)
        other.text, other.line, other._spans, other._starts = self.text, line, spans, starts
        return other

    def _piece_at(self, offset: int) -> int:
        return min(bisect_right(self._starts, offset) - 1, len(self._spans) - 1)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PIECE.finditer(text):
        word = "." if match["stop"] else plain(match.group())
        if word:
            yield match.start(), match.end(), word
