"""What a machine can find about access, in every state of both doors."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Frame, expect

from tests.e2e.axe import borderless, cut_when_spaced_out, sticks_out, violations
from tests.e2e.doors import VisitorDoor
from tests.e2e.looks import DESK, DESK_DARK, FORCED, NARROW, PHONE, PHONE_DARK, USUAL
from tests.e2e.moments import Moment
from tests.e2e.walk import Walk
from tests.services.candid import Candid

#: Each width once and each scheme once; the other two pairs show the same rules and the same colours.
LOOKS = {"widget": (PHONE, DESK_DARK), "console": (DESK, PHONE_DARK)}


@dataclass
class Found:
    states: list[str] = field(default_factory=list)
    violations: dict[str, list[str]] = field(default_factory=dict)
    sticking_out: list[str] = field(default_factory=list)
    cut: dict[str, list[str]] = field(default_factory=dict)
    borderless: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def found(browser: Browser, hasty: Candid) -> Found:
    """One walk for all tests."""
    found = Found()
    for moment in Walk(browser, hasty):
        look_at(moment, found)
        USUAL[moment.door].apply(moment.page)
    return found


def look_at(moment: Moment, found: Found) -> None:
    name = f"{moment.door} {moment.name}"
    found.states.append(name)
    for look in LOOKS[moment.door]:
        look.apply(moment.page)
        moment.keep()
        if said := [each for frame in frames_of(moment) for each in violations(frame)]:
            found.violations[f"{name} {look}"] = said
    NARROW.apply(moment.page)
    if sticks_out(moment.page):
        found.sticking_out.append(name)
    if moment.door == "widget":
        look_into_the_frame(moment, found)


def look_into_the_frame(moment: Moment, found: Found) -> None:
    """At 320 pixels, and with colours forced."""
    if said := cut_when_spaced_out(moment.page.frames[-1]):
        found.cut[moment.name] = said
    FORCED.apply(moment.page)
    moment.keep()
    if said := borderless(moment.page.frames[-1]):
        found.borderless[moment.name] = said


def frames_of(moment: Moment) -> list[Frame]:
    """The owner's page stays the same behind the panel: it is enough to look at it closed and just opened."""
    return moment.page.frames if moment.name == "open" else moment.page.frames[-1:]


def test_the_walk_saw_every_state(found: Found) -> None:
    assert len(found.states) == len(set(found.states)) >= 70


def test_axe_reports_nothing(found: Found) -> None:
    assert found.violations == {}


def test_nobody_scrolls_sideways_at_320_pixels(found: Found) -> None:
    assert found.sticking_out == []


def test_spaced_out_text_is_not_cut(found: Found) -> None:
    assert found.cut == {}


def test_forced_colours_leave_everything_its_border(found: Found) -> None:
    assert found.borderless == {}


def test_right_to_left_is_mirrored_and_fits_320_pixels(browser: Browser, hasty: Candid) -> None:
    vera = VisitorDoor(browser, hasty, language="ar")
    vera.open()
    vera.write("متى تفتحون؟")
    expect(vera.panel.get_by_role("button", name=vera.words["yes"], exact=True)).to_be_visible()
    NARROW.apply(vera.page)
    mine, bots = vera.panel.locator(".you .bubble").bounding_box(), vera.panel.locator(".box").last.bounding_box()
    assert mine and bots
    assert [round(mine["x"]), round(bots["x"] + bots["width"])] == [16, 304]
    assert not sticks_out(vera.page)
