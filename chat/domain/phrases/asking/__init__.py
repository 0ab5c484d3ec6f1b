"""The words by which a person is asked for, by what each does in the sentence; folded, as in `Reading.line`.

`whom` works for the business for sure, `anyone` may be anybody, `talk` is any way to reach them, `there` asks who is;
`against` a `machine` is a refusal; `fact` makes it a report or a question about rules; from `matter` on, behind the
person, it is about what they are wanted for; `other` says nothing either way. Any word else is of another matter.
"""

from collections.abc import Mapping

from chat.domain.phrases.asking import ar, de, en, es, fr
from chat.domain.words import stem

_BENT = ("talk", "wish", "help", "whom")
"""Classes that hold for all forms: "calls" is as good as "call", where "talked" is no "talk"."""


def _by_word(classes: Mapping[str, str]) -> Mapping[str, str]:
    kinds = {word: kind for kind, words in classes.items() for word in words.split()}
    return {stem(word): kind for word, kind in kinds.items() if kind in _BENT} | kinds


CLASSES: Mapping[str, Mapping[str, str]] = {
    "en": _by_word(en.WORDS),
    "de": _by_word(de.WORDS),
    "fr": _by_word(fr.WORDS),
    "es": _by_word(es.WORDS),
    "ar": _by_word(ar.WORDS),
}
