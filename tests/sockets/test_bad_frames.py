"""Whatever comes in: a fixed code and a living socket, or a named close. T-WS-04, -07 and -08, on both servers."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from websockets.frames import Frame as RawFrame
from websockets.frames import Opcode

from tests.sockets.client import PROOF, Client, new_cmid
from tests.sockets.conftest import House

pytestmark = pytest.mark.parametrize("shared", ["daphne", "uvicorn"], indirect=True)

CMID = new_cmid()
SEND = {"type": "send", "cmid": CMID, "text": "Hello", "disclosure": PROOF}
#: What a Python program or a channel layer would understand, and nobody else.
TYPES = [
    "", "base", "__class__", "__init__", "disconnect", "send_json", "channel.layer", "websocket.disconnect",
    "websocket.receive", "chat.message", "group.send", "rights_changed", "on_command", "visitor.perform", "welcome",
    "ack", "events", "bye", "Hello", "hello ", "hell\u00f6", "a" * 1000, "$type", "{}", "../hello",
]  # fmt: skip
NO_FRAMES = {
    "nothing": "",
    "no JSON": "hello",
    "half": '{"type": "beat"',
    "two": '{"type": "beat"}{"type": "beat"}',
    "list": "[]",
    "list of frames": '[{"type": "beat"}]',
    "text": '"beat"',
    "null": "null",
    "number": "1e999",
    "no type": "{}",
    "type is null": '{"type": null}',
    "type is number": '{"type": 1}',
    "type is list": '{"type": ["beat"]}',
    "deep list": "[" * 10_000 + "]" * 10_000,
    "deep object": '{"a":' * 10_000 + "1" + "}" * 10_000,
    "NaN": '{"type": "read", "seq": NaN}',
    "Infinity": '{"type": "read", "seq": Infinity}',
    "lone surrogate": '{"type": "\\ud800"}',
}
BAD_FIELDS: dict[str, dict[str, Any]] = {
    "seq is text": {"type": "read", "seq": "4"},
    "seq is negative": {"type": "read", "seq": -1},
    "seq is huge": {"type": "read", "seq": 10**400},
    "seq is beyond 2^53": {"type": "read", "seq": 2**53},
    "seq is a fraction": {"type": "read", "seq": 1.5},
    "seq is true": {"type": "read", "seq": True},
    "no seq": {"type": "read"},
    "unknown field": {"type": "beat", "author_kind": "agent"},
    "cursor is text": {"type": "resume", "ref": 1, "cursor": "1"},
    "cursor has more": {"type": "resume", "ref": 1, "cursor": {"epoch": 1, "seq": 1, "id": "x", "y": 1}},
    "text is a number": {**SEND, "text": 5},
    "text is empty": {**SEND, "text": ""},
    "text has NUL": {**SEND, "text": "a\0b"},
    "proof has no zone": {**SEND, "disclosure": {**PROOF, "shown_at": "2026-11-21T12:00:00"}},
    "author is chosen": {**SEND, "author_kind": "agent"},
}
BAD_CMIDS = ["", "1", CMID.upper(), CMID + "\n", f"{{{CMID}}}", 5, [CMID]]
PYTHON = re.compile(r"Traceback|File \"|0x[0-9a-f]{6}|<[a-z]|Error\b|Exception|django|msgspec", re.IGNORECASE)


async def lives(client: Client) -> None:
    """It still answers, and nothing it ever said was Python's own words."""
    await client.hears("events", ref=await client.resume((client.held and next(iter(client.held))) or None))
    said = [frame for frame in client.frames if frame["type"] in ("refused", "bye")]
    assert not PYTHON.search(json.dumps(said))


async def refusals(client: Client, frames: list[Any]) -> list[str]:
    raw = [frame if isinstance(frame, str) else json.dumps(frame) for frame in frames]
    return [await client.is_refused(text) for text in raw]


async def test_unknown_types(house: House) -> None:
    vera = await house.visitor().come()
    await vera.writes("Hello")
    assert set(await refusals(vera, [{"type": kind} for kind in TYPES])) == {"unknown_type"}
    await lives(vera)


async def test_what_is_no_frame(house: House) -> None:
    vera = await house.visitor().come()
    await vera.writes("Hello")
    codes = dict(zip(NO_FRAMES, await refusals(vera, [*NO_FRAMES.values()]), strict=True))
    assert codes == dict.fromkeys(NO_FRAMES, "bad_frame")
    await lives(vera)


async def test_fields_that_do_not_fit(house: House) -> None:
    vera = await house.visitor().come()
    await vera.writes("Hello")
    codes = dict(zip(BAD_FIELDS, await refusals(vera, [*BAD_FIELDS.values()]), strict=True))
    assert codes == dict.fromkeys(BAD_FIELDS, "bad_field")
    await lives(vera)


async def test_cmids_that_are_none(house: House) -> None:
    vera = await house.visitor().come()
    assert set(await refusals(vera, [{**SEND, "cmid": cmid} for cmid in BAD_CMIDS])) == {"bad_cmid"}


async def test_texts_that_are_too_long(house: House) -> None:
    vera = await house.visitor().come()
    assert await vera.is_refused({**SEND, "text": "x" * 10_001}) == "too_long"
    assert (await vera.writes("é" * 10_000))["seq"] == 1


async def test_the_other_doors_frames_are_unknown(house: House) -> None:
    vera, ana = await house.visitor().come(), await house.agent("ana").come()
    assert await vera.is_refused({"type": "take", "cmid": CMID, "conversation": "x"}) == "unknown_type"
    assert await ana.is_refused({"type": "ask_person", "cmid": CMID}) == "unknown_type"


async def test_a_second_hello_is_refused(house: House) -> None:
    vera = await house.visitor().come()
    assert await vera.is_refused(vera.hello()) == "forbidden"


async def test_other_peoples_conversations_do_not_exist(house: House) -> None:
    vera, other = await house.visitor().come(), await house.visitor().come()
    mine = (await vera.writes("Hello"))["conversation"]
    await other.writes("Hello")
    charlie = await house.agent("charlie").come()
    for client in (other, charlie):
        for wanted in (mine, "00000000-0000-7000-8000-000000000000", "nonsense"):
            assert await client.is_refused({"type": "resume", "ref": 1, "conversation": wanted}) == "not_found"
    assert await charlie.is_refused({"type": "take", "cmid": CMID, "conversation": mine}) == "not_found"


async def test_the_largest_frame_passes_and_one_byte_more_closes(house: House) -> None:
    vera = await house.visitor().come()
    largest = json.dumps({"type": "x"}).ljust(65_536)
    assert await vera.is_refused(largest) == "unknown_type"
    await vera.say(largest + " ")
    assert await vera.gone() == 1009


async def test_a_binary_message_closes(house: House) -> None:
    vera = await house.visitor().come()
    await vera.say(b'{"type": "beat"}')
    assert await vera.gone() == 1003


async def test_what_is_not_utf8_closes(house: House) -> None:
    vera = await house.visitor().come()
    vera.socket.transport.write(RawFrame(Opcode.TEXT, b'{"type": "\xff"}').serialize(mask=True))
    assert await vera.gone() == 1007
