"""Net worth over the match: one chart for each side, on one scale, a player chosen or none."""

from __future__ import annotations

from webapp.deadlock.domain.analysis.economy import Economy, PlayerEconomy
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.economy.asked import Asked
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.scale import MOST_LINES, step_for
from webapp.matchplay.charts.series import Weight

HEIGHT = 260


def worth_charts(
    economy: Economy, names: Catalogue, duration_s: int, asked: Asked
) -> tuple[LineChart, ...]:
    """Draw both sides; a chosen player stands out, in his own chart and above the rest."""
    return tuple(_chart(economy, names, duration_s, asked, side) for side in ("a", "b"))


def _chart(
    economy: Economy, names: Catalogue, duration_s: int, asked: Asked, side: str
) -> LineChart:
    players = [player for player in economy.players if player.side == side]
    ranked = sorted(players, key=_last, reverse=True)
    best = names.hero(ranked[0].hero_id).name if ranked else ""
    return line_chart(
        [_series(player, economy, names, asked) for player in players],
        key=f"worth-{side}",
        title=f"Net worth, {SIDE_NAMES[side]}",
        description=f"{best} ends with the most, {_last(ranked[0]):,} souls." if ranked else "",
        caption="Net worth in souls at each sample",
        x_max=duration_s,
        unit="souls",
        y_range=(0, _top(economy)),
        height=HEIGHT,
        base_url=asked.href(moment=type(asked.moment)()),
    )


def _series(player: PlayerEconomy, economy: Economy, names: Catalogue, asked: Asked) -> Series:
    weight: Weight = "" if asked.player is None else "quiet"
    chosen = player.slot == asked.player
    return Series(
        names.hero(player.hero_id).name,
        ((0, economy.starting_souls), *zip(economy.times_s, player.net_worth, strict=True)),
        side="a" if player.side == "a" else "b",
        weight="main" if chosen else weight,
        href=asked.href(player=None if chosen else player.slot),
    )


def _last(player: PlayerEconomy) -> int:
    return player.net_worth[-1] if player.net_worth else 0


def _top(economy: Economy) -> float:
    """End the scale on a line, the same for both sides."""
    most = max((souls for player in economy.players for souls in player.net_worth), default=1)
    step = step_for(max(most, 1) / MOST_LINES)
    return -(-most // step) * step
