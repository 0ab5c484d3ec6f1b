"""SQLite's writers queue in the order of asking; a failed transaction never keeps the lock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction

from chat.models import User
from chat.sqlite.base import FairLock
from tests.cast import at_once
from tests.services.wait import until


def in_thread(act: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=act)
    thread.start()
    return thread


def test_it_is_handed_over_in_the_order_of_asking() -> None:
    lock, order = FairLock(), list[int]()

    def wants(number: int) -> None:
        assert lock.acquire(timeout=10)
        order.append(number)
        lock.release()

    lock.acquire(timeout=0)
    waiting = list[threading.Thread]()
    for number in range(5):
        waiting.append(in_thread(partial(wants, number)))
        until(lambda: len(lock._queue) == len(waiting), seconds=5, what="asked")
    lock.release()
    for thread in waiting:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_who_gives_up_waiting_leaves_the_queue() -> None:
    lock = FairLock()
    lock.acquire(timeout=0)
    assert not lock.acquire(timeout=0.01)
    lock.release()
    assert lock.acquire(timeout=0)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_lets_the_next_one_in() -> None:
    for _ in range(2):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO nowhere VALUES (1)")
    User.objects.create_user("vera@example.org")


@pytest.mark.django_db(transaction=True)
def test_many_writers_all_get_their_turn() -> None:
    def writes(number: int) -> None:
        for again in range(5):
            User.objects.create_user(f"{number}.{again}@example.org")

    assert at_once(*[partial(writes, number) for number in range(8)]) == [None] * 8
    assert User.objects.count() == 40
