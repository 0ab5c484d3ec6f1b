"""What a message says beside its question: that a person is wanted, that someone is upset, that it can't wait.

Emotion routes, it never performs: these signals only decide who should answer and tell the agent why.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from chat.domain import phrases, topics
from chat.domain.asking import asked_in
from chat.domain.frustration import Tone as Tone
from chat.domain.frustration import mood_in
from chat.domain.names import heard_by_name
from chat.domain.pages import rule_for
from chat.domain.patience import mounted
from chat.domain.phrases.danger import DANGER
from chat.domain.reading import Reading
from chat.domain.typos import mend
from chat.domain.words import plain

Courtesy = Literal["greeting", "thanks", "goodbye"]

UPSET_AT = 0.85
"""From here on a message is angry: one is enough, a bad mood alone is not."""
MOUNTED_AT = 0.8
"""From here on a conversation is, by what is said now and before."""
LONGEST_COURTESY = 8

_FRIENDLY_SIGNS = frozenset("👍🙏👌🙂😊😀😃😄❤💙💚🎉👏🤝")


class Signals(msgspec.Struct, frozen=True, kw_only=True):
    """Each signal is its evidence: the visitor's own words, at most 200 characters, or None.

    `frustration_score`, 0..1, is told below the mark, too; `sensitive` and `page_rule` are the owner's rules. Where
    somebody may be in `danger` it is `urgent`, too.
    """

    asks_person: str | None = None
    asks_if_bot: str | None = None
    frustration: str | None = None
    frustration_score: float = 0.0
    urgent: str | None = None
    danger: str | None = None
    sensitive: str | None = None
    page_rule: str | None = None
    courtesy: Courtesy | None = None
    tone: Tone | None = None


def read_signals(
    text: str,
    *,
    language: str = "en",
    tone: Tone | None = None,
    sensitive_topics: Sequence[str] = (),
    earlier: Sequence[str] = (),
    page: str | None = None,
    page_rules: Sequence[str] = (),
    team: Sequence[str] = (),
) -> Signals:
    """Cues of every known language are tried: `language` is the page's, which need not be the visitor's.

    `earlier` are the visitor's messages before this one, oldest first; `team` the names of who works here.
    """
    reading = Reading(text, mend=mend)
    asked = _asked(reading, team)
    mood = mood_in(reading, tone)
    danger = reading.find(DANGER)
    return Signals(
        asks_person=asked.person,
        asks_if_bot=asked.if_bot,
        frustration=mood.quote if mood.score >= UPSET_AT or mounted(mood, text, earlier) >= MOUNTED_AT else None,
        frustration_score=mood.score,
        urgent=danger or reading.find(phrases.URGENT),
        danger=danger,
        sensitive=topics.heard(reading.line, sensitive_topics, language),
        page_rule=rule_for(page, page_rules),
        courtesy=courtesy_of(text),
        tone=tone,
    )


class _Asked(NamedTuple):
    """`person` is None, too, where people are `named` as told of or declined."""

    if_bot: str | None = None
    named: str | None = None
    person: str | None = None


def _asked(reading: Reading, team: Sequence[str]) -> _Asked:
    own = _asked_in(reading)
    if own.person or not team:
        return own
    by_name = heard_by_name(reading, team)
    heard = next((each for each in map(_asked_in, by_name.readings) if each.if_bot or each.named), own)
    return heard if heard.named else heard._replace(person=by_name.quote)


def _asked_in(reading: Reading) -> _Asked:
    if_bot = reading.find(phrases.ASKS_IF_BOT)
    # "Am I talking to a person?" is a question about us; only what is left can be a request.
    rest = reading.without(phrases.ASKS_IF_BOT) if if_bot else reading
    named = _requested(rest)
    return _Asked(if_bot, named, named and _requested(rest.without(phrases.TOLD_OF)))


def _requested(reading: Reading) -> str | None:
    return reading.find(phrases.ASKS_PERSON) or asked_in(reading)


def frustration_score(text: str, tone: Tone | None) -> float:
    """0..1; from UPSET_AT on a person is asked."""
    return mood_in(Reading(text, mend=mend), tone).score


def person_score(text: str) -> float:
    """How surely a person is asked for, 0..1; from 0.5 on the bot asks one."""
    signals = read_signals(text)
    if signals.asks_person is None:
        return 0.0 if signals.asks_if_bot is None else 0.2
    # The less is said beside the request, the surer it is one.
    return 0.6 + 0.4 * len(signals.asks_person) / len(text)


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
