"""What happened in a lane: its kills and its Guardians, each with its second."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.laning import Lanes, LaneVerdict, Stretch, within
from webapp.deadlock.pages.demo import Guarded, guardians_by_lane
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock


@dataclass(frozen=True, slots=True)
class KillLine:
    """A death of one of the lane's players; `side` and `killer` are empty without a killer."""

    clock: str
    href: str
    side: str
    killer: str
    victim: str


@dataclass(frozen=True, slots=True)
class When:
    """A second in words, or a share, and where it leads; no link when it did not come."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class GuardianLine:
    """Both sides' Guardians of the lane: when they fell, were first hurt, or what they had left."""

    word: str
    a: When
    b: When


def kill_lines(
    verdict: LaneVerdict, heroes: dict[int, str], sides: dict[int, str], url: str
) -> tuple[KillLine, ...]:
    """List the deaths of a lane's players, earliest first."""
    return tuple(
        KillLine(
            clock(kill.at_s),
            f"{url}?t={kill.at_s}",
            sides.get(kill.killer or 0, ""),
            heroes.get(kill.killer or 0, ""),
            heroes[kill.victim],
        )
        for kill in verdict.deaths
    )


def guardian_lines(lanes: Lanes, lane: str, stretch: Stretch, url: str) -> tuple[GuardianLine, ...]:
    """Say when both Guardians of a lane fell and were first hurt, as far as the stretch goes."""
    own = {one.side: one for one in lanes.guardians if one.lane == lane}
    if set(own) != {"a", "b"}:
        return ()
    fell = {side: _when(one.fell_at_s, "stood", stretch, url) for side, one in own.items()}
    hurt = {side: _when(one.first_damage_at_s, "unhurt", stretch, url) for side, one in own.items()}
    return (
        GuardianLine("Own Guardian fell", fell["a"], fell["b"]),
        GuardianLine("Own Guardian first hurt", hurt["a"], hurt["b"]),
    )


def health_line(guarded: Guarded, lane: str, stretch: Stretch, at: str = "") -> GuardianLine | None:
    """Say what health both Guardians of a lane had left at the end of a stretch, if told.

    `at` names that second where it is not that of the other figures.
    """
    own = {side: guarded.get((lane, side)) for side in "ab"}
    left = {side: one.share_at(stretch.to_s) for side, one in own.items() if one}
    if None in left.values() or set(left) != {"a", "b"}:
        return None
    word = "Own Guardian’s health" + (f" at {at}" if at else "")
    return GuardianLine(word, _left(left["a"]), _left(left["b"]))


def happened_in(loaded: Sources, exact: Stretch) -> Hashable:
    """Say what of all that is known to the second lies in a stretch."""
    lanes, guarded = loaded.slices["lanes"], guardians_by_lane(loaded)
    times = [at_s for one in lanes.guardians for at_s in (one.first_damage_at_s, one.fell_at_s)]
    return (
        tuple(within(kill.at_s, exact) for kill in loaded.slices["events"].kills),
        tuple(at_s is not None and at_s <= exact.to_s for at_s in times),
        tuple(health_line(guarded, one.lane, exact) for one in lanes.verdicts),
    )


def _left(share: float | None) -> When:
    """Write a share of health; all and nothing only where it is."""
    percent = round(100 * (share or 0))
    return When(f"{min(max(percent, 1), 99) if share and share < 1 else percent} %")


def _when(at_s: int | None, not_yet: str, stretch: Stretch, url: str) -> When:
    if at_s is None or at_s > stretch.to_s:
        return When(not_yet)
    return When(clock(at_s), f"{url}?t={at_s}")
