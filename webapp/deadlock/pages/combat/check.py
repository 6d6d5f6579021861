"""Whether the matrix adds up to the scoreboard, said on the page that shows it."""

from __future__ import annotations

from webapp.deadlock.domain.combat.stats import SCORED, Stat
from webapp.deadlock.pages.combat.matrix import Sums
from webapp.deadlock.pages.sources import Sources


def scoreboard_check(loaded: Sources, stat: Stat, sums: Sums) -> str:
    """Compare every player's sum over the match with the scoreboard; empty when it has none."""
    rows = loaded.slices["scoreboard"].rows
    if stat.slug not in SCORED or not rows:
        return ""
    gaps = [
        abs(getattr(row, SCORED[stat.slug]) - int(sums.ever[row.slot, 1:].sum())) for row in rows
    ]
    if stat.slug == "damage":
        gaps += [abs(row.damage_taken - int(sums.ever[1:, row.slot].sum())) for row in rows]
    wrong = [gap for gap in gaps if gap]
    if not wrong:
        return f"Equals the scoreboard for all {len(rows)} players."
    return f"Differs from the scoreboard in {len(wrong)} sums, by {max(wrong):,} at most."
