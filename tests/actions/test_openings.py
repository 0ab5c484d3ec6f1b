"""A site opens and closes by the clock, and whoever is looking is told."""

from __future__ import annotations

from datetime import datetime

import pytest

from chat import queries
from chat.actions import sites
from chat.actions.openings import Openings
from chat.models import Site
from tests import cast
from tests.cast import HOUR, NINE_TO_FIVE, NOON, SECOND

pytestmark = pytest.mark.django_db
CLOSING = NOON + 5 * HOUR


def told(pushed: cast.Pushed) -> list[tuple[str, str]]:
    said = [(topic.partition(":")[0], str(frame["type"])) for topic, frame in pushed]
    pushed.clear()
    return said


@pytest.mark.parametrize("turn", [CLOSING, CLOSING + 16 * HOUR], ids=["closes", "opens"])
def test_visitors_and_agents_hear_of_it_once(site: Site, pushed: cast.Pushed, turn: datetime) -> None:
    sites.set_bot(site, {"hours": NINE_TO_FIVE})
    openings = Openings(turn - 2 * SECOND)
    pushed.clear()
    openings.look(turn - SECOND)
    assert told(pushed) == []
    openings.look(turn)
    assert [kind for _, kind in told(pushed)] == ["availability", "colleagues", "opening"]
    openings.look(turn + SECOND)
    assert told(pushed) == []


def test_the_always_open_turn_nobody_away(site: Site, pushed: cast.Pushed) -> None:
    Openings(CLOSING - SECOND).look(CLOSING)
    assert told(pushed) == [] and queries.opening(site, CLOSING).open
