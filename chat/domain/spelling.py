"""Words of the FAQ that an unknown word may have been meant as."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from chat.domain.function_words import FUNCTION_WORDS

LIKE_ENOUGH = 0.45
SHORTEST = 3


class Spelling:
    """Compares by shared runs of two and three letters, so that swapped, missing and doubled letters survive."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._grams = {word: _grams(word) for word in self._known if len(word) >= SHORTEST}
        self._users: defaultdict[str, list[str]] = defaultdict(list)
        for word, grams in self._grams.items():
            for gram in grams:
                self._users[gram].append(word)

    def near(self, word: str) -> dict[str, float]:
        """Known words with their likeness in 0..1: the word itself if known, else those spelt much like it."""
        if word in self._known:
            return {word: 1.0}
        if len(word) < SHORTEST or word in FUNCTION_WORDS:
            return {}
        grams = _grams(word)
        shared = Counter(user for gram in grams for user in self._users.get(gram, ()))
        alike = {user: 2 * both / (len(grams) + len(self._grams[user])) for user, both in shared.items()}
        return {user: score for user, score in alike.items() if score >= LIKE_ENOUGH}


def _grams(word: str) -> frozenset[str]:
    fenced = f"<{word[:40]}>"
    threes = {fenced[at : at + 3] for at in range(len(fenced) - 2)}
    # A pair is the same in either order: swapped letters are the commonest slip.
    pairs = {min(pair, pair[::-1]) for at in range(len(fenced) - 1) if (pair := fenced[at : at + 2])}
    return frozenset(threes | pairs)
