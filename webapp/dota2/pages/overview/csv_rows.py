"""The scoreboard as rows: every figure, and what was carried by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.pages.overview.carried import carried_by
from webapp.dota2.pages.people import people_of


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One player at the end of the match."""

    slot: int
    side: str
    account_id: int | None
    player: str
    hero_id: int
    facet: str | None
    abandoned: bool
    level: int | None
    kills: int | None
    deaths: int | None
    assists: int | None
    kda: float | None
    net_worth: int | None
    gold_per_minute: int | None
    xp_per_minute: int | None
    last_hits: int | None
    denies: int | None
    hero_damage: int | None
    tower_damage: int | None
    hero_healing: int | None
    gold: int | None
    gold_spent: int | None
    total_gold: int | None
    total_xp: int | None
    rank_tier: int | None
    party_id: int | None
    items: str
    backpack: str
    neutral: str


def score_lines(loaded: Any) -> tuple[ScoreLine, ...]:
    """Give everybody by slot."""
    people = people_of(loaded)
    kits = {one.person.slot: one for one in carried_by(loaded)}
    return tuple(
        ScoreLine(
            **{name: getattr(row, name) for name in _SAME},
            player=people[row.slot].player,
            facet=loaded.names.facet(row.hero_id, row.variant),
            kda=None if row.kda is None else round(row.kda, 2),
            items=", ".join(one.name for one in kits[row.slot].items or ())
            if row.slot in kits
            else "",
            backpack=", ".join(kits[row.slot].backpack) if row.slot in kits else "",
            neutral=kits[row.slot].neutral if row.slot in kits else "",
        )
        for row in loaded.slices["scoreboard"].rows
    )


_SAME = (
    "slot",
    "side",
    "account_id",
    "hero_id",
    "abandoned",
    "level",
    "kills",
    "deaths",
    "assists",
    "net_worth",
    "gold_per_minute",
    "xp_per_minute",
    "last_hits",
    "denies",
    "hero_damage",
    "tower_damage",
    "hero_healing",
    "gold",
    "gold_spent",
    "total_gold",
    "total_xp",
    "rank_tier",
    "party_id",
)
