"""Questions alone, compared by their words and by their meaning: whether an owner's file repeats one in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from chat.bot import vectors
from chat.domain.matching import Entry, Ranked, Weights
from chat.domain.words import plain, words

WORDS = 0.4
"""As the light profile weighs them. Of the same question reworded 24 in 100 come near, by words alone 14."""
PART = 0.9
"""The score of a question that is one part of another: "Where are you?" in "Where are you, and how do I get there?"."""
COMPARED = 100
"""Of those that mean much the same, the nearest that are compared by words, too."""
_ENDS = re.compile(r"[,;:.?!؟،؛]+")
_PART_WORDS = 3

Bag = dict[str, float]


class Titles:
    """Made in a second for 5,000; `nearest` takes 2 ms each. Without vectors, and in other scripts, words decide."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._places = {entry.id: at for at, entry in enumerate(self._entries)}
        asked = [words(entry.title) for entry in self._entries]
        weights = Weights([[own] for own in asked])
        self._bags = [weights.unit(dict.fromkeys(own, 1.0)) for own in asked]
        self._users = _owners(self._bags)
        self._wholes = _owners([plain(entry.title)] for entry in self._entries)
        self._parts = _owners(_parts(entry.title) for entry in self._entries)
        encoder = vectors.light()
        self._meanings = encoder.encode([entry.title for entry in self._entries]) if encoder else None

    def nearest(self, entry_ids: Sequence[str], least: float) -> dict[str, Ranked]:
        """Of each the other one that comes nearest, if its score, in 0..1, is at least ``least``."""
        places = [self._places[entry_id] for entry_id in entry_ids]
        # All at once: one by one the table would be read from memory for each.
        cosines = places if self._meanings is None else self._meanings[places] @ self._meanings.T
        found = (self._nearest(mine, row, least) for mine, row in zip(places, cosines, strict=True))
        return {entry_id: near for entry_id, near in zip(entry_ids, found, strict=True) if near}

    def _nearest(self, mine: int, cosines: Any, least: float) -> Ranked | None:
        scores = self._scores(mine, cosines, least)
        for at in self._of_part(mine):
            scores[at] = max(PART, scores.get(at, 0.0))
        best = max(scores, key=lambda at: (scores[at], -at), default=mine)
        if best == mine or scores[best] < least:
            return None
        return Ranked(self._entries[best].id, self._entries[best].title, min(1.0, scores[best]))

    def _scores(self, mine: int, cosines: Any, least: float) -> dict[int, float]:
        if self._meanings is None or not plain(self._entries[mine].title).isascii():
            return {at: self._by_words(mine, at) for at in self._sharing(mine, least) if at != mine}
        nearest = np.argpartition(-cosines, min(COMPARED, len(cosines) - 1))[: COMPARED + 1]
        meant = {at: (1 - WORDS) * float(cosines[at]) for at in nearest.tolist() if at != mine}
        return {at: score + WORDS * self._by_words(mine, at) for at, score in meant.items()}

    def _by_words(self, one: int, other: int) -> float:
        bag = self._bags[other]
        return sum(weight * bag.get(word, 0.0) for word, weight in self._bags[one].items())

    def _sharing(self, mine: int, least: float) -> Iterator[int]:
        """All that can come so near by words: without a share in the heaviest, too little is left."""
        left = 1.0
        for word, weight in sorted(self._bags[mine].items(), key=lambda item: -item[1]):
            if left < least * least:
                return
            yield from self._users[word]
            left -= weight * weight

    def _of_part(self, mine: int) -> Iterator[int]:
        """One that this is a part of, or that is a part of this."""
        title = self._entries[mine].title
        owners = chain(self._parts.get(plain(title), ()), *(self._wholes.get(part, ()) for part in _parts(title)))
        yield from (at for at in list(owners)[:COMPARED] if at != mine)


def _parts(title: str) -> list[str]:
    """Without what is too short to be a question: "Hello", "for children"."""
    parts = [plain(text) for text in _ENDS.split(title)]
    return [part for part in parts if len(part.split()) >= _PART_WORDS and part != plain(title)]


def _owners(texts: Iterable[Iterable[str]]) -> dict[str, Sequence[int]]:
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(texts):
        for text in own:
            owners[text].append(at)
    return dict(owners)
