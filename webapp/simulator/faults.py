"""Faults on command: which requests they strike, and what each does to a good answer.

Faults of the status or the body are done here; those of the wire (hang, drip, truncate, reset,
wrong_length) are only named here and done by the socket in server.py.
"""

import gzip
import random
import re
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from webapp.simulator.drift import drift_json
from webapp.simulator.replies import NO_STORE, Reply, error_reply

ON_THE_WIRE = frozenset({"hang", "drip", "truncate", "reset", "wrong_length"})
ELSEWHERE = "http://169.254.169.254/latest/meta-data/"
BOMB_SIZE = 256 * 1024 * 1024
_HTML = b"<!doctype html><title>Just a moment...</title><p>Checking your browser.</p>"


class BadFault(ValueError):
    """A fault nobody knows, or one that makes no sense."""


@dataclass(slots=True)
class Fault:
    """One standing order; times counts down, None is for ever."""

    pattern: re.Pattern[str]
    fault: str
    probability: float
    times: int | None
    retry_after: int | None
    chance: random.Random

    def strikes(self, path: str) -> bool:
        """Whether this request is hit; counts it when it is."""
        if self.times == 0 or not self.pattern.search(path):
            return False
        if self.chance.random() >= self.probability:
            return False
        if self.times is not None:
            self.times -= 1
        return True


class Faults:
    """The standing orders of POST /_ctl; the first that strikes is the one that counts."""

    def __init__(self) -> None:
        """Start without any."""
        self._lock = threading.Lock()
        self._orders: list[Fault] = []

    def order(self, wanted: dict[str, Any]) -> None:
        """Add one; BadFault with a sentence when it cannot be read."""
        fault = _read(wanted)
        with self._lock:
            self._orders.append(fault)

    def clear(self) -> None:
        """Take them all back."""
        with self._lock:
            self._orders.clear()

    def strike(self, path: str) -> Fault | None:
        """Give the order that hits this request, if any."""
        with self._lock:
            return next((order for order in self._orders if order.strikes(path)), None)


def spoil(fault: Fault, reply: Reply) -> Reply:
    """Give what the caller gets in place of a good answer."""
    if fault.fault in ON_THE_WIRE:
        return replace(reply, byte_fault=fault.fault)
    return _SPOILERS[fault.fault](fault, reply)


def _read(wanted: dict[str, Any]) -> Fault:
    name = str(wanted.get("fault"))
    if name not in ON_THE_WIRE | set(_SPOILERS):
        known = ", ".join(sorted(ON_THE_WIRE | set(_SPOILERS)))
        message = f"No fault is called {name!r}; known are {known}."
        raise BadFault(message)
    try:
        times, retry_after = wanted.get("times"), wanted.get("retry_after")
        return Fault(
            pattern=re.compile(wanted.get("path_pattern", "")),
            fault=name,
            probability=float(wanted.get("probability", 1)),
            times=None if times is None else int(times),
            retry_after=None if retry_after is None else int(retry_after),
            chance=random.Random(wanted.get("seed", 0)),  # noqa: S311 - repeatable on purpose
        )
    except (re.error, TypeError, ValueError) as error:
        raise BadFault(str(error)) from error


def _limited(fault: Fault, reply: Reply) -> Reply:
    del reply
    wait = str(2 if fault.retry_after is None else fault.retry_after)
    refused = error_reply(429, "Rate limit exceeded").plus(Retry_After=wait)
    return refused.plus(RateLimit_Limit="100", RateLimit_Period="1", RateLimit_Remaining="0",
                        RateLimit_Reset=wait)  # fmt: skip


def _limited_mutely(fault: Fault, reply: Reply) -> Reply:
    del fault, reply
    return error_reply(429, "Rate limit exceeded")


def _limited_by(kind: str) -> Callable[[Fault, Reply], Reply]:
    """Refuse as Riot does, naming what is short: the key, one method, or a service behind it."""

    def limited(fault: Fault, reply: Reply) -> Reply:
        del reply
        wait = str(2 if fault.retry_after is None else fault.retry_after)
        refused = error_reply(429, "Rate limit exceeded").plus(Retry_After=wait)
        return refused.plus(X_Rate_Limit_Type=kind)

    return limited


def _forbidden(fault: Fault, reply: Reply) -> Reply:
    del fault, reply
    return error_reply(403, "Forbidden")


def _broken(fault: Fault, reply: Reply) -> Reply:
    del fault, reply
    return error_reply(500, "Internal server error")


def _unavailable(fault: Fault, reply: Reply) -> Reply:
    del reply
    down = error_reply(503, "Service unavailable")
    return down if fault.retry_after is None else down.plus(Retry_After=str(fault.retry_after))


def _html(fault: Fault, reply: Reply) -> Reply:
    del fault, reply
    return Reply(200, _HTML, {"Content-Type": "text/html; charset=utf-8", **NO_STORE})


def _redirect(fault: Fault, reply: Reply) -> Reply:
    del fault, reply
    return Reply(302, b"", {"Location": ELSEWHERE, **NO_STORE})


def _drift(fault: Fault, reply: Reply) -> Reply:
    return replace(reply, body=drift_json(reply.body, fault.chance.getrandbits(32)))


def _bad_gzip(fault: Fault, reply: Reply) -> Reply:
    del fault
    packed = bytearray(gzip.compress(reply.body, 1))
    middle = len(packed) // 2
    packed[middle : middle + 8] = b"\xff" * 8
    packed[-8:-4] = b"\0\0\0\0"
    return replace(reply, body=bytes(packed)).plus(Content_Encoding="gzip")


def _bomb(fault: Fault, reply: Reply) -> Reply:
    del fault
    return replace(reply, body=_packed_zeros()).plus(Content_Encoding="gzip")


def _packed_zeros() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    chunk = b" " * (1024 * 1024)
    parts = [packer.compress(chunk) for _ in range(BOMB_SIZE // len(chunk))]
    return b"".join([*parts, packer.flush()])


_SPOILERS: dict[str, Callable[[Fault, Reply], Reply]] = {
    "429": _limited,
    "429_no_retry_after": _limited_mutely,
    "429_application": _limited_by("application"),
    "429_method": _limited_by("method"),
    "429_service": _limited_by("service"),
    "403": _forbidden,
    "500": _broken,
    "503": _unavailable,
    "html200": _html,
    "redirect": _redirect,
    "drift": _drift,
    "bad_gzip": _bad_gzip,
    "bomb": _bomb,
}
