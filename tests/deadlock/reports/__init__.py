"""Every figure compared with the reports of an independent tool, by name.

Every column of every table is compared exactly, but for
- how players who teleported moved: within 6% of a number, 3 of a share or count (`playing`),
- both sides' souls of the last interval: within 10 (`totals.teams`),
- the share of items in damage and healing, two rows of theirs: within 1% (`sources`),
- the gun damage of Rem, which theirs does not know (`playing.aim`),
- the one lane in four that theirs leaves out of an older match (`lanes`),
- items that go by another name today: `RENAMED` has the names of today (`builds`),
- a Patron that is down with no fall recorded, which theirs leaves out (`events.objectives`).

Not compared, for no page or slice of ours holds them: the level and souls an ability point needs,
what a statue gave, which of an item's damage bullets set off, and three of the game's own
counters. Those are read with a match and kept in its body alone: statues collected (`PowerUp
Permanent`; the buffs they gave are compared by kind), boxes broken (`PowerUp Gold`) and comeback
souls (`Comeback Gold`). Souls by source are compared; what comes of a comeback is none of them.
"""

from collections.abc import Callable

from tests.deadlock.reports import (
    builds,
    damage,
    deaths,
    events,
    gear,
    heads,
    lanes,
    named,
    playing,
    souls,
    sources,
    totals,
)
from tests.deadlock.reports.reader import Compared, Told

FIGURES: dict[str, Callable[[Told], Compared]] = {
    one.__name__.replace("_", " "): one
    for one in (
        heads.heading,
        heads.ranks,
        heads.sides,
        heads.buffs_in_all,
        heads.range_shares,
        heads.against_shares,
        heads.award_names,
        totals.scoreboard,
        totals.awards,
        totals.timeline,
        souls.souls_by_source,
        souls.souls_by_kind,
        souls.souls_by_group,
        souls.soul_shares,
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
        lanes.laning_heads,
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
        named.named_by_interval,
        named.kinds_by_interval,
        named.sums_by_enemy,
        named.melee_taken,
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
        builds.items,
        builds.abilities,
        builds.stacks,
        builds.buffs,
        builds.buildings,
        builds.rejuvenators,
    )
}

__all__ = ["FIGURES", "Told"]
