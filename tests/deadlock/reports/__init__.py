"""Every figure compared with the reports of an independent tool, by name."""

from collections.abc import Callable

from tests.deadlock.reports import (
    builds,
    damage,
    deaths,
    events,
    gear,
    lanes,
    playing,
    souls,
    sources,
    totals,
)
from tests.deadlock.reports.reader import Compared, Told

FIGURES: dict[str, Callable[[Told], Compared]] = {
    one.__name__.replace("_", " "): one
    for one in (
        totals.scoreboard,
        totals.awards,
        totals.timeline,
        souls.souls_by_source,
        souls.souls_by_kind,
        souls.souls_unspent,
        souls.souls_per_minute,
        totals.teams,
        events.objectives,
        events.kills,
        events.deaths,
        deaths.deaths_told,
        deaths.kills_told,
        deaths.deaths_by_enemy,
        deaths.kills_by_enemy,
        lanes.laning,
        lanes.laning_lead,
        lanes.laning_sums,
        lanes.laning_kills,
        damage.damage_by_source,
        damage.healing_by_source,
        damage.heal_prevented_by_source,
        damage.damage_dealt_to_enemy,
        damage.damage_taken_by_enemy,
        sources.named_damage,
        sources.named_healing,
        sources.named_heal_prevented,
        sources.damage_by_kind,
        sources.healing_by_kind,
        sources.shares_by_enemy,
        sources.guns,
        playing.aim,
        playing.aim_against,
        playing.ranges,
        playing.falloff,
        playing.idle,
        playing.movement,
        playing.movement_by_interval,
        playing.stars,
        gear.melee,
        gear.shots,
        gear.purchases,
        gear.accolades,
        builds.items,
        builds.abilities,
        builds.stacks,
        builds.buffs,
        builds.buildings,
        builds.rejuvenators,
    )
}

__all__ = ["FIGURES", "Told"]
