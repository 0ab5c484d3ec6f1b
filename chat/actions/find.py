"""Looking among what is mine."""

from __future__ import annotations

import uuid

from chat.actions.refusals import ActionRefused
from chat.models import Conversation
from chat.policy import Actor
from chat.wire.codes import ErrorCode


def find_conversation(actor: Actor, public_id: str) -> Conversation:
    """Raises ActionRefused(NOT_FOUND) alike for what is no id, nobody's, and another site's or visitor's."""
    try:
        wanted = uuid.UUID(public_id)
    except ValueError:
        raise ActionRefused(ErrorCode.NOT_FOUND) from None
    conversation = actor.conversations().select_related("site", "visitor").filter(public_id=wanted).first()
    if conversation is None:
        raise ActionRefused(ErrorCode.NOT_FOUND)
    found: Conversation = conversation
    return found
