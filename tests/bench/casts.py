"""Who takes part in a peer's runs. Ours have credentials (tests/bench/stage.py); peers know people by name."""

from __future__ import annotations

from typing import Any

from tests.bench.systems import Sizes


def peer_cast(sizes: Sizes) -> dict[str, Any]:
    """As many people and chats as ours, by part."""
    chats = [f"chat{n}" for n in range(sizes["agents"] * sizes["chats"])]
    few = chats[: sizes["chats"]]
    holders = [chats[n : n + sizes["chats"]] for n in range(0, len(chats), sizes["chats"])]
    return {
        "append": {"visitors": _visitors("visitor", chats), "agents": _agents(holders)},
        "fanout": {"visitors": _visitors("visitor", few), "agents": _agents([few] * sizes["audience"])},
        "bot": {
            "visitors": _visitors("asker", [f"asks{n}" for n in range(sizes["askers"])]),
            "agents": [],
            "questions": ["When are you open?", "Where are you, and how do I get there?"],
        },
        "crowd": {"visitors": _visitors("visitor", [f"idle{n}" for n in range(sizes["crowd"])]), "agents": []},
        "paint": {"visitors": _visitors("visitor", ["long0", "long1", "long2"]), "agents": []},
    }


def _visitors(role: str, chats: list[str]) -> list[dict[str, str]]:
    return [{"who": f"{role}{n}", "conversation": chat} for n, chat in enumerate(chats)]


def _agents(chats: list[list[str]]) -> list[dict[str, Any]]:
    return [{"who": f"agent{n}", "conversations": mine} for n, mine in enumerate(chats)]
