"""What happened in a lane: its kills and its Guardians, each with its second."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.analysis.laning import Lanes, LaneVerdict, Stretch
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.frame import clock

NOBODY = "Not a player"


@dataclass(frozen=True, slots=True)
class KillLine:
    """A death of one of the lane's players; `side` is the killer's, empty where it was nobody."""

    clock: str
    href: str
    side: str
    killer: str
    victim: str


@dataclass(frozen=True, slots=True)
class GuardianLine:
    """A side's Guardian in the lane: first hurt, fallen; links are empty where it was not."""

    side: str
    name: str
    hurt: str
    hurt_href: str
    fell: str
    fell_href: str


def kill_lines(
    verdict: LaneVerdict, heroes: dict[int, str], sides: dict[int, str], url: str
) -> tuple[KillLine, ...]:
    """List the deaths of a lane's players, earliest first."""
    return tuple(
        KillLine(
            clock(kill.at_s),
            f"{url}?t={kill.at_s}",
            sides.get(kill.killer or 0, ""),
            heroes.get(kill.killer or 0, NOBODY),
            heroes[kill.victim],
        )
        for kill in verdict.deaths
    )


def guardian_lines(lanes: Lanes, lane: str, stretch: Stretch, url: str) -> tuple[GuardianLine, ...]:
    """Say when both Guardians of a lane were first hurt and fell, as far as the stretch goes."""
    found = []
    for one in sorted(lanes.guardians, key=lambda guardian: guardian.side):
        if one.lane == lane:
            hurt = _by(one.first_damage_at_s, stretch)
            fell = _by(one.fell_at_s, stretch)
            found.append(
                GuardianLine(
                    one.side,
                    SIDE_NAMES[one.side],
                    "" if hurt is None else clock(hurt),
                    "" if hurt is None else f"{url}?t={hurt}",
                    "" if fell is None else clock(fell),
                    "" if fell is None else f"{url}?t={fell}",
                )
            )
    return tuple(found)


def _by(at_s: int | None, stretch: Stretch) -> int | None:
    return at_s if at_s is not None and at_s <= stretch.to_s else None
