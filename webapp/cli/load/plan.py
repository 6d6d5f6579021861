"""What the process that asks is told, and what it tells: plain values, sent as JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """One request, ready to be sent, and how often it is chosen beside the others."""

    kind: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask for so many seconds: at a rate, whatever comes back, or as fast as answers come.

    Without a rate each of `lines` connections asks again when it was answered; with one they
    are the most connections there may be.
    """

    host: str
    port: int
    requests: list[Request]
    seconds: float
    rate: float | None
    lines: int
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: when it was asked for, how long it took, and its status, 0 for none.

    `says_when` is whether it has a `Retry-After`.
    """

    at_s: float
    took_s: float
    status: int
    kind: str
    says_when: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """All answers to a plan; how late requests left at worst, and how many never did."""

    seconds: float
    replies: list[Reply]
    late_s: float
    unsent: int
