"""How much anyone may do, and from which address they come: T-WS-05 over HTTP, T-AU-09."""

from __future__ import annotations

import pytest
from django.test import Client

from chat import limits
from chat.cache import PatientCache
from chat.clients import client_ip, is_trusted
from chat.limits import Bound, Buckets, Limited, Rate, Sockets
from chat.wire import client_frames as f
from tests.api.http import Console, post
from tests.cast import SEEN, Agent, Visitor, cmid
from tests.services.redis import Redis

SLOW = Rate(name="slow", burst=3, per_second=0.5)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of everything, then one in 100 seconds; nobody has done anything yet."""
    for name in ("COMMANDS", "AGENT_COMMANDS", "REQUESTS"):
        monkeypatch.setattr(limits, name, Rate(name=f"few {name}", burst=3, per_second=0.01))
    monkeypatch.setattr(limits, "buckets", Buckets())


def test_a_bucket_gives_its_burst_and_then_its_rate(clock: Clock) -> None:
    buckets = Buckets(clock)
    assert [buckets.take([(SLOW, "vera")]) for _ in range(5)] == [0, 0, 0, 2, 2]
    clock.now = 2
    assert [buckets.take([(SLOW, "vera")]) for _ in range(2)] == [0, 2]
    clock.now = 1000
    assert [buckets.take([(SLOW, "vera")]) for _ in range(4)] == [0, 0, 0, 2]


def test_each_has_a_bucket_of_their_own_and_pays_into_all_or_none(clock: Clock) -> None:
    buckets = Buckets(clock)
    for _ in range(3):
        buckets.take([(SLOW, "vera")])
    with pytest.raises(Limited) as limited:
        buckets.charge([(SLOW, "vera"), (SLOW, "shop")])
    assert limited.value.retry_after == 2
    assert [buckets.take([(SLOW, "shop")]) for _ in range(4)] == [0, 0, 0, 2]


def test_what_others_spent_counts_and_what_was_not_told_yet_too(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHARED", True)
    buckets, vera = Buckets(clock), (SLOW, "vera")
    buckets.take([vera])
    assert buckets.owed() == [(vera, 1)]
    buckets.take([vera])  # While the first was being told.
    buckets.settle(vera, left=1.0, told=1)
    assert buckets.take([vera]) == 2
    assert buckets.owed() == [(vera, 1)]
    assert buckets.owed() == []


def test_who_was_refused_often_is_not_even_heard_and_a_crowd_does_not_slip_through(clock: Clock) -> None:
    buckets, mallory = Buckets(clock), (SLOW, "mallory")
    assert all(buckets.knock(mallory) for _ in range(100))
    for _ in range(3):
        buckets.take([mallory])
    assert not buckets.knock(mallory)
    clock.now = 2
    assert [buckets.knock(mallory) for _ in range(3)] == [True, False, False]


def test_buckets_are_forgotten_so_that_memory_is_bounded(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "KEPT", 10)
    buckets = Buckets(clock)
    for number in range(1000):
        buckets.take([(SLOW, str(number))])
    assert len(buckets) == 10


def test_buckets_that_are_full_again_take_no_memory(clock: Clock) -> None:
    buckets = Buckets(clock)
    for number in range(1000):
        clock.now = number
        buckets.take([(SLOW, str(number)), (SLOW, "shop")])
    assert len(buckets) < 10


def test_a_bucket_touched_this_moment_is_kept(clock: Clock) -> None:
    buckets = Buckets(clock)
    waits = [buckets.take([(SLOW, "vera"), (SLOW, "shop")]) for _ in range(4)]
    assert waits == [0, 0, 0, 2]


def test_sockets_are_counted_here_and_elsewhere() -> None:
    sockets, vera = Sockets(), (Bound(name="person", most=3), "vera")
    sockets.elsewhere[vera] = 1
    assert [sockets.enter(vera) for _ in range(3)] == [True, True, False]
    sockets.leave(vera)
    assert sockets.enter(vera)
    for _ in range(2):
        sockets.leave(vera)
    assert not sockets.here


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "ip"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "nonsense", "-"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("-", "198.51.100.1", "-"),
    ],
)
def test_only_a_proxy_of_ours_speaks_for_others(peer: str, forwarded_for: str, ip: str, settings: object) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1", "10.0.0.0/8"]  # type: ignore[attr-defined]
    is_trusted.cache_clear()
    assert client_ip(peer, forwarded_for) == ip
    is_trusted.cache_clear()


def test_a_visitor_who_posts_too_much_is_told_when_to_come_back(vera: Visitor, few: None) -> None:
    frames = [f.VisitorSend(cmid=cmid(), text="Hello", disclosure=SEEN) for _ in range(4)]
    limits.REQUESTS = Rate(name="many", burst=100, per_second=1)
    answers = [post(vera, frame) for frame in frames]
    assert [answer["type"] for answer in answers] == ["ack", "ack", "ack", "refused"]
    assert (answers[3]["code"], answers[3]["cmid"]) == ("rate_limited", frames[3].cmid)
    assert answers[3]["retry_after"] == pytest.approx(100, abs=2)


def test_so_is_an_agent(vera: Visitor, ana: Agent, few: None) -> None:
    chat, console = vera.waits(), Console(ana)
    limits.REQUESTS = Rate(name="many", burst=100, per_second=1)
    answers = [console.does(chat, f.Take(cmid=cmid(), conversation=str(chat))) for _ in range(4)]
    assert [answer.get("code") for answer in answers] == [None, None, None, "rate_limited"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v1/conversations/", "/widget/frame/", "/accounts/login/"])
def test_an_address_has_so_many_requests_whatever_it_claims_to_be(path: str, few: None) -> None:
    client = Client()
    claims = ({"X-Forwarded-For": f"198.51.100.{n}", "X-Real-IP": f"198.51.100.{n}"} for n in range(4))
    last = [client.get(path, headers=claim) for claim in claims][-1]
    assert last.status_code == 429
    assert int(last.headers["Retry-After"]) == pytest.approx(100, abs=2)
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_guessing_passwords_ends_whatever_address_is_claimed(ana: Agent) -> None:
    form = {"login": "ana@marlpit.example", "password": "wrong"}
    answers = [
        Client().post("/accounts/login/", form, headers={"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(15)
    ]
    assert "Too many failed login attempts" in answers[-1].content.decode() or answers[-1].status_code == 429


def test_what_signing_in_counts_is_shared_and_stays_here_while_redis_is_away(redis: Redis) -> None:
    here, there = (PatientCache(redis.url, {}) for _ in range(2))
    here.set("guesses", [1.5, 2.5], 60)
    assert there.get("guesses") == [1.5, 2.5]
    assert (there.add("lock", value=True), here.add("lock", value=True)) == (True, False)
    away = PatientCache("redis://127.0.0.1:1/0", {})
    away.set("guesses", [3.5], 60)
    assert away.get("guesses") == [3.5] and away.delete("guesses")
