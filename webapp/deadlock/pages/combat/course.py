"""A player's running sums over the match, done and taken, drawn at the matrix's own samples."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from webapp.core.holding import holding
from webapp.deadlock.domain.combat import WORLD, Ledger
from webapp.deadlock.domain.combat.stats import Stat
from webapp.deadlock.pages.combat.people import Fighter
from webapp.deadlock.pages.combat.ranked import Rows, View
from webapp.matchplay.charts import LineChart, Series, clock, line_chart
from webapp.matchroom.moment import Moment, on_chart

HEIGHT: Final = 170
COURSES_HELD: Final = 64


def course_of(view: View, player: Fighter, target: Fighter | None, *, both: bool) -> LineChart:
    """Draw what a player did, and with `both` what was done to them, to or by one if named."""
    moment = view.asked.moment
    here = replace(view.asked, moment=Moment()).href()
    chart = _still(view.ledger, view.stat, player, target, here, both=both)
    return on_chart(chart, moment)


@holding(COURSES_HELD)
def _still(  # noqa: PLR0913 - all that the drawing depends on, to be held by
    ledger: Ledger,
    stat: Stat,
    player: Fighter,
    target: Fighter | None,
    url: str,
    *,
    both: bool,
) -> LineChart:
    done = _points(ledger, stat, ledger.dealer == player.slot, ledger.target, target)
    taken = _points(ledger, stat, ledger.target == player.slot, ledger.dealer, target)
    lines = [Series(stat.dealt, done, side=player.side, weight="main")]
    if both:
        lines.append(Series(stat.taken, taken, dash=1))
    return line_chart(
        lines,
        key="combat-course",
        title=f"{stat.label} so far, {player.hero}{f' and {target.hero}' if target else ''}",
        description=" ".join(_told(line) for line in lines),
        x_max=ledger.samples_s[-1],
        unit=stat.label.lower(),
        height=HEIGHT,
        caption=f"{stat.label} from 0:00 to each sample",
        base_url=url,
    )


def _points(
    ledger: Ledger, stat: Stat, own: Rows, opposite: NDArray[np.int64], other: Fighter | None
) -> tuple[tuple[int, int], ...]:
    among = (opposite != WORLD) if other is None else (opposite == other.slot)
    sums = ledger.running[ledger.rows(stat.word) & own & among].sum(axis=0)
    return tuple(zip((0, *ledger.samples_s), sums.tolist(), strict=True))


def _told(line: Series) -> str:
    at, amount = line.points[-1]
    return f"{line.name.capitalize()}: {amount:,} by {clock(int(at))}."
