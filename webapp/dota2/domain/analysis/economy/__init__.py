"""Gold and experience: who earned what from where, and the story of the lead.

Sources are sums over the whole match, as the replay counts them; what stands by the minute is in
the slice `moments`.
"""

from __future__ import annotations

import msgspec

from webapp.dota2.domain.analysis.economy.farm import Farm, PlayerEconomy, players_of
from webapp.dota2.domain.analysis.economy.sources import GOLD_WORDS, XP_WORDS, gold_dialect
from webapp.dota2.domain.analysis.economy.story import Peak, Story, story_of
from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.records import Match


class Economy(msgspec.Struct, frozen=True):
    """Everybody by slot, and what became of the lead.

    `dialect` is "new" where the game counted neutral creeps and bounty runes by themselves, "old"
    before, None when no source is recorded.
    """

    players: tuple[PlayerEconomy, ...]
    story: Story
    dialect: str | None


def economy_of(match: Match, lead: Lead) -> Economy:
    """Gather every player's earnings."""
    dialect = gold_dialect(match)
    return Economy(
        players=players_of(match, dialect), story=story_of(lead, match.winner), dialect=dialect
    )


__all__ = [
    "GOLD_WORDS",
    "XP_WORDS",
    "Economy",
    "Farm",
    "Peak",
    "PlayerEconomy",
    "Story",
    "economy_of",
    "story_of",
]
