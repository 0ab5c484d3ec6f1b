"""Whatever a client sends: a typed frame, or a fixed code. Never Python's own words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chat.wire.codes import HTTP_STATUS, CloseCode, ErrorCode
from chat.wire.limits import FRAME_BYTES, TEXT_CHARS
from chat.wire.parse import (
    Parser,
    WireError,
    agent_actions,
    agent_frames,
    encode,
    visitor_commands,
    visitor_frames,
)

CMID = "01234567-89ab-4def-8123-456789abcdef"
CREDENTIAL = "c" * 43
DEEP = 10_000
PARSERS: list[Parser[Any]] = [visitor_frames, visitor_commands, agent_frames, agent_actions]


def send(**fields: Any) -> bytes:
    return json.dumps({"type": "send", "cmid": CMID, "text": "Hello", **fields}).encode()


def shown(at: str, version: str = "2026-11") -> dict[str, str]:
    return {"text_version": version, "language": "en", "shown_at": at}


def code_of(raw: bytes | str, parser: Parser[Any] = visitor_frames) -> str:
    with pytest.raises(WireError) as refusal:
        parser.parse(raw)
    assert refusal.value.args == (refusal.value.code,)
    return refusal.value.code


NO_FRAME: dict[str, bytes | str] = {
    "nothing": b"",
    "no JSON": b"hello",
    "binary junk": b"\x00\x01\xfe\xff",
    "a byte order mark": '\ufeff{"type":"beat"}',
    "a second value": b'{"type":"beat"} {}',
    "a list": b'[{"type":"beat"}]',
    "null": b"null",
    "NaN": b"NaN",
    "NaN inside": b'{"type":"beat","x":NaN}',
    "no type": b"{}",
    "a number as type": b'{"type":5}',
    "a list as type": b'{"type":["send"]}',
    "deep": b"[" * DEEP + b"]" * DEEP,
    "deep in an unknown field": b'{"type":"send","x":' + b"[" * DEEP + b"]" * DEEP + b"}",
    "deep objects as type": b'{"type":' * (DEEP // 2) + b"1" + b"}" * (DEEP // 2),
    "invalid UTF-8": b'{"type":"send","cmid":"' + CMID.encode() + b'","text":"\xff"}',
    "an escaped lone surrogate": send(text="\ud800"),
    "a lone surrogate": '{"type":"send","text":"\ud800"}',
}


@pytest.mark.parametrize("raw", NO_FRAME.values(), ids=NO_FRAME)
def test_what_is_no_frame(raw: bytes | str) -> None:
    assert code_of(raw) == ErrorCode.BAD_FRAME


@pytest.mark.parametrize(
    "name",
    ["base", "__class__", "disconnect", "websocket.disconnect", "chat.message", "", "SEND", "send ", "welcome", "ack"],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_types_that_no_client_sends(parser: Parser[Any], name: str) -> None:
    assert code_of(json.dumps({"type": name}), parser) == ErrorCode.UNKNOWN_TYPE


def test_each_door_knows_its_own_frames_only() -> None:
    assert code_of(b'{"type":"take"}', visitor_frames) == ErrorCode.UNKNOWN_TYPE
    assert code_of(b'{"type":"ask_person"}', agent_frames) == ErrorCode.UNKNOWN_TYPE
    assert code_of(b'{"type":"hello"}', visitor_commands) == ErrorCode.UNKNOWN_TYPE
    assert code_of(b'{"type":"available"}', agent_actions) == ErrorCode.UNKNOWN_TYPE


BAD_FIELDS = {
    "missing cmid": b'{"type":"send","text":"Hello"}',
    "no cmid at all": send(cmid=None),
    "missing text": b'{"type":"send","cmid":"' + CMID.encode() + b'"}',
    "empty text": send(text=""),
    "text of another type": send(text=5),
    "NUL": send(text="a\x00b"),
    "NUL inside a part": send(disclosure=shown("2026-11-21T12:00:00Z", "a\x00")),
    "an extra field": send(author_kind="agent"),
    "an extra field in a part": send(disclosure=shown("2026-11-21T12:00:00Z") | {"proof": 1}),
    "a time without zone": send(disclosure=shown("2026-11-21T12:00:00")),
    "a time before all time": send(disclosure=shown("0001-01-01T00:00:00+23:59")),
    "a time after all time": send(disclosure=shown("9999-12-31T23:59:59-23:59")),
    "page too long": send(page="/" + "p" * 500),
    "a huge integer": b'{"type":"resume","ref":' + b"9" * 5000 + b"}",
    "beyond 2**53": b'{"type":"resume","ref":9007199254740992}',
    "a cursor below zero": b'{"type":"resume","ref":1,"cursor":{"epoch":1,"seq":-1,"id":""}}',
    "a cursor beyond 2**53": b'{"type":"resume","ref":1,"cursor":{"epoch":9007199254740992,"seq":1,"id":""}}',
    "below zero": b'{"type":"resume","ref":-1}',
    "a float": b'{"type":"resume","ref":1.5}',
    "an overflowing float": b'{"type":"resume","ref":1e999}',
    "a boolean for a number": b'{"type":"resume","ref":true}',
    "the type twice": b'{"type":"beat","type":"send"}',
    "a short credential": b'{"type":"hello","protocol":1,"build":"b","site":"s","credential":"short"}',
    "a credential with a newline": json.dumps(
        {"type": "hello", "protocol": 1, "build": "b", "site": "s", "credential": CREDENTIAL + "\n"}
    ).encode(),
}


@pytest.mark.parametrize("raw", BAD_FIELDS.values(), ids=BAD_FIELDS)
def test_fields_that_do_not_fit(raw: bytes) -> None:
    assert code_of(raw) == ErrorCode.BAD_FIELD


@pytest.mark.parametrize("cmid", [5, "", "1", CMID.upper(), CMID + "\n", f"{{{CMID}}}", CMID.replace("-", ""), [CMID]])
def test_a_bad_cmid(cmid: Any) -> None:
    assert code_of(send(cmid=cmid)) == ErrorCode.BAD_CMID


def test_a_long_text_is_named_as_such() -> None:
    assert visitor_frames.parse(send(text="é" * TEXT_CHARS))
    assert code_of(send(text="é" * (TEXT_CHARS + 1))) == ErrorCode.TOO_LONG


@pytest.mark.parametrize("raw", [b"x" * (FRAME_BYTES + 1), "é" * (FRAME_BYTES // 2 + 1), "\ud800" * FRAME_BYTES])
def test_a_frame_is_measured_in_bytes(raw: bytes | str) -> None:
    assert code_of(raw) == ErrorCode.TOO_LONG


def test_a_refused_command_is_named_where_its_cmid_was_readable() -> None:
    with pytest.raises(WireError) as refusal:
        visitor_frames.parse(send(text=""))
    assert refusal.value.cmid == CMID


def test_fields_at_their_default_are_not_written() -> None:
    """So that the digest of a command stays the same when an upgrade adds a field."""
    assert json.loads(encode(visitor_frames.parse(send(page=None)))) == json.loads(send())


def test_times_arrive_in_utc() -> None:
    frame = visitor_frames.parse(send(disclosure=shown("2026-11-21T14:00:00+02:00")))
    assert b'"shown_at":"2026-11-21T12:00:00Z"' in encode(frame)


def test_every_refusal_has_an_http_status() -> None:
    assert set(HTTP_STATUS) == set(ErrorCode)
    assert set(HTTP_STATUS.values()) <= {400, 401, 403, 404, 409, 413, 429, 503}


def test_close_codes_are_sendable() -> None:
    assert all(code in (1003, 1007, 1009, 1012) or 4000 <= code <= 4999 for code in CloseCode)
