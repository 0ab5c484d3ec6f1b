"""WebSocket frames as both servers exchange them with us (RFC 6455, 5.2), without a parser's generality.

Servers' parsers are made for everything: an hour of chat is whole text frames, and reading one through them costs more
than all that we do with it. What is anything else goes to the server's own parser, which knows the rules.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from websockets.frames import apply_mask  # type: ignore[attr-defined]

_TEXT, _FINAL, _MASKED = 0x01, 0x80, 0x80
_WHOLE_TEXT = _FINAL | _TEXT
_CONTINUED, _BINARY = 0x00, 0x02
#: Bytes of a mask, and of the head of a frame before it, by what its second byte says.
_MASK = 4
_HEAD = {126: 4, 127: 10}


def text_frame(payload: bytes) -> bytes:
    """As servers send them: whole and unmasked."""
    size = len(payload)
    if size <= 125:
        return struct.pack("!BB", _WHOLE_TEXT, size) + payload
    if size <= 0xFFFF:
        return struct.pack("!BBH", _WHOLE_TEXT, 126, size) + payload
    return struct.pack("!BBQ", _WHOLE_TEXT, 127, size) + payload


class Frames:
    """What one client sends, cut into frames."""

    __slots__ = ("_in_parts", "_most", "_rest", "_uncut")

    def __init__(self, most: int) -> None:
        """``most``: bytes that a frame may have."""
        self._most = most
        self._rest = b""
        #: Whether a message of several frames is under way, and whether cutting was given up.
        self._in_parts = self._uncut = False

    def cut(self, data: bytes) -> Iterator[str | bytes]:
        """The text of each text frame; each other frame as it came, for the server's own parser."""
        data, at = self._rest + data, 0
        self._rest = b""
        while at < len(data) and not self._uncut:
            end = self._end(data, at)
            if self._uncut or end > len(data):
                break
            yield self._read(data[at:end])
            at = end
        if self._uncut:
            yield data[at:]
        else:
            self._rest = data[at:]

    def _end(self, data: bytes, at: int) -> int:
        """Where the frame ends that begins there; beyond ``data`` if that isn't known yet."""
        if len(data) < at + 2:
            return len(data) + 1
        size = data[at + 1] & ~_MASKED
        body = at + _HEAD.get(size, 2)
        if len(data) < body:
            return len(data) + 1
        if body > at + 2:
            size = int.from_bytes(data[at + 2 : body])
        if size > self._most:
            # Only the server's parser knows how to refuse it; it mustn't be kept until it is whole.
            self._uncut = True
        return body + size + (_MASK if data[at + 1] & _MASKED else 0)

    def _read(self, frame: bytes) -> str | bytes:
        text = None if self._in_parts else _text(frame)
        if text is not None:
            return text
        kind, final = frame[0] & 0x0F, frame[0] & _FINAL
        if kind in {_CONTINUED, _TEXT, _BINARY}:
            self._in_parts = not final
        return frame


def _text(frame: bytes) -> str | None:
    if frame[0] != _WHOLE_TEXT or not frame[1] & _MASKED:
        return None
    body = _HEAD.get(frame[1] & ~_MASKED, 2) + _MASK
    try:
        return apply_mask(frame[body:], frame[body - _MASK : body]).decode()
    except UnicodeDecodeError:
        return None
