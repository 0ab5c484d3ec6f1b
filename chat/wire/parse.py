"""Bytes from a client → a typed frame, or a fixed code. Nothing of Python's own words leaves here."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, get_args

import msgspec

from chat.wire import client_frames as f
from chat.wire.codes import ErrorCode
from chat.wire.limits import FRAME_BYTES, TEXT_CHARS

Frame = TypeVar("Frame")


class WireError(Exception):
    """What the client sent can't be used. ``cmid`` is set where it could be read."""

    def __init__(self, code: ErrorCode, cmid: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.cmid = cmid


class _Header(msgspec.Struct):
    """As much as is needed to say what is wrong."""

    type: Any = None
    cmid: Any = None
    text: Any = None


class Parser(Generic[Frame]):
    """Decodes one union of frames. Raises WireError for whatever isn't one of them."""

    def __init__(self, frames: Any) -> None:
        self._decoder: msgspec.json.Decoder[Frame] = msgspec.json.Decoder(frames)
        self._types = {frame.__struct_config__.tag for frame in get_args(frames)}

    def parse(self, raw: bytes | str) -> Frame:
        if _size(raw) > FRAME_BYTES:
            raise WireError(ErrorCode.TOO_LONG)
        try:
            frame = self._decoder.decode(raw)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            raise self._explain(raw) from None
        if _has_nul(frame):
            raise WireError(ErrorCode.BAD_FIELD, getattr(frame, "cmid", None))
        return frame

    def _explain(self, raw: bytes | str) -> WireError:
        try:
            header = _HEADER.decode(raw)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return WireError(ErrorCode.BAD_FRAME)
        if not isinstance(header.type, str):
            return WireError(ErrorCode.BAD_FRAME)
        if header.type not in self._types:
            return WireError(ErrorCode.UNKNOWN_TYPE)
        return _explain_fields(header)


def _explain_fields(header: _Header) -> WireError:
    try:
        cmid = msgspec.convert(header.cmid, f.Cmid | None)
    except msgspec.ValidationError:
        return WireError(ErrorCode.BAD_CMID)
    if isinstance(header.text, str) and len(header.text) > TEXT_CHARS:
        return WireError(ErrorCode.TOO_LONG, cmid)
    return WireError(ErrorCode.BAD_FIELD, cmid)


def _size(raw: bytes | str) -> int:
    return len(raw) if isinstance(raw, bytes) else len(raw.encode("utf-8", "surrogatepass"))


def _has_nul(value: Any) -> bool:
    # PostgreSQL stores no U+0000, and nobody types one.
    if isinstance(value, str):
        return "\x00" in value
    return isinstance(value, msgspec.Struct) and any(map(_has_nul, msgspec.structs.astuple(value)))


_HEADER = msgspec.json.Decoder(_Header)

visitor_frames: Parser[f.VisitorFrame] = Parser(f.VisitorFrame)
visitor_commands: Parser[f.VisitorCommand] = Parser(f.VisitorCommand)
agent_frames: Parser[f.AgentFrame] = Parser(f.AgentFrame)
agent_actions: Parser[f.AgentAction] = Parser(f.AgentAction)

encode = msgspec.json.Encoder().encode
