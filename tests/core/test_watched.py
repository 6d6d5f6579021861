"""What a process holds and looks at again: rarely, once for all threads, and when told."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from webapp.core import watched
from webapp.core.watched import Watched


def counting() -> Watched[int]:
    """Give a value that counts how often it was looked at."""
    return Watched(0, lambda held: held + 1)


def test_a_value_is_looked_at_once_until_a_look_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    held = counting()
    assert [held.get(), held.get(), held.get()] == [1, 1, 1]
    monkeypatch.setattr(watched, "LOOK_AGAIN_S", 0.0)
    assert [held.get(), held.get()] == [2, 3]


def test_a_forgotten_value_is_looked_at_by_the_next_reader() -> None:
    held = counting()
    held.get()
    held.forget()
    assert [held.get(), held.get()] == [2, 2]


def test_a_look_that_fails_is_tried_again_and_loses_nothing() -> None:
    answers = iter((1, None, 3))

    def look(held: int) -> int:
        found = next(answers)
        if found is None:
            raise OSError("away")
        return held + found

    held = Watched(0, look)
    assert held.get() == 1
    held.forget()
    with pytest.raises(OSError, match="away"):
        held.get()
    assert held.get() == 4


def test_threads_that_come_together_share_the_first_look() -> None:
    looked, go = [], threading.Barrier(4)

    def look(held: int) -> int:
        looked.append(held)
        return 7

    held = Watched(0, look)

    def ask() -> int:
        go.wait()
        return held.get()

    with ThreadPoolExecutor(4) as pool:
        found = [one.result() for one in [pool.submit(ask) for _ in range(4)]]
    assert (found, looked) == ([7, 7, 7, 7], [0])
