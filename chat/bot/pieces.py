"""Words to the pieces that a vocabulary has vectors for: byte-pair encoding, without a tokenizer's library."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

LONGEST_WORD = 40
_START = "\u2581"


class Pieces:
    """Joins neighbours whose joint piece has the lowest number, until none is known: as SentencePiece does."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._numbers = vocabulary
        self.of_word = lru_cache(maxsize=20_000)(self._of_word)

    def _of_word(self, word: str) -> tuple[int, ...]:
        """The numbers of its pieces; a letter that the vocabulary lacks is left out."""
        parts = [_START, *word[:LONGEST_WORD]]
        while joint := min(self._joints(parts), default=None):
            _, at = joint
            parts[at : at + 2] = [parts[at] + parts[at + 1]]
        return tuple(self._numbers[part] for part in parts if part in self._numbers)

    def _joints(self, parts: list[str]) -> Iterator[tuple[int, int]]:
        for at in range(len(parts) - 1):
            number = self._numbers.get(parts[at] + parts[at + 1])
            if number is not None:
                yield number, at
