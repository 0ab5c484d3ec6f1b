"""Tone by TextBlob. The only importer of TextBlob, and only of its sentiment: that needs no corpus, no download.

Call from a worker thread, never on the event loop; `warm()` before the process says it is ready.
"""

from textblob.en import sentiment

from chat.domain.escalation import Tone

TONE_CHARS = 2_000
"""Longer messages are read from their start only, so that the time is bounded."""

SPEAKS = "en"

ANGRY = -0.8
"""At best, beside an angry face: the lexicon has none."""
_ANGRY_FACES = frozenset("😠😡🤬👿")


def read_tone(text: str) -> Tone:
    """Tone of English text: what `TextBlob(text).sentiment` says, without the class that it makes for each answer."""
    read = text[:TONE_CHARS]
    polarity, subjectivity = sentiment(read)
    at_best = 1.0 if _ANGRY_FACES.isdisjoint(read) else ANGRY
    return Tone(polarity=min(float(polarity), at_best), subjectivity=float(subjectivity))


def tone_for(text: str, language: str) -> Tone | None:
    """None where TextBlob can't read: only English has a lexicon. `language` is a BCP 47 tag such as 'en-GB'."""
    return read_tone(text) if language.partition("-")[0].lower() == SPEAKS else None


def warm() -> None:
    """Load the lexicon now rather than in the first visitor's message."""
    read_tone("good")
