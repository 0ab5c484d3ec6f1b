"""By which words an agent finds a conversation again, and what a search asks for."""

from __future__ import annotations

from collections.abc import Iterable

from chat.domain import events as e
from chat.domain.words import clip, fold

QUERY_CHARS = 100
MAX_TERMS = 6


def words_of(references: Iterable[str], *, label: str, email: str, said: str) -> str:
    """The visitor's label and address, each reference with and without its hyphen, what was said."""
    codes = [form for each in references for form in (each, each.replace("-", ""))]
    return " ".join(fold(" ".join([label, email, *codes, said])).split())


def said_by_people(events: Iterable[e.AnyEvent]) -> str:
    """Clipped in the middle. The bot's answers are the same in many chats: they would find all of them."""
    people = (e.AuthorKind.VISITOR, e.AuthorKind.AGENT)
    texts = (event.text for event in events if isinstance(event, e.Message) and event.author_kind in people)
    return clip(" ".join(texts))


def terms(query: str) -> tuple[str, ...]:
    """All of these must occur; letters' case and accents don't matter. Empty when nothing was asked for."""
    return tuple(fold(query[:QUERY_CHARS]).split()[:MAX_TERMS])
