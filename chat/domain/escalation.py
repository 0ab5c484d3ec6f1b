"""What a message says beside its question: that a person is wanted, that someone is upset, that it can't wait.

Emotion routes, it never performs: these signals only decide who should answer and tell the agent why.
"""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from chat.domain import phrases
from chat.domain.reading import QUOTE_CHARS, Reading
from chat.domain.typos import mend
from chat.domain.words import plain, stem

Courtesy = Literal["greeting", "thanks", "goodbye"]

UPSET_AT = 2.0
"""How many points of `_upset` make a frustrated visitor; one strong phrase is enough, a bad mood alone is not."""
LONGEST_COURTESY = 8
SHOUTED_WORDS = 3

_INSISTENT = re.compile(r"[!?]{3,}|!{2,}")
_FRIENDLY_SIGNS = frozenset("👍🙏👌🙂😊😀😃😄❤💙💚🎉👏🤝")


class Tone(msgspec.Struct, frozen=True):
    """TextBlob's reading: polarity -1..1, subjectivity 0..1."""

    polarity: float
    subjectivity: float


class Signals(msgspec.Struct, frozen=True, kw_only=True):
    """Each signal is its evidence: the visitor's own words, at most 200 characters, or None."""

    asks_person: str | None = None
    asks_if_bot: str | None = None
    frustration: str | None = None
    urgent: str | None = None
    sensitive: str | None = None
    courtesy: Courtesy | None = None
    tone: Tone | None = None


def read_signals(
    text: str, *, language: str = "en", tone: Tone | None = None, sensitive_topics: Sequence[str] = ()
) -> Signals:
    """Cues of every known language are tried: `language` is the page's, which need not be the visitor's."""
    reading = Reading(text, mend=mend)
    asks_if_bot = reading.find(phrases.ASKS_IF_BOT)
    # "Am I talking to a person?" is a question about us; only what is left can be a request.
    rest = reading.without(phrases.ASKS_IF_BOT) if asks_if_bot else reading
    return Signals(
        asks_person=rest.find(phrases.ASKS_PERSON),
        asks_if_bot=asks_if_bot,
        frustration=_frustration(reading, tone),
        urgent=reading.find(phrases.URGENT),
        sensitive=_sensitive(reading, sensitive_topics),
        courtesy=courtesy_of(text),
        tone=tone,
    )


def is_courtesy(text: str) -> bool:
    """Whether the message only thanks or says goodbye: it asks nothing and re-queues nobody. A greeting begins."""
    return courtesy_of(text) in ("thanks", "goodbye")


def courtesy_of(text: str) -> Courtesy | None:
    used = frozenset(plain(text).split())
    if not used:
        return "thanks" if _FRIENDLY_SIGNS & set(text) else None
    if len(used) > LONGEST_COURTESY or ("?" in text and not used <= phrases.GREETINGS):
        return None
    return _kind_of_courtesy(used)


def _kind_of_courtesy(used: frozenset[str]) -> Courtesy | None:
    known = phrases.GREETINGS | phrases.THANKS | phrases.GOODBYES | phrases.CONTENT | phrases.FILLERS
    if not used <= known:
        return None
    if used & phrases.GOODBYES:
        return "goodbye"
    if used & (phrases.THANKS | phrases.CONTENT):
        return "thanks"
    return "greeting" if used & phrases.GREETINGS else None


def _sensitive(reading: Reading, topics: Sequence[str]) -> str | None:
    """The owner's topics in any ending: 'refund' also hears 'refunds' and 'refunded'."""
    wanted = [own for topic in topics if (own := plain(topic))]
    if not wanted:
        return None
    return reading.find(re.compile("|".join(" ".join(map(_any_ending, topic.split())) for topic in wanted)))


def _any_ending(word: str) -> str:
    # Other scripts glue articles in front (Arabic) or don't space their words at all (Chinese).
    if not word.isascii():
        return rf"\w*{re.escape(word)}\w*"
    return rf"\b{re.escape(stem(word))}\w*" if len(word) > 4 else rf"\b{re.escape(word)}s?\b"


def _frustration(reading: Reading, tone: Tone | None) -> str | None:
    """The most telling words, if cues and tone together weigh enough."""
    upset, impatient = reading.find(phrases.UPSET), reading.find(phrases.IMPATIENT)
    insistent = bool(_INSISTENT.search(reading.text))
    points = 2.0 * bool(upset) + bool(impatient) + _shouts(reading.text) + 0.5 * insistent + _gloom(tone)
    return (upset or impatient or reading.text.strip()[:QUOTE_CHARS]) if points >= UPSET_AT else None


def _shouts(text: str) -> bool:
    """Mostly capitals, in scripts that have them, over more than an acronym or two."""
    spoken = text.split()
    loud = [word for word in spoken if len(word) >= SHOUTED_WORDS and word.isupper()]
    return len(loud) >= SHOUTED_WORDS and 2 * len(loud) >= len(spoken)


def _gloom(tone: Tone | None) -> float:
    if tone is None or tone.polarity > -0.2:
        return 0.0
    return 1.0 if tone.polarity <= -0.5 else 0.5
