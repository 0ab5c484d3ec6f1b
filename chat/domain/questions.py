"""A message's questions one by one, and whether two of them are the same."""

import re
from collections.abc import Iterator

from chat.domain.function_words import FUNCTION_WORDS
from chat.domain.words import clip, plain, split

ALIKE = 0.8
"""The share of their words' stems that two wordings of one question have in common."""
MOST = 3

_SENTENCE = re.compile(r"[^.!?…;\n。！？؟;]+(?:[.!?…\n。！？؟]+|$)?")
_OPENERS = """
how what whats when where wheres which who whose why can could do does did is are was will would should may has have
wie was wann wo wer warum wieso welche welcher welches kann konnen darf muss ist sind gibt habt haben
comment quand ou qui pourquoi quel quelle quels quelles combien puis peut pouvez est avez faut
como que cuando donde quien cual cuales cuanto cuanta cuantos puedo puede pueden es son hay tienen tiene
هل ما ماذا متى اين كيف كم من لماذا
"""
_OPENER = frozenset(_OPENERS.split())
_ASKS_FOR = frozenset(_OPENERS.splitlines()[1].partition(" can ")[0].split())
_AND = re.compile(
    r"[,\s]+(?:and also|and|also|plus|und auch|und|et aussi|et|y también|y|e)\s+"
    r"|[,،\s]+و\s?(?=هل|كم|متى|كيف|ما|اين|أين)",
    re.IGNORECASE,
)


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a message in its own words, at most MOST; the whole message where it asks fewer than two."""
    asked = [part for sentence in _SENTENCE.findall(clip(text)) for part in _parts(sentence.strip()) if _asks(part)]
    return tuple(asked[:MOST]) if len(asked) > 1 else (text.strip(),)


def splits_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Ways to see more than one question in a message: sentence by sentence, for an owner's question may hold an "and"
    itself; and by each "and" as well."""
    sentences = tuple(each.strip() for each in _SENTENCE.findall(clip(text)) if _asks(each.strip()))[:MOST]
    return tuple(dict.fromkeys(split for split in (sentences, questions_in(text)) if len(split) > 1))


def same_question(first: str, second: str) -> bool:
    """The same words, or nearly the same: order, endings and small words don't matter, "how" and "when" do."""
    if plain(first) == plain(second):
        return bool(plain(first))
    mine, yours = _gist(first), _gist(second)
    # One word in common is a subject, not yet a question.
    return len(mine | yours) > 1 and len(mine & yours) >= ALIKE * len(mine | yours) and _ask_alike(first, second)


def _ask_alike(first: str, second: str) -> bool:
    mine, yours = (_ASKS_FOR & {word.removesuffix("s") for word in plain(text).split()} for text in (first, second))
    return not mine or not yours or mine == yours


def _parts(sentence: str) -> Iterator[str]:
    """Cut before an "and" that begins another question, if either side asks about something."""
    start = 0
    for joint in _AND.finditer(sentence):
        left, right = sentence[start : joint.start()], sentence[joint.end() :]
        if _opens(left) and _opens(right) and _gist(left) and _gist(right):
            yield left
            start = joint.end()
    yield sentence[start:]


def _asks(part: str) -> bool:
    """ "Where are you?" asks for something, too, though it is made of small words alone."""
    marked = part.endswith(("?", "？", "؟"))
    return (marked and plain(part).partition(" ")[0] in _ASKS_FOR) or (bool(_gist(part)) and (marked or _opens(part)))


def _opens(part: str) -> bool:
    """Whether it begins as questions do; a greeting or a comma may come first."""
    return any(plain(piece).partition(" ")[0] in _OPENER for piece in part.split(",") if piece.strip())


def _gist(text: str) -> frozenset[str]:
    small = FUNCTION_WORDS | _OPENER
    return frozenset(split(" ".join(word for word in plain(text).split() if word not in small)))
