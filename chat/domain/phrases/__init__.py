"""The words by which visitors show what they need, per language.

Everything is tried in every language, because a visitor's language is a guess.
"""

from collections.abc import Callable
from types import ModuleType

from chat.domain.phrases import ar, de, en, es, fr, mood
from chat.domain.phrases.notation import compile_all, expand
from chat.domain.words import plain, stem

_LANGUAGES = (en, de, fr, es, ar)


def _every(lines_of: Callable[[ModuleType], str]) -> list[str]:
    return [pattern for language in _LANGUAGES for pattern in expand(lines_of(language), language.NAMES)]


def _words(words_of: Callable[[ModuleType], str]) -> frozenset[str]:
    return frozenset(word for language in _LANGUAGES for word in words_of(language).split())


ASKS_PERSON = compile_all(_every(lambda language: language.ASKS_PERSON))
TOLD_OF = compile_all(_every(lambda language: language.TOLD_OF))
"""People told of, or declined, rather than asked for: "I spoke to someone", "I don't want to talk to anybody"."""
ASKS_IF_BOT = compile_all(_every(lambda language: language.ASKS_IF_BOT))
URGENT = compile_all(_every(lambda language: language.URGENT))
UPSET = compile_all(_every(lambda language: language.UPSET))
IMPATIENT = compile_all(_every(lambda language: language.IMPATIENT))
"""Alone this is only a late parcel; with a bad mood it is a visitor about to leave."""

GREETINGS = _words(lambda language: language.GREETINGS)
THANKS = _words(lambda language: language.THANKS)
GOODBYES = _words(lambda language: language.GOODBYES)
CONTENT = _words(lambda language: language.CONTENT)
YES_OR_NO = _words(lambda language: language.YES_OR_NO)
"""An answer, where something was asked."""
FILLERS = _words(lambda language: language.FILLERS)
"""What may stand beside a courtesy without turning the message into a question."""

NONE_OF_THESE = frozenset(
    map(plain, ("None of these", "Nichts davon", "Aucune de celles-ci", "Ninguna de estas", "لا شيء من هذه"))
)
"""What the widget writes for who taps so under the bot's offers."""

TURNS = (
    (UPSET, 4.5, 1),
    (IMPATIENT, 1.5, 1),
    (compile_all(expand(mood.FAILED_CONTACT, {})), 1.2, 2),
    (compile_all(expand(mood.NOT_WORKING, {})), 0.9, 2),
    (compile_all(expand(mood.WAITED, {})), 1.0, 2),
    (compile_all(expand(mood.LEAVING, {})), 1.2, 1),
    (compile_all(expand(mood.REPROACH, {})), 0.8, 2),
    (compile_all(expand(mood.NOTHING_HELPED, {})), 1.3, 2),
    (compile_all(expand(mood.PATIENT, {})), -1.2, 1),
    (compile_all(expand(mood.ASKING, {})), -0.8, 1),
)
"""Turns of phrase, their log-odds, and how often each counts in one message."""

VALENCE = {
    form: points
    for words, points in (
        (mood.TROUBLE, 0.4),
        (mood.POSITIVE, -0.8),
        (mood.STRONG_POSITIVE, -1.3),
        (mood.NEGATIVE, 1.0),
        (mood.STRONG_NEGATIVE, 1.8),
    )
    for word in words.split()
    for form in (word, stem(word))
}
NEGATIONS = frozenset(mood.NEGATIONS.split())
INTENSE = frozenset(mood.INTENSE.split())
