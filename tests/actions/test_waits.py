"""How long people waited is measured where it says something about the queue, and told when it is enough."""

from __future__ import annotations

import pytest

from chat import presence, queries
from chat.domain.waits import ENOUGH, LATEST
from chat.models import MeasuredWait, Site
from chat.wire import server_frames as s
from tests import cast
from tests.cast import HOUR, MINUTE, NINE_TO_FIVE, NOON, SECOND, Visitor

pytestmark = pytest.mark.django_db


def measured(site: Site) -> list[int]:
    return list(site.waits.order_by("at").values_list("seconds", flat=True))


def wait_times(site: Site, *seconds: int) -> None:
    """As measured, one a minute."""
    rows = [MeasuredWait(site=site, at=NOON + n * MINUTE, seconds=each) for n, each in enumerate(seconds)]
    MeasuredWait.objects.bulk_create(rows)


@pytest.fixture
def here(ana: cast.Agent) -> cast.Agent:
    ana.arrives()
    return ana


def test_from_asking_until_somebody_joins(vera: cast.Visitor, here: cast.Agent, site: Site) -> None:
    here.takes(vera.waits(), now=NOON + 40 * SECOND)
    assert measured(site) == [40]


@pytest.mark.parametrize("leaves", ["puts_back", "is_lost"])
def test_coming_back_to_the_queue_is_no_new_wait(
    vera: cast.Visitor, here: cast.Agent, ben: cast.Agent, site: Site, leaves: str
) -> None:
    chat = vera.waits()
    here.takes(chat, now=NOON + 40 * SECOND)
    here.puts_back(chat) if leaves == "puts_back" else presence.leave(here.membership, NOON)
    ben.takes(chat, now=NOON + HOUR)
    assert measured(site) == [40]


def test_a_transfer_is_no_wait_either(vera: cast.Visitor, here: cast.Agent, ben: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    here.takes(chat)
    here.transfers(chat, to=ben)
    ben.takes(chat, now=NOON + HOUR)
    assert measured(site) == [0]


def test_asking_a_second_time_is_a_wait_of_its_own(vera: cast.Visitor, here: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    here.takes(chat)
    here.lets_bot(chat)
    vera.asks_for_person(now=NOON + 10 * SECOND)
    here.takes(chat, now=NOON + 30 * SECOND)
    assert measured(site) == [0, 20]


def test_a_night_without_agents_says_nothing_about_the_day(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    ana.arrives(now=NOON + 12 * HOUR)
    ana.takes(chat, now=NOON + 12 * HOUR)
    assert measured(site) == []


def test_who_was_not_in_line_did_not_wait(vera: cast.Visitor, here: cast.Agent, site: Site) -> None:
    here.takes(vera.leaves())
    other = Visitor(site)
    other.says()
    here.takes(other.chat)
    assert measured(site) == []


# --- what is told ----------------------------------------------------------------------------------------------------
def test_nothing_before_twenty(here: cast.Agent, site: Site) -> None:
    wait_times(site, *[60] * (ENOUGH - 1))
    assert queries.wait(site, NOON) is queries.availability(site, NOON).wait is None


def test_then_the_minutes_in_which_eighty_in_a_hundred_were_met(here: cast.Agent, site: Site) -> None:
    wait_times(site, *[200] * 16, *[3000] * 4)
    assert queries.wait(site, NOON) == queries.availability(site, NOON).wait == s.Wait(minutes=4, measured=20)


def test_only_the_latest_count(here: cast.Agent, site: Site) -> None:
    wait_times(site, *[6000] * 100, *[60] * LATEST)
    assert queries.wait(site, NOON) == s.Wait(minutes=1, measured=LATEST)


def test_another_sites_waits_are_none_of_ours(here: cast.Agent, site: Site, other_site: Site) -> None:
    wait_times(other_site, *[60] * ENOUGH)
    assert queries.wait(site, NOON) is None


def test_while_nobody_is_here_no_number_is_named(site: Site, ana: cast.Agent) -> None:
    wait_times(site, *[60] * ENOUGH)
    assert queries.wait(site, NOON) is queries.availability(site, NOON).wait is None
    ana.arrives()
    presence.set_available(ana.membership, on=False)
    assert queries.wait(site, NOON) is None


def test_nor_while_the_shop_is_closed(site: Site, here: cast.Agent) -> None:
    wait_times(site, *[60] * ENOUGH)
    site.hours = NINE_TO_FIVE
    site.save()
    here.arrives(now=NOON + 6 * HOUR)
    assert queries.wait(site, NOON + 6 * HOUR) is None


def test_who_waits_when_the_last_agent_leaves_is_told_that_no_number_holds(
    vera: cast.Visitor, here: cast.Agent, site: Site, pushed: cast.Pushed
) -> None:
    wait_times(site, *[60] * ENOUGH)
    vera.waits()
    presence.leave(here.membership, NOON)
    told = [frame for _, frame in pushed if frame["type"] in ("availability", "queue")]
    assert [frame["type"] for frame in told] == ["availability", "queue"]
    assert not told[0]["availability"]["open"] and (told[1]["place"], told[1]["wait"]) == (1, None)
