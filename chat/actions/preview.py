"""The last words of a conversation, as the inbox shows them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chat.domain.events import Message, Recorded, Speech

PREVIEW_CHARS = 140

#: Beside the reason in the row these say nothing: the visitor's own words before them do.
_SAYS_LESS = frozenset(
    {
        *(Speech.HANDING_OVER, Speech.FOR_PEOPLE, Speech.DANGER),
        *(Speech.NOT_HELPFUL, Speech.FAILED, Speech.NO_ANSWER_YET),
    }
)


def preview(recorded: Sequence[Recorded]) -> dict[str, object] | None:
    """As it is stored with the conversation; None where nothing was said."""
    for item in reversed(recorded):
        if isinstance(item.event, Message) and item.event.code not in _SAYS_LESS:
            text = item.event.text or str(item.event.code or "")
            return {
                "seq": item.seq,
                "author_kind": str(item.event.author_kind),
                "author": msgspec.to_builtins(item.event.author),
                "text": text[:PREVIEW_CHARS],
                "at": item.at.isoformat(),
            }
    return None
