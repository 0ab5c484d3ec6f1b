"""What a client sends, however the network cuts it, comes out frame by frame; only plain text needs no parser."""

from __future__ import annotations

import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode

from chat.delivery.frames import Frames, text_frame

MOST = 70_000


def sent(opcode: Opcode, data: bytes, *, final: bool = True) -> bytes:
    """As websockets, another implementation, writes it for a client."""
    return Frame(opcode, data, final).serialize(mask=True)


def text(words: str) -> bytes:
    return sent(Opcode.TEXT, words.encode())


PING = sent(Opcode.PING, b"still there?")
PARTS = [sent(Opcode.TEXT, b"one ", final=False), PING, sent(Opcode.CONT, b"message")]


def cut(*pieces: bytes) -> list[str | bytes]:
    frames = Frames(MOST)
    return [frame for piece in pieces for frame in frames.cut(piece)]


@given(words=st.lists(st.text(max_size=300)), cuts=st.lists(st.floats(0, 1)))
def test_texts_come_out_whole_however_they_were_cut(words: list[str], cuts: list[float]) -> None:
    whole = b"".join(map(text, words))
    places = [0, *sorted(round(place * len(whole)) for place in cuts), len(whole)]
    assert cut(*(whole[a:b] for a, b in pairwise(places))) == words


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536, MOST])
def test_every_way_to_write_a_length(size: int) -> None:
    assert cut(text("x" * size)) == ["x" * size]
    assert text_frame(b"x" * size) == Frame(Opcode.TEXT, b"x" * size).serialize(mask=False)


def test_a_message_in_parts_is_for_the_parser_and_what_follows_it_is_not() -> None:
    assert cut(b"".join(PARTS) + text("next")) == [*PARTS, "next"]


@pytest.mark.parametrize("odd", [PING, sent(Opcode.BINARY, b"\x00"), sent(Opcode.TEXT, b"\xff"), text_frame(b"bare")])
def test_what_is_not_plain_text_is_for_the_parser(odd: bytes) -> None:
    assert cut(text("a") + odd + text("b")) == ["a", odd, "b"]


def test_an_oversized_frame_is_not_kept_until_it_is_whole() -> None:
    head = struct.pack("!BBQ", 0x81, 0xFF, MOST + 1)
    assert cut(head, b"more", b"and more") == [head, b"more", b"and more"]


def test_an_empty_frame_may_claim_a_long_length() -> None:
    assert cut(struct.pack("!BBH", 0x81, 0xFE, 0) + bytes(4) + text("next")) == ["", "next"]
