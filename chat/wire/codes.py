"""The closed lists of what the server refuses, and why a socket closes. Never exception text."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class ErrorCode(StrEnum):
    """In ``refused`` frames and in HTTP bodies. Meanings and remedies: docs/protocol.md."""

    BAD_FRAME = "bad_frame"
    UNKNOWN_TYPE = "unknown_type"
    BAD_FIELD = "bad_field"
    BAD_CMID = "bad_cmid"
    TOO_LONG = "too_long"
    CMID_CONFLICT = "cmid_conflict"
    PROTOCOL_UNSUPPORTED = "protocol_unsupported"
    CREDENTIAL_REFUSED = "credential_refused"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    NOT_NOW = "not_now"
    TAKEN = "taken"
    NOT_YOURS = "not_yours"
    ANSWER_OWED = "answer_owed"
    CONVERSATION_OVER = "conversation_over"
    DISCLOSURE_MISSING = "disclosure_missing"
    RATE_LIMITED = "rate_limited"
    UNAVAILABLE = "unavailable"


class CloseCode(IntEnum):
    """WebSocket close codes. Who gets 4001 or 4003 stops; after any other, reconnect."""

    RESTART = 1012
    UNSUPPORTED_DATA = 1003
    BAD_UTF8 = 1007
    TOO_BIG = 1009
    CREDENTIAL_REFUSED = 4001
    FORBIDDEN = 4003
    TOO_SLOW = 4008
    RECONNECT = 4010
    RATE_LIMITED = 4029


#: HTTP status of each refusal where the same frames travel by POST.
HTTP_STATUS: dict[ErrorCode, int] = {
    ErrorCode.BAD_FRAME: 400,
    ErrorCode.UNKNOWN_TYPE: 400,
    ErrorCode.BAD_FIELD: 400,
    ErrorCode.BAD_CMID: 400,
    ErrorCode.TOO_LONG: 413,
    ErrorCode.CMID_CONFLICT: 409,
    ErrorCode.PROTOCOL_UNSUPPORTED: 400,
    ErrorCode.CREDENTIAL_REFUSED: 401,
    ErrorCode.FORBIDDEN: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.NOT_NOW: 409,
    ErrorCode.TAKEN: 409,
    ErrorCode.NOT_YOURS: 409,
    ErrorCode.ANSWER_OWED: 409,
    ErrorCode.CONVERSATION_OVER: 409,
    ErrorCode.DISCLOSURE_MISSING: 400,
    ErrorCode.RATE_LIMITED: 429,
    ErrorCode.UNAVAILABLE: 503,
}
