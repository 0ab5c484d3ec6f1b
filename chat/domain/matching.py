"""Which FAQ entries a question is about: soft TF-IDF over words, tolerant of spelling.

An entry's score mixes its closest phrase (title or paraphrase), all its phrases together and, lightly, its answer.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

import msgspec

from chat.domain.function_words import FUNCTION_WORDS
from chat.domain.spelling import Spelling
from chat.domain.words import plain, split, stem, words

RANKED_AT_MOST = 10
CLOSEST_PHRASE = 0.4
ALL_PHRASES = 0.6
ANSWER_TEXT = 0.1
FUNCTION_WORD_SHARE = 0.5
ALMOST_CERTAIN = 0.99
"""The most that anything but the very same words can score."""

_LIGHT = frozenset(map(stem, FUNCTION_WORDS))

Postings = dict[str, list[tuple[int, float]]]


class Entry(msgspec.Struct, frozen=True):
    """`also` are the wordings of its versions in other languages: not everybody writes in the page's."""

    id: str
    title: str
    paraphrases: tuple[str, ...]
    answer: str
    also: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return (self.title, *self.paraphrases)


class Ranked(msgspec.Struct, frozen=True):
    entry_id: str
    title: str
    score: float


class Index:
    """Immutable once built. Building takes some 20 ms for 100 entries and a second for 5,000; `rank` 0.5 and 25 ms."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        plains = [[plain(phrase) for phrase in entry.phrases] for entry in self._entries]
        phrases = [[split(own) for own in entry] for entry in plains]
        self._weigh = Weights(phrases)
        self._spelling = Spelling(self._weigh.known)
        self._exact = _exact_phrases(plains)
        self._owners = [at for at, own in enumerate(phrases) for _ in own]
        self._phrases = _postings(self._weigh.unit(dict.fromkeys(own, 1.0)) for entry in phrases for own in entry)
        self._wholes = _postings(self._weigh.unit(_blend(entry)) for entry in phrases)
        self._answers = _mentions(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def weight(self, word: str) -> float:
        """How much a word's stem tells."""
        return self._weigh.of(word)

    def rank(self, text: str) -> tuple[Ranked, ...]:
        """The likeliest entries, best first, scores in 0..1; equal scores keep the owner's order."""
        return best_of(self.scores(text), self._entries)

    def scores(self, text: str) -> dict[int, float]:
        """By place of the entry; those without are about something else. 1.0 for its very words, and only then."""
        scores = self._scores(words(text))
        for at in self._exact.get(plain(text), ()):
            scores[at] = 1.0
        return scores

    def _scores(self, asked: Sequence[str]) -> dict[int, float]:
        query = self._weigh.unit(dict.fromkeys(asked, 1.0))
        near = {word: self._spelling.near(word) for word in query}
        scores: defaultdict[int, float] = defaultdict(float)
        for at, closeness in _closest(_cosines(query, near, self._phrases), self._owners).items():
            scores[at] += CLOSEST_PHRASE * closeness
        for at, closeness in _cosines(query, near, self._wholes).items():
            scores[at] += ALL_PHRASES * closeness
        for at, closeness in self._mentioned(query).items():
            scores[at] += ANSWER_TEXT * closeness
        return {at: min(ALMOST_CERTAIN, score) for at, score in scores.items()}

    def _mentioned(self, query: dict[str, float]) -> dict[int, float]:
        """Per entry, the share of the question's content words that its answer uses."""
        content = {word: weight for word, weight in query.items() if word not in _LIGHT}
        whole = sum(content.values())
        found: defaultdict[int, float] = defaultdict(float)
        for word, weight in content.items():
            for at in self._answers.get(word, ()):
                found[at] += weight / whole
        return found


def best_of(scores: Mapping[int, float], entries: Sequence[Entry]) -> tuple[Ranked, ...]:
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:RANKED_AT_MOST]
    return tuple(Ranked(entries[at].id, entries[at].title, score) for at, score in best)


class Weights:
    """How much each word tells: rare among entries, much; grammar, half."""

    def __init__(self, phrases: Sequence[Sequence[Sequence[str]]]) -> None:
        self._entries = len(phrases)
        self.known = Counter(word for entry in phrases for word in {word for own in entry for word in own})
        self._weights = {word: self._weigh(word) for word in self.known}

    def unit(self, amounts: dict[str, float]) -> dict[str, float]:
        """The weighted vector at length 1."""
        weighed = {word: amount * self.of(word) for word, amount in amounts.items()}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {word: weight / length for word, weight in weighed.items()}

    def of(self, word: str) -> float:
        return self._weights.get(word) or self._weigh(word)

    def _weigh(self, word: str) -> float:
        rarity: float = (math.log((1 + self._entries) / (1 + 0.9 * self.known[word])) + 0.6) ** 0.7
        return rarity * FUNCTION_WORD_SHARE if word in _LIGHT else rarity


def _blend(phrases: Sequence[Sequence[str]]) -> dict[str, float]:
    """An entry as one bag of words: the root of the share of its phrases that use each word."""
    used = Counter(word for own in phrases for word in set(own))
    return {word: math.sqrt(times / len(phrases)) for word, times in used.items()}


def _postings(vectors: Iterable[dict[str, float]]) -> Postings:
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in zip(count(), vectors, strict=False):
        for word, weight in vector.items():
            postings[word].append((at, weight))
    return dict(postings)


def _cosines(query: dict[str, float], near: dict[str, dict[str, float]], postings: Postings) -> dict[int, float]:
    """Cosine of the query with every document that shares a word; a word counts by its best spelling only."""
    cosines: defaultdict[int, float] = defaultdict(float)
    for word, weight in query.items():
        if len(near[word]) == 1:
            # Nothing to choose from, as for each word that the FAQ knows: most of a question, in half the time.
            [(spelling, likeness)] = near[word].items()
            part = weight * likeness
            for at, share in postings[spelling]:
                cosines[at] += part * share
            continue
        best: dict[int, float] = {}
        for spelling, likeness in near[word].items():
            for at, share in postings[spelling]:
                part = weight * likeness * share
                if part > best.get(at, 0.0):
                    best[at] = part
        for at, part in best.items():
            cosines[at] += part
    return cosines


def _closest(cosines: dict[int, float], owners: Sequence[int]) -> dict[int, float]:
    closest: dict[int, float] = {}
    for at, cosine in cosines.items():
        owner = owners[at]
        if cosine > closest.get(owner, 0.0):
            closest[owner] = cosine
    return closest


def _exact_phrases(plains: Sequence[Sequence[str]]) -> dict[str, set[int]]:
    exact: defaultdict[str, set[int]] = defaultdict(set)
    for at, phrases in enumerate(plains):
        for phrase in phrases:
            exact[phrase].add(at)
    exact.pop("", None)
    return dict(exact)


def _mentions(entries: Sequence[Entry]) -> dict[str, list[int]]:
    mentions: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for word in set(words(entry.answer)) - _LIGHT:
            mentions[word].append(at)
    return dict(mentions)
