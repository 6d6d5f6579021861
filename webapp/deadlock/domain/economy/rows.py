"""The economy as rows, for files: souls by source, worth by sample, changes of the lead."""

from dataclasses import dataclass
from itertools import pairwise

from webapp.deadlock.domain.analysis.economy import Economy
from webapp.deadlock.domain.combat.cut import Cut
from webapp.deadlock.domain.economy.income import gains, held, intervals
from webapp.deadlock.domain.economy.kinds import KINDS, Kind
from webapp.matchplay.lead import Swing


@dataclass(frozen=True, slots=True)
class SoulRow:
    """Souls a player earned from one source between two samples; rows of 0 are left out."""

    slot: int
    side: str
    hero_id: int
    source: str
    from_s: int
    to_s: int
    souls: int


@dataclass(frozen=True, slots=True)
class EconomyRow:
    """One player at one sample; `earned`, `lost` and `held_unspent` are since the one before."""

    at_s: int
    slot: int
    side: str
    hero_id: int
    net_worth: int
    earned: int
    lost: int
    denies: int
    held_unspent: int | None


def soul_rows(
    economy: Economy, cut: Cut | None = None, kind: Kind = KINDS[0]
) -> tuple[SoulRow, ...]:
    """Give every source of every player, by slot, source and time; or those of a kind, of a cut."""
    first, last = (cut.first, cut.last) if cut else (0, None)
    return tuple(
        SoulRow(player.slot, player.side, player.hero_id, source, start, end, after - before)
        for player in economy.players
        for source, row in zip(economy.sources, player.earned, strict=True)
        if kind.holds(source)
        for (start, end), (before, after) in list(
            zip(intervals(economy), pairwise((0, *row)), strict=True)
        )[first:last]
        if after != before
    )


def economy_rows(economy: Economy) -> tuple[EconomyRow, ...]:
    """Give every player at every sample, by slot, then time."""
    found = []
    for player in economy.players:
        earned, idle = gains(economy, player, KINDS[0]), held(economy, player)
        lost = [after - before for before, after in pairwise((0, *player.lost))]
        for number, at_s in enumerate(economy.times_s):
            kept = idle[number]
            found.append(
                EconomyRow(
                    at_s,
                    player.slot,
                    player.side,
                    player.hero_id,
                    player.net_worth[number],
                    earned[number],
                    lost[number],
                    player.denies[number],
                    None if kept is None else round(kept),
                )
            )
    return tuple(found)


def swing_rows(economy: Economy, cut: Cut | None = None) -> tuple[Swing, ...]:
    """Give every change of the lead, or those between the ends of a cut."""
    return tuple(
        one
        for one in economy.story.swings
        if cut is None or (cut.from_s <= one.from_s and one.to_s <= cut.to_s)
    )
