"""The protocol for the TypeScript side: one JSON Schema of all frames, and the closed lists as constants.

``manage.py export_wire`` writes both; the types are then made from the schema. A test fails when they are stale.
"""

from __future__ import annotations

import json
from typing import Any, get_args

import msgspec

from chat.domain import disclosure, events, personal
from chat.domain.transcript import Hidden
from chat.wire import client_frames, limits, server_frames
from chat.wire.codes import CloseCode, ErrorCode

_ROOTS: dict[str, Any] = {
    "VisitorFrame": client_frames.VisitorFrame,
    "VisitorCommand": client_frames.VisitorCommand,
    "AgentFrame": client_frames.AgentFrame,
    "AgentAction": client_frames.AgentAction,
    "VisitorServerFrame": server_frames.VisitorServerFrame,
    "AgentServerFrame": server_frames.AgentServerFrame,
    "ConversationEvent": events.AnyEvent | Hidden,
}


def schema() -> dict[str, Any]:
    """One JSON Schema (draft 2020-12) whose ``$defs`` are all frames, events and their unions."""
    names = list(_ROOTS)
    schemas, components = msgspec.json.schema_components(
        [_ROOTS[name] for name in names], ref_template="#/$defs/{name}"
    )
    flat = {name.rpartition(".")[2]: _short(part) for name, part in components.items()}
    for name, part in flat.items():
        if not hasattr(client_frames, name) or name == "Cursor":
            _require_all(part)
    unions = {name: _short(part) for name, part in zip(names, schemas, strict=True)}
    for name in unions:
        unions[name].pop("discriminator", None)
    return {"title": "Wire", "type": "object", "$defs": {**flat, **unions}}


def _require_all(part: dict[str, Any]) -> None:
    """The server always writes every field, so readers need not ask whether it is there."""
    if "properties" in part:
        part["required"] = list(part["properties"])


def _short(part: Any) -> Any:
    """Refs by the type's bare name; closed objects, so that the types refuse unknown fields too."""
    text = json.dumps(part)
    for prefix in ("chat.wire.client_frames.", "chat.wire.server_frames."):
        text = text.replace(prefix, "")
    short = json.loads(text)
    if short.get("type") == "object" and "properties" in short:
        short["additionalProperties"] = False
    return short


def constants() -> dict[str, Any]:
    """Name → value, JSON-ready: numbers of the protocol, codes, disclosure texts."""
    numbers = {name: value for name, value in vars(limits).items() if name.isupper()}
    return {
        **numbers,
        "CLOSE": {code.name: int(code) for code in CloseCode},
        "ERROR_CODES": [str(code) for code in ErrorCode],
        "EVENT_KINDS": [events.kind_of_type(event) for event in get_args(events.AnyEvent)],
        "PLACEHOLDERS": list(personal.NAMES),
        "DISCLOSURE_VERSION": disclosure.TEXT_VERSION,
        "DISCLOSURE": {
            language: {"title": text.title, "detail": text.detail} for language, text in disclosure.TEXTS.items()
        },
    }
