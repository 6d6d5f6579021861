"""Souls: what everybody was worth, earned and lost at every sample, and the story of the lead.

One column per sample for every figure, so that nothing finer than the samples is said and nothing
is kept twice. Names and prices are no part of it.
"""

import msgspec

from webapp.deadlock.domain.analysis.economy.story import Peak, Story, story_of
from webapp.deadlock.domain.analysis.economy.totals import PlayerEconomy, players_of, sources_of
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.records import Match


class Economy(msgspec.Struct, frozen=True):
    """`times_s` are the samples; every figure of a player has one value for each of them.

    `sources` are the words of what souls come from, in a fixed order. `starting_souls` is what
    everybody began with, 0 when the players' figures do not agree on it.
    """

    times_s: tuple[int, ...]
    sources: tuple[str, ...]
    starting_souls: int
    players: tuple[PlayerEconomy, ...]
    story: Story


def economy_of(match: Match, lead: Lead) -> Economy:
    """Gather every player's souls at every sample."""
    times = tuple(sorted({one.at_s for player in match.players for one in player.snapshots}))
    sources = sources_of(match)
    players = players_of(match, times, sources)
    return Economy(
        times_s=times,
        sources=sources,
        starting_souls=_starting(players),
        players=players,
        story=story_of(lead, match.winning_team),
    )


def _starting(players: tuple[PlayerEconomy, ...]) -> int:
    """Work out the souls that no source gave, at the first sample, where most players agree."""
    found = [
        player.net_worth[0] + player.lost[0] - sum(earned[0] for earned in player.earned)
        for player in players
        if player.net_worth and player.net_worth[0]
    ]
    most = max(set(found), key=found.count, default=0)
    return most if most > 0 and 2 * found.count(most) > len(found) else 0


__all__ = ["Economy", "Peak", "PlayerEconomy", "Story", "economy_of", "story_of"]
