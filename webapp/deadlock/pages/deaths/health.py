"""The health a victim had left in the seconds before, as a line and a sentence."""

from __future__ import annotations

from webapp.deadlock.domain.analysis.deaths import DeathTold
from webapp.deadlock.pages.combat.people import Fighter
from webapp.matchplay.charts import LineChart, Series, clock, line_chart
from webapp.matchplay.charts.series import Side

SOUND = 80
HALF = 50
HEIGHT = 150


def health_chart(death: DeathTold, victim: Fighter) -> LineChart | None:
    """Draw the last seconds of health; None where it is not recorded."""
    health = death.around.health
    if len(health) < 2:  # noqa: PLR2004 - one point is no line
        return None
    first = death.at_s - len(health) + 1
    points = [(first + second, float(value)) for second, value in enumerate((*health, 0))]
    side: Side = "a" if victim.side == "a" else "b"
    return line_chart(
        [Series(victim.hero, points, side=side, weight="main", label=False)],
        key="health",
        title=f"{victim.hero}’s health before {clock(death.at_s)}",
        description=health_words(death),
        x_min=first,
        x_max=death.at_s + 1,
        y_range=(0, 100),
        unit="% of health",
        height=HEIGHT,
        caption="Health at each second, in per cent",
    )


def health_words(death: DeathTold) -> str:
    """Say how long the victim had been hurt: since they last had most of their health."""
    health = death.around.health
    if not health:
        return ""
    if health[-1] >= HALF:
        return f"Still {health[-1]} % in the very second of the death."
    sound = [number for number, value in enumerate(health) if value >= SOUND]
    seconds = len(health) - 1
    if not sound:
        return f"Below {SOUND} % for all of the {seconds} s before."
    since = seconds - sound[-1]
    when = "in the last second" if since <= 1 else f"in {since} s"
    return f"From {health[sound[-1]]} % to dead {when}."
