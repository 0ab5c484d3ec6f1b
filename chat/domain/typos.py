"""Slips of the finger in the few words by which people ask for a person."""

from functools import lru_cache
from itertools import takewhile

_KEYWORDS = (
    "agent", "human", "person", "someone", "somebody", "representative", "operator", "assistant", "customer",
    "service", "support", "speak", "talk", "chat", "contact", "connect", "transfer", "speaking", "talking", "chatting",
)  # fmt: skip
_CORRECT = frozenset({
    "steak", "sneak", "spear", "humane", "humain", "humains", "humano", "humana", "humanos", "agente", "agentes",
    "agenten", "agents", "parson", "persona", "personas", "personen", "personne", "contract", "contacte",
    "connects", "connecte", "transfere", "supporte", "operador", "operators", "services", "someones",
})  # fmt: skip
"""Words, of any language we hear, that only look like slips."""


@lru_cache(maxsize=4_000)
def mend(word: str) -> str:
    """The keyword that the word is one slip away from, else the word itself."""
    if len(word) < 4 or word in _CORRECT or not word.isascii():
        return word
    return next((keyword for keyword in _KEYWORDS if _one_slip(word, keyword)), word)


def _one_slip(word: str, keyword: str) -> bool:
    """Two letters swapped; in longer words also one letter missing, doubled or wrong. The first letter is right."""
    if word[0] != keyword[0] or abs(len(word) - len(keyword)) > 1 or word == keyword:
        return False
    same = sum(1 for _ in takewhile(bool, (a == b for a, b in zip(word, keyword, strict=False))))
    rest, wanted = word[same:], keyword[same:]
    if rest[1::-1] + rest[2:] == wanted and len(rest) > 1:
        return True
    return len(keyword) >= 5 and _one_letter_off(rest, wanted)


def _one_letter_off(rest: str, wanted: str) -> bool:
    """One letter missing or wrong, or one too many other than a plural s."""
    return rest == wanted[1:] or rest[1:] == wanted[1:] or (rest[1:] == wanted and rest != "s")
