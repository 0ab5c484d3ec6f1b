"""A server breaks on purpose only where a test asked for it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from chat import failpoints
from chat.failpoints import Failpoint


@pytest.mark.parametrize(
    ("spec", "testing"),
    [("after_commit:exit9", False), ("nowhere:exit9", True), ("after_ack:explode", True), ("after_ack:exit9:x", True)],
)
def test_what_can_not_be_meant_is_refused_at_the_start(spec: str, testing: bool) -> None:
    with pytest.raises(ImproperlyConfigured):
        Failpoint(spec, testing=testing)


def test_it_breaks_at_that_place_and_that_time_only(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[str] = []
    monkeypatch.setattr(failpoints, "ACTIONS", {"exit9": lambda: broken.append("!")})
    point = Failpoint("after_commit:exit9:2", testing=True)
    for place in ("after_commit", "after_ack", "after_commit", "after_commit"):
        point.hit(place)
    assert broken == ["!"]


def test_usually_nothing_breaks() -> None:
    assert not failpoints.failpoint.point
