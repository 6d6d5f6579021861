"""The last hits before one death, from the demo."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.demos import DemoHits
from webapp.deadlock.domain.demos.hits import LAST_S, DeathHits
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.demo.part import demo_part, demo_terms
from webapp.deadlock.pages.sources import Sources

NOBODY = "no player"


@dataclass(frozen=True, slots=True)
class HitLine:
    """One hit; `percent` is its share of the greatest shown, `height` empty when not known."""

    before_s: str
    fighter: Fighter | None
    who: str
    what: str
    damage: int
    percent: float
    health_left: int
    height: str


@dataclass(frozen=True, slots=True)
class DemoHitsView:
    """The hits of one death's last seconds, the last one first."""

    said: str
    lines: tuple[HitLine, ...]
    heights: bool
    terms: dict[str, Term]


def demo_hits(loaded: Sources, victim: int, at_s: int) -> DemoHitsView | None:
    """Give the hits before a death; None where no demo tells any."""
    part = demo_part(loaded, "demo_hits", DemoHits)
    if part is None:
        return None
    found = next((one for one in part.deaths if (one.slot, one.at_s) == (victim, at_s)), None)
    if found is None:
        return None
    lines = _lines(loaded, found)
    return DemoHitsView(
        said=_said(found),
        lines=lines,
        heights=any(line.height for line in lines),
        terms=demo_terms(),
    )


def _said(found: DeathHits) -> str:
    count, total = len(found.damage), sum(found.damage)
    hits = f"The last {count} hits" if count != 1 else "The last hit"
    more = f" ({found.left_out} earlier ones left out)" if found.left_out else ""
    return f"{hits} of the {LAST_S:.0f} s before{more}: {total:,} damage."


def _lines(loaded: Sources, found: DeathHits) -> tuple[HitLine, ...]:
    people = {one.slot: one for one in fighters_of(loaded)}
    most = max(found.damage)
    rows = zip(
        found.before_s,
        found.attacker,
        found.ability_id,
        found.damage,
        found.health_left,
        found.height_m,
        strict=True,
    )
    lines = []
    for before_s, attacker, ability, damage, left, height in rows:
        fighter = people.get(attacker or 0)
        lines.append(
            HitLine(
                before_s=f"{before_s:.1f}",
                fighter=fighter,
                who=fighter.hero if fighter else NOBODY,
                what=loaded.names.item(ability).name if ability else "not told",
                damage=damage,
                percent=round(100 * damage / most, 1),
                health_left=left,
                height=_signed(height),
            )
        )
    return tuple(reversed(lines))


def _signed(height: float | None) -> str:
    if height is None:
        return ""
    return f"{round(height):+d}" if round(height) else "0"
