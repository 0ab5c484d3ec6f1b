"""The documents are held to the code: whatever is named in one exists in the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from chat.domain import events, state
from chat.domain.transcript import Cursor, Hidden
from chat.wire import client_frames as c
from chat.wire import limits
from chat.wire import server_frames as s
from chat.wire.codes import HTTP_STATUS, CloseCode, ErrorCode
from chat.wire.parse import Parser, agent_frames, encode, visitor_frames

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
PROTOCOL = (ROOT / "docs/protocol.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return re.split(r"^## ", PROTOCOL.split(f"\n## {title}\n")[1], maxsplit=1, flags=re.M)[0]


def rows(title: str) -> list[list[str]]:
    """The section's table without its head, as cells."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def fields(cell: str) -> list[str]:
    """The first quoted word of each part of a list such as "`ref` integer · `cursor` Cursor"."""
    return [quoted(part)[0] for part in cell.split("·") if part]


Fields = list[tuple[str, list[str]]]


def declared(union: Any) -> Fields:
    return [(str(frame.__struct_config__.tag), list(frame.__struct_fields__)) for frame in get_args(union)]


def same(told: Fields, real: Fields) -> None:
    in_any_order = [sorted((tag, sorted(names)) for tag, names in side) for side in (told, real)]
    assert in_any_order[0] == in_any_order[1]


@pytest.mark.parametrize(
    ("title", "union"), [("Frames from visitors", c.VisitorFrame), ("Frames from agents", c.AgentFrame)]
)
def test_frames_from_clients(title: str, union: Any) -> None:
    # A visitor's resume may name a conversation and an agent's must, but it is one frame.
    same([(quoted(row[0])[0], fields(row[1])) for row in rows(title)], declared(union))


@pytest.mark.parametrize(("door", "union"), [("visitor", s.VisitorServerFrame), ("agent", s.AgentServerFrame)])
def test_frames_from_the_server(door: str, union: Any) -> None:
    told = [row for row in rows("Frames from the server") if row[1] in (door, "both")]
    same([(quoted(row[0])[0], fields(row[2])) for row in told], declared(union))


def test_event_kinds() -> None:
    told = [(quoted(row[0])[0], fields(row[2])) for row in rows("Event kinds")]
    same(told, declared(events.AnyEvent | Hidden))


def test_who_sees_which_event() -> None:
    audience = {quoted(row[0])[0]: row[1] for row in rows("Event kinds")}
    assert all(audience[events.kind_of_type(kind)] == kind.audience for kind in get_args(events.AnyEvent))


def test_values() -> None:
    parts = [Cursor, c.InboxCursor, c.DisclosureProof, s.WireEvent, s.Head, s.Availability, s.SiteInfo, s.Colleague]
    parts += [events.AgentRef, events.Source, events.Tried, s.Preview, s.InboxRow, s.Wait]
    assert set(parts) >= {*s.Part.__subclasses__(), *events.Part.__subclasses__()}
    same([(row[0], fields(row[1])) for row in rows("Values")], [(p.__name__, list(p.__struct_fields__)) for p in parts])


def test_closed_lists() -> None:
    lists = [value for module in (events, state) for value in vars(module).values() if isinstance(value, type)]
    enums = {value for value in lists if issubclass(value, Enum) and value.__module__.startswith("chat.")}
    same([(row[0], fields(row[1])) for row in rows("Closed lists")], [(e.__name__, list(e)) for e in enums])


def test_error_codes() -> None:
    told = [(quoted(row[0])[0], int(row[1])) for row in rows("Error codes")]
    assert told == [(code.value, HTTP_STATUS[code]) for code in ErrorCode]


def test_close_codes() -> None:
    told = {(int(row[0]), quoted(row[1])[0]) for row in rows("Close codes")}
    assert told == {(code.value, code.name) for code in CloseCode}


def test_numbers() -> None:
    told = {quoted(row[0])[0]: row[1] for row in rows("Numbers")}
    assert told == {name: f"{value:,}" for name, value in vars(limits).items() if name.isupper()}


# --- examples --------------------------------------------------------------------------------------------------------
DOORS: dict[str, tuple[Parser[Any], msgspec.json.Decoder[Any]]] = {
    "visitor": (visitor_frames, msgspec.json.Decoder(s.VisitorServerFrame)),
    "agent": (agent_frames, msgspec.json.Decoder(s.AgentServerFrame)),
}


def examples() -> Iterator[tuple[str, str, str]]:
    """(door, arrow, JSON) of each frame in the worked examples."""
    for door, block in re.findall(r"^```text (\w+)\n(.*?)^```", PROTOCOL, flags=re.M | re.S):
        for arrow, frame in re.findall(r"^([→←]) (.*?)(?=^[→←]|\Z)", block, flags=re.M | re.S):
            yield door, arrow, frame


def test_every_example_names_its_door() -> None:
    assert set(re.findall(r"^```(.+)", PROTOCOL, flags=re.M)) == {f"text {door}" for door in DOORS}


@pytest.mark.parametrize(("door", "arrow", "frame"), list(examples()))
def test_each_example_is_a_real_frame(door: str, arrow: str, frame: str) -> None:
    parser, decoder = DOORS[door]
    if arrow == "→":
        parser.parse(frame)
    else:  # whole, as the server writes it: no field too few, none too many
        assert json.loads(encode(decoder.decode(frame))) == json.loads(frame)


# --- links -----------------------------------------------------------------------------------------------------------
def links() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if not re.match(r"[a-z]+:", target):
                yield str(page.relative_to(ROOT)), target


def anchors(page: Path) -> set[str]:
    """As GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize(("page", "target"), list(links()))
def test_links_lead_somewhere(page: str, target: str) -> None:
    path, _, anchor = target.partition("#")
    found = (ROOT / page).parent / path if path else ROOT / page
    assert found.exists()
    assert not anchor or anchor in anchors(found)
