"""Slips of the finger in the few words by which people ask for a person."""

from functools import lru_cache

_KEYWORDS = (
    "agent", "human", "person", "someone", "somebody", "representative", "operator", "assistant", "customer",
    "service", "support", "speak", "talk", "chat", "contact", "connect", "transfer", "speaking", "talking", "chatting",
)  # fmt: skip
_CORRECT = frozenset({"steak", "sneak", "spear", "humane", "parson", "persona", "persons", "contract", "connects"})


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
    at = next((at for at, (a, b) in enumerate(zip(word, keyword, strict=False)) if a != b), min(len(word), len(keyword)))
    rest, wanted = word[at:], keyword[at:]
    if rest[1::-1] + rest[2:] == wanted and len(rest) > 1:
        return True
    return len(keyword) >= 5 and _plural_safe(rest, wanted)


def _plural_safe(rest: str, wanted: str) -> bool:
    """One letter missing or wrong, or one too many other than a plural s."""
    return rest == wanted[1:] or rest[1:] == wanted[1:] or (rest[1:] == wanted and rest != "s")
