"""The TypeScript side is generated; it must be the Python side's twin."""

from __future__ import annotations

from chat.wire import export, typescript


def test_generated_typescript_is_not_stale() -> None:
    assert typescript.stale() == [], "run: manage.py export_wire"


def test_every_frame_and_event_has_its_own_definition() -> None:
    definitions = export.schema()["$defs"]
    assert {"VisitorHello", "AgentSend", "WireEvent", "HandoffPacket", "Hidden"} <= definitions.keys()


def test_frames_of_both_directions_are_closed_objects() -> None:
    definitions = export.schema()["$defs"]
    objects = [part for part in definitions.values() if "properties" in part]
    assert all(part["additionalProperties"] is False for part in objects)
