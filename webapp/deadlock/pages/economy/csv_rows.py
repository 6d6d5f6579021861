"""What the Economy tab shows as rows: souls by source, and changes of the lead."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.deadlock.domain.economy import SoulRow, soul_rows, swing_rows
from webapp.deadlock.pages.combat.spans import cut_of
from webapp.deadlock.pages.economy.asked import asked_of
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.lead import Swing
from webapp.matchroom.moment import Moment


def soul_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> tuple[SoulRow, ...]:
    """Give souls by source between samples: of the stretch, the player and the kind asked for."""
    economy = loaded.slices["economy"]
    slots = [player.slot for player in economy.players]
    asked = asked_of(url_of(loaded.row.match_id), moment, query, slots)
    rows = soul_rows(economy, cut_of(economy.times_s, moment), asked.kind)
    return tuple(row for row in rows if asked.player in {None, row.slot})


def swing_lines(loaded: Sources, moment: Moment) -> tuple[Swing, ...]:
    """Give the changes of the lead, or those within the stretch."""
    economy = loaded.slices["economy"]
    return swing_rows(economy, None if moment == Moment() else cut_of(economy.times_s, moment))
