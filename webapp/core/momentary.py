"""What may be a few seconds old: found once for all who ask meanwhile, in each process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeAlias, TypeVar

import structlog
from flask import copy_current_request_context, current_app

T = TypeVar("T")
Held: TypeAlias = dict[Hashable, tuple[float, T]]
_log = structlog.get_logger(__name__)
LOCKS = 16
EXTENSION: Final = "guildhall.momentary"
LONGEST_S = 5.0
"""Nothing is held longer before it is found anew, whatever its owner says; none in tests."""


class Momentary(Generic[T]):
    """Findings of one kind by key, each held for so many seconds.

    Who comes while one is found anew gets the last one, if it is at most twice as old, and
    else waits; with `beside` nobody waits for that, it is found in a thread. What is not there
    (None) is not held. `most` keys are held; then all are let go, which costs finding them
    once more.
    """

    def __init__(self, name: str, seconds: float, *, most: int = 1, beside: bool = False) -> None:
        self._name = name
        self._seconds = seconds
        self._most = most
        self._beside = beside
        self._finding = tuple(threading.Lock() for _ in range(min(most, LOCKS)))

    def get(self, find: Callable[[], T], key: Hashable = None) -> T:
        """Give what was found a moment ago, else find it."""
        held = self._held()
        longest = min(self._seconds, LONGEST_S)
        last = held.get(key)
        if last and _age(last) < longest:
            return last[1]
        finding = self._finding[hash(key) % len(self._finding)]
        if last and _age(last) < 2 * longest:
            if not finding.acquire(blocking=False):
                return last[1]
            if self._beside:
                self._find_beside(held, find, key, finding)
                return last[1]
        else:
            finding.acquire()
        try:
            last = held.get(key)
            return last[1] if last and _age(last) < longest else self._find(held, find, key)
        finally:
            finding.release()

    def forget(self, key: Hashable = None) -> None:
        """Let go of what was found: it is known to be another now."""
        self._held().pop(key, None)

    def _held(self) -> Held[T]:
        held: Held[T] = current_app.extensions.setdefault(f"{EXTENSION}.{self._name}", {})
        return held

    def _find_beside(
        self, held: Held[T], find: Callable[[], T], key: Hashable, finding: threading.Lock
    ) -> None:
        """Find it in the midst of the same request; what goes wrong there is logged only."""

        def look() -> None:
            try:
                self._find(held, find, key)
            except Exception:  # noqa: BLE001 - nobody above it would hear of it
                _log.exception("not_found_anew", what=self._name)
            finally:
                finding.release()

        try:
            threading.Thread(target=copy_current_request_context(look), daemon=True).start()
        except RuntimeError:  # no thread to be had: the next who comes tries again
            finding.release()

    def _find(self, held: Held[T], find: Callable[[], T], key: Hashable) -> T:
        found = find()
        if found is not None:
            if key not in held and len(held) >= self._most:
                held.clear()
            held[key] = (time.monotonic(), found)
        return found


def _age(found: tuple[float, Any]) -> float:
    return time.monotonic() - found[0]
