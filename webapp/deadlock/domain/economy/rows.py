"""The economy as rows, for files: souls by source, worth by sample, changes of the lead."""

from dataclasses import dataclass
from itertools import pairwise

from webapp.deadlock.domain.analysis.economy import Economy
from webapp.deadlock.domain.economy.income import gains, held, intervals
from webapp.deadlock.domain.economy.kinds import KINDS


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


@dataclass(frozen=True, slots=True)
class SwingRow:
    """A change of the lead between two samples; `about_s` by the straight line."""

    from_s: int
    to_s: int
    about_s: int
    side: str


def soul_rows(economy: Economy) -> tuple[SoulRow, ...]:
    """Give every source of every player, by slot, source and time."""
    return tuple(
        SoulRow(player.slot, player.side, player.hero_id, source, start, end, after - before)
        for player in economy.players
        for source, row in zip(economy.sources, player.earned, strict=True)
        for (start, end), (before, after) in zip(
            intervals(economy), pairwise((0, *row)), strict=True
        )
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


def swing_rows(economy: Economy) -> tuple[SwingRow, ...]:
    """Give every change of the lead."""
    return tuple(
        SwingRow(one.from_s, one.to_s, one.about_s, one.side) for one in economy.story.swings
    )
