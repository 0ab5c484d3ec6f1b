"""Anything at all: only WireError comes out; and every valid frame arrives as it was sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.transcript import Cursor
from chat.wire import client_frames as f
from chat.wire.codes import ErrorCode
from chat.wire.parse import (
    Parser,
    WireError,
    agent_actions,
    agent_frames,
    encode,
    visitor_commands,
    visitor_frames,
)

PARSERS: list[Parser[Any]] = [visitor_frames, visitor_commands, agent_frames, agent_actions]
CMID = "01234567-89ab-4def-8123-456789abcdef"
NOON = "2026-11-21T12:00:00Z"


@given(st.binary() | st.text(st.characters(categories=None)))
def test_any_bytes(raw: bytes | str) -> None:
    for parser in PARSERS:
        with pytest.raises(WireError):
            parser.parse(raw)


FRAMES = sorted({frame for union in (f.VisitorFrame, f.AgentFrame) for frame in get_args(union)}, key=str)
TAGS = [str(frame.__struct_config__.tag) for frame in FRAMES]
FIELDS = sorted({field for frame in FRAMES for field in frame.__struct_fields__})
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([CMID, NOON]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=3),
    max_leaves=5,
)
objects = st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=3), values, max_size=6)
types = st.sampled_from([*TAGS, "base", "__class__"]) | values


@given(body=values | st.builds(lambda body, tag: {**body, "type": tag}, objects, types))
def test_any_json(body: Any) -> None:
    for parser in PARSERS:
        try:
            assert parser.parse(json.dumps(body))
        except WireError as refusal:
            assert refusal.code in ErrorCode


words = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), min_size=1, max_size=64)
seqs = st.integers(0, 2**53 - 1)
proofs = st.builds(
    f.DisclosureProof,
    text_version=words,
    language=words,
    shown_at=st.integers(0, 2**33).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
)
OF_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "cmid": st.uuids().map(str),
    "text": words,
    "goodbye": words,
    "email": words.map(lambda word: f"{word}@x"),
    "seq": seqs,
    "ref": seqs,
    "protocol": st.integers(0, 9),
    "credential": st.just("c" * 43),
    "fresh": st.booleans(),
    "on": st.booleans(),
    "helped": st.booleans(),
    "right": st.booleans(),
    "disclosure": st.none() | proofs,
}
ODD = {
    f.Resume: st.none() | st.builds(Cursor, epoch=seqs, seq=seqs, id=words),
    f.InboxResume: st.none() | st.builds(f.InboxCursor, rev=seqs, id=words),
}


def frames(frame: type[f.ClientFrame]) -> st.SearchStrategy[Any]:
    names = frame.__struct_fields__
    return st.builds(frame, **{name: ODD[frame] if name == "cursor" else OF_FIELD.get(name, words) for name in names})


@given(st.data())
@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.__name__)
def test_every_valid_frame_arrives_as_it_was_sent(frame: type[f.ClientFrame], data: st.DataObject) -> None:
    parser = visitor_frames if frame in get_args(f.VisitorFrame) else agent_frames
    sent = data.draw(frames(frame))
    assert parser.parse(encode(sent)) == sent
    assert parser.parse(encode(sent).decode()) == sent
