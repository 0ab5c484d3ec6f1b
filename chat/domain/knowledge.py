"""What an owner writes for the bot, wherever it comes from: tidied, bounded, and told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chat.domain.personal import unknown_in

TITLE_CHARS = 200
PHRASE_CHARS = 500
ANSWER_CHARS = 10_000
TAG_CHARS = 60
KEY_CHARS = 64
LANGUAGE_CHARS = 12
PHRASES = 200
TAGS = 20
UNKNOWN_PLACEHOLDER = "unknown_placeholder"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it is written. ``key`` joins the languages of one answer; empty: a new one, the site's language."""

    key: str = ""
    language: str = ""
    title: str = ""
    paraphrases: tuple[str, ...] = ()
    answer: str = ""
    tags: tuple[str, ...] = ()
    published: bool = True


def one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


def tidy(draft: Draft) -> Draft:
    """Phrases and tags on one line each and once; the answer's lines as written, without what trails them."""
    return Draft(
        key=one_line(draft.key),
        language=one_line(draft.language),
        title=one_line(draft.title),
        paraphrases=_once(draft.paraphrases),
        answer=tidy_answer(draft.answer),
        tags=_once(draft.tags),
        published=draft.published,
    )


def tidy_answer(text: str) -> str:
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


def faults(draft: Draft) -> list[str]:
    """Codes of what keeps a tidied draft from being stored."""
    wrong = {
        "no_title": not draft.title,
        "no_answer": not draft.answer,
        "title_too_long": len(draft.title) > TITLE_CHARS,
        "answer_too_long": len(draft.answer) > ANSWER_CHARS,
        "phrase_too_long": any(len(phrase) > PHRASE_CHARS for phrase in draft.paraphrases),
        "too_many_phrases": len(draft.paraphrases) > PHRASES,
        "tag_too_long": any(len(tag) > TAG_CHARS for tag in draft.tags),
        "too_many_tags": len(draft.tags) > TAGS,
        "key_too_long": len(draft.key) > KEY_CHARS,
        "language_too_long": len(draft.language) > LANGUAGE_CHARS,
        UNKNOWN_PLACEHOLDER: bool(slips_in(draft)),
    }
    return [code for code, is_so in wrong.items() if is_so]


def slips_in(draft: Draft) -> tuple[str, ...]:
    """Placeholders that nothing will ever fill; in a title none is filled, for it is what visitors choose by."""
    return slips_in_title(draft.title) or unknown_in(draft.answer)


def slips_in_title(title: str) -> tuple[str, ...]:
    return (title,) if "{{" in title else ()
