"""Which stretch the Laning tab shows: to 9:00, or what was chosen, brought to samples."""

from __future__ import annotations

from webapp.core.holding import holding
from webapp.deadlock.domain.analysis.laning import Lanes, Stretch
from webapp.deadlock.pages.combat.spans import cut_of, said_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment

TIMES_HELD = 32


def stretch_of(loaded: Sources, lanes: Lanes, moment: Moment) -> tuple[Stretch, str]:
    """Snap what was chosen to samples; without a choice laning ends at 9:00."""
    if moment == Moment():
        return Stretch(0, lanes.ends_s), f"at {clock(lanes.ends_s)}"
    times = times_of(loaded)
    cut = cut_of(times, moment)
    if not cut.last:
        return Stretch(0, 0), f"before the first sample, at {clock(times[0])}"
    said = said_of(cut, moment)
    if not moment.span:
        same = cut.to_s == moment.at
        said = f"at {clock(cut.to_s)}" + ("" if same else f", the last sample by {moment.clock}")
    return Stretch(cut.from_s, cut.to_s), said


def exact_of(stretch: Stretch, moment: Moment) -> Stretch:
    """Give the chosen stretch to the second: what is known so well is counted over it."""
    if moment.span:
        return Stretch(*moment.span)
    return stretch if moment.at is None else Stretch(0, moment.at)


def exactly(stretch: Stretch, moment: Moment) -> str:
    """Say the chosen stretch where it is not that of the samples; else nothing."""
    if exact_of(stretch, moment) == stretch:
        return ""
    return "–".join(moment.clocks) if moment.span else f"to {moment.clock}"


@holding(TIMES_HELD)
def times_of(loaded: Sources) -> tuple[int, ...]:
    """Give the samples of a match, in order."""
    return tuple(sorted({one.at_s for one in loaded.slices["moments"].samples}))
