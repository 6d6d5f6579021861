"""The health of every lane's Guardians, from the demo, for Laning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.deadlock.domain.demos import DemoBosses
from webapp.deadlock.domain.demos.bosses import BossHealth
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.pages.demo.part import demo_part, demo_terms
from webapp.deadlock.pages.sources import Sources

Guarded = Mapping[tuple[str | None, str | None], BossHealth]


@dataclass(frozen=True, slots=True)
class DemoGuardiansView:
    """The words for what is shown beside the lanes."""

    terms: dict[str, Term]


def demo_guardians(loaded: Sources) -> DemoGuardiansView | None:
    """Say that lanes have their Guardians' health; None where no demo tells any."""
    return DemoGuardiansView(demo_terms()) if guardians_by_lane(loaded) else None


def guardians_by_lane(loaded: Sources) -> Guarded:
    """Give Guardians by lane and side; none without a demo that tells of them."""
    part = demo_part(loaded, "demo_bosses", DemoBosses)
    told = part.bosses if part else ()
    return {(one.lane, one.side): one for one in told if one.kind == "Guardian"}
