"""Rules about one player's souls: unspent, denied, out-earned, and a player who left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from webapp.deadlock.domain.analysis.economy import PlayerEconomy
from webapp.deadlock.domain.findings.material import OTHER, Material
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

LEAST_HELD = 2_000
LEAST_DENIED = 300
LEAST_BEHIND = 1_000
FROM_S = 540
LANING_S = 540


def unspent(material: Material) -> Iterator[Finding]:
    """Find each player's stretch of most souls held unspent, 2,000 on average or more.

    Half of them are what it cost: they were there still. The match's last stretch is left out, for
    little can be bought for it any more.
    """
    times = (0, *material.economy.times_s)
    for player in material.economy.players:
        if not player.held:
            continue
        kept = [
            ((after - before) * 60 / (end - start), start, end)
            for (before, after), (start, end) in zip(
                pairwise((0, *player.held)), pairwise(times), strict=True
            )
            if end > start
        ]
        held, start, end = max(kept[:-1], default=(0.0, 0, 0))
        if held >= LEAST_HELD:
            yield _held(material, player, round(held), (start, end))


def _held(material: Material, player: PlayerEconomy, held: int, when: tuple[int, int]) -> Finding:
    spot = material.economy.times_s.index(when[1])
    return Finding(
        rule="unspent",
        at_s=when[0],
        to_s=when[1],
        side=OTHER[player.side],
        slots=(player.slot,),
        sentence=f"{material.heroes[player.slot]} held {held:,} souls unspent on average between "
        f"{clock(when[0])} and {clock(when[1])}.",
        detail=f"Of {player.net_worth[spot]:,} souls of net worth at {clock(when[1])}.",
        evidence="/economy",
        worth=held // 2,
        points=material.of_souls(when[1], held / 2),
    )


def denied(material: Material) -> Iterator[Finding]:
    """Find who denied 300 souls or more in the laning phase."""
    if "Denies" not in material.economy.sources:
        return
    row = material.economy.sources.index("Denies")
    spots = [n for n, at_s in enumerate(material.economy.times_s) if at_s <= LANING_S]
    for player in material.economy.players if spots else ():
        souls, at_s = player.earned[row][spots[-1]], material.economy.times_s[spots[-1]]
        if souls >= LEAST_DENIED:
            yield Finding(
                rule="denied",
                at_s=at_s,
                to_s=None,
                side=player.side,
                slots=(player.slot,),
                sentence=f"{material.heroes[player.slot]} took {souls:,} souls by denying up to "
                f"{clock(at_s)}.",
                detail=f"{player.denies[spots[-1]]} denies.",
                evidence="/economy",
                worth=souls,
                points=material.of_souls(at_s, souls),
            )


def out_earned(material: Material) -> Iterator[Finding]:
    """Find each player's worst stretch after laning against the mean of the enemy side."""
    times = material.economy.times_s
    for player in material.economy.players:
        enemies = [one for one in material.economy.players if one.side != player.side]
        found = [
            (round(_earned(enemies, spot) / len(enemies)) - _earned([player], spot), spot)
            for spot in range(1, len(times))
            if times[spot - 1] >= FROM_S and enemies
        ]
        behind, spot = max(found, default=(0, 0))
        if behind >= LEAST_BEHIND:
            yield _behind(material, player, behind, spot)


def _earned(players: list[PlayerEconomy], spot: int) -> int:
    return sum(one.net_worth[spot] - one.net_worth[spot - 1] for one in players)


def _behind(material: Material, player: PlayerEconomy, behind: int, spot: int) -> Finding:
    start, end = material.economy.times_s[spot - 1], material.economy.times_s[spot]
    gained = _earned([player], spot)
    said = f"gained {gained:,} souls" if gained >= 0 else f"lost {-gained:,} souls"
    return Finding(
        rule="out-earned",
        at_s=start,
        to_s=end,
        side=OTHER[player.side],
        slots=(player.slot,),
        sentence=f"{material.heroes[player.slot]} {said} between {clock(start)} and {clock(end)}, "
        f"{behind:,} fewer than the enemy’s mean.",
        detail=f"The players of {SIDE_NAMES[OTHER[player.side]]} gained {gained + behind:,} each "
        "on average.",
        evidence="/economy",
        worth=behind,
        points=material.of_souls(end, behind),
    )


def left(material: Material) -> Iterator[Finding]:
    """Tell of a player who left: what they earned a minute, over the minutes that were left."""
    for row in material.scoreboard.rows:
        at_s = row.abandoned_at_s
        if not at_s or at_s >= material.duration_s:
            continue
        rest = material.duration_s - at_s
        missed = round(row.souls / at_s * rest)
        yield Finding(
            rule="left",
            at_s=at_s,
            to_s=None,
            side=OTHER[row.side],
            slots=(row.slot,),
            sentence=f"{material.heroes[row.slot]} left at {clock(at_s)}, and "
            f"{SIDE_NAMES[row.side]} played the last {clock(rest)} one short.",
            detail=f"At the rate of before, {missed:,} souls were not earned.",
            evidence="",
            worth=missed,
            points=material.of_souls(at_s, missed),
        )
