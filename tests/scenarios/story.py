"""What happens in these stories besides the clicks of the cast."""

from __future__ import annotations

from typing import Any

from msgspec import json

from chat import queries
from chat.actions import system
from chat.bot import responder
from chat.domain.events import Audience
from chat.models import Conversation
from tests import cast
from tests.cast import NOON


def bot_speaks(chat: Conversation) -> None:
    """The bot's turn for each message that it owes one."""
    for turn in chat.turns_owed.order_by("seq"):
        chat.refresh_from_db()
        system.bot_replies(chat, responder.think(chat, turn.seq), NOON)


def vera_sees(vera: cast.Visitor) -> list[dict[str, Any]]:
    """The events that her browser has, or would have after a resume."""
    frame: dict[str, Any] = json.decode(json.encode(queries.resume(vera.chat, None, Audience.ALL)))
    return [event["event"] for event in frame["events"]]


def kinds_seen(vera: cast.Visitor) -> list[str]:
    return [str(event["kind"]) for event in vera_sees(vera)]
