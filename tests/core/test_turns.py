"""Turns: in the order they were asked for, and lent to others by whoever waits for the network."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.core.test_overload import LONG_S, until
from webapp.core.turns import ReadAside, Turns, aside


def in_line(turns: Turns) -> int:
    return len(vars(turns)["_waiting"])


def is_long(turns: Turns, line: int) -> bool:
    return in_line(turns) == line


def test_turns_come_in_the_order_they_were_asked_for() -> None:
    turns, served = Turns(1), []
    assert turns.take()

    def work(number: int) -> None:
        assert turns.take(LONG_S)
        served.append(number)
        turns.give_back()

    with ThreadPoolExecutor(8) as pool:
        for number in range(8):
            pool.submit(work, number)
            until(partial(is_long, turns, number + 1))
        turns.give_back()
    assert served == list(range(8))


def test_nobody_passes_who_waits() -> None:
    turns = Turns(1)
    assert turns.take()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(turns.take, LONG_S)
        until(partial(is_long, turns, 1))
        turns.give_back()
        assert not turns.take(0.01)
        assert first.result()


def test_who_waits_too_long_leaves_the_line() -> None:
    turns = Turns(1)
    assert turns.take()
    assert not turns.take(0.01)
    assert in_line(turns) == 0
    turns.give_back()
    assert turns.take(0.01)


def test_a_turn_is_never_lost_however_they_wait() -> None:
    turns, most, inside, lock = Turns(2), [0], [0], threading.Lock()

    def work(number: int) -> bool:
        if not turns.take(0.0001 * (number % 7)):
            return False
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        with lock:
            inside[0] -= 1
        turns.give_back()
        return True

    with ThreadPoolExecutor(16) as pool:
        taken = list(pool.map(work, range(2_000)))
    assert any(taken)
    assert most[0] <= 2
    assert turns.take(0)
    assert turns.take(0)
    assert not turns.take(0)


def test_who_steps_aside_lets_another_work_and_comes_back() -> None:
    turns = Turns(1)
    assert turns.take()
    with ThreadPoolExecutor(1) as pool:
        with aside():
            assert pool.submit(turns.take, LONG_S).result()
            back = threading.Timer(0.02, pool.submit, (turns.give_back,))
            back.start()
        assert not pool.submit(turns.take, 0.01).result()
        back.join()
    turns.give_back()
    assert turns.take(0)


def test_without_turns_nobody_has_to_step_aside() -> None:
    with aside(), pytest.raises(ValueError, match="as ever"), aside():
        raise ValueError("as ever")


def test_a_body_is_read_aside() -> None:
    turns, free = Turns(1), []

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            with ThreadPoolExecutor(1) as pool:
                free.append(pool.submit(self._take).result())
            return super().read(size)

        @staticmethod
        def _take() -> bool:
            taken = turns.take(0)
            if taken:
                turns.give_back()
            return taken

    assert turns.take()
    body = ReadAside(Slow(b"one\ntwo\n"))
    assert body.read(4) == b"one\n"
    assert free == [True]
    assert body.readline() == b"two\n"
    assert body.readlines() == []
    turns.give_back()
