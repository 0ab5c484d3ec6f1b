"""By which words an agent finds a conversation again, and what a search asks for."""

from __future__ import annotations

from chat.domain.state import State
from chat.domain.words import fold

QUERY_CHARS = 100
MAX_TERMS = 6


def words_of(state: State, *, label: str, email: str, last_words: str) -> str:
    """The visitor's label and address, each reference with and without its hyphen, the question, the last words."""
    references = [form for each in state.references for form in (each, each.replace("-", ""))]
    return " ".join(fold(" ".join([label, email, *references, state.asked, last_words])).split())


def terms(query: str) -> tuple[str, ...]:
    """All of these must occur; letters' case and accents don't matter. Empty when nothing was asked for."""
    return tuple(fold(query[:QUERY_CHARS]).split()[:MAX_TERMS])
