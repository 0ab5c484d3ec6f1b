"""Frames over HTTP: the socket's own bytes, one exchange at a time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.http import HttpResponse
from rest_framework.request import Request

from chat.actions.refusals import ActionRefused
from chat.domain.transcript import Cursor
from chat.models import Conversation
from chat.policy import Actor, may_send
from chat.wire import server_frames as s
from chat.wire.client_frames import ClientFrame
from chat.wire.codes import HTTP_STATUS, ErrorCode
from chat.wire.parse import WireError, encode


def reply(frames: Sequence[s.ServerFrame]) -> HttpResponse:
    """``{"frames": [...]}``; the status is that of the first refusal among them, if there is one."""
    status = next((HTTP_STATUS[frame.code] for frame in frames if isinstance(frame, s.Refused)), 200)
    response = HttpResponse(encode({"frames": frames}), content_type="application/json", status=status)
    response.headers["Cache-Control"] = "no-store"
    refused = next((frame for frame in frames if isinstance(frame, s.Refused)), None)
    if refused and refused.retry_after:
        response.headers["Retry-After"] = str(max(1, round(refused.retry_after)))
    return response


def ack(cmid: str, conversation: Conversation, seq: int) -> s.Ack:
    return s.Ack(cmid=cmid, conversation=str(conversation.public_id), epoch=conversation.epoch, seq=seq)


def must_be_allowed(actor: Actor, frame: ClientFrame) -> None:
    """The socket's own rule for this frame. Raises ActionRefused(FORBIDDEN)."""
    if not may_send(actor, frame):
        raise ActionRefused(ErrorCode.FORBIDDEN)


def cursor_of(request: Request) -> Cursor | None:
    """From the query; None without ``seq``. Raises WireError(BAD_FIELD)."""
    if "seq" not in request.query_params:
        return None
    given = {name: request.query_params.get(name) for name in ("epoch", "seq", "id")}
    try:
        return msgspec.convert(given, Cursor, strict=False)
    except msgspec.ValidationError:
        raise WireError(ErrorCode.BAD_FIELD) from None
