"""Rows of the tables one can take away, flat: one record for each line of a CSV."""

from __future__ import annotations

from webapp.lol.domain.analysis.economy import Economy
from webapp.lol.domain.analysis.laning import Laning
from webapp.lol.domain.analysis.lead import Lead
from webapp.lol.domain.analysis.moments import Moments
from webapp.lol.domain.analysis.score import Score
from webapp.lol.domain.analysis.scoreboard import Scoreboard
from webapp.lol.pages.csv_records import (
    BoardLine,
    LaneLine,
    LeadLine,
    MinuteLine,
    ScoreLine,
    VisitRow,
)


def board_lines(board: Scoreboard) -> tuple[BoardLine, ...]:
    """Give everybody's final figures."""
    names = BoardLine.__dataclass_fields__
    return tuple(BoardLine(**{name: getattr(row, name) for name in names}) for row in board.rows)


def lead_lines(lead: Lead) -> tuple[LeadLine, ...]:
    """Give both sides' gold and experience at each frame."""
    return tuple(
        LeadLine(gold.at_s, gold.a, gold.b, xp.a, xp.b)
        for gold, xp in zip(lead.samples, lead.xp, strict=True)
    )


def minute_lines(moments: Moments) -> tuple[MinuteLine, ...]:
    """Give every player at every frame."""
    return tuple(
        MinuteLine(
            at_s,
            one.slot,
            one.champion_id,
            one.gold[number],
            one.current_gold[number],
            one.xp[number],
            one.level[number],
            one.cs[number],
            one.jungle_cs[number],
            one.damage[number],
            one.damage_taken[number],
            one.kills[number] if one.kills else None,
            one.deaths[number] if one.deaths else None,
            one.assists[number] if one.assists else None,
        )
        for number, at_s in enumerate(moments.at_s)
        for one in moments.players
    )


def score_lines(score: Score) -> tuple[ScoreLine, ...]:
    """Give every part of everybody's score."""
    return tuple(
        ScoreLine(
            one.slot,
            one.champion_id,
            one.role,
            one.score,
            one.place,
            part.name,
            part.points,
            part.weight,
        )
        for one in score.players
        for part in one.parts
    )


def lane_lines(laning: Laning) -> tuple[LaneLine, ...]:
    """Give both opponents of every role at both marks."""
    return tuple(
        LaneLine(
            mark.at_s,
            mark.frame_s,
            lane.role,
            one.slot,
            one.champion_id,
            other.slot,
            one.gold,
            one.xp,
            one.level,
            one.cs,
            one.jungle_cs,
            one.damage,
            one.plates,
            one.solo_kills,
            one.kills,
            one.deaths,
            lane.winner,
        )
        for mark in laning.marks
        for lane in mark.lanes
        for one, other in ((lane.a, lane.b), (lane.b, lane.a))
    )


def visit_rows(economy: Economy) -> tuple[VisitRow, ...]:
    """Give every item of every shop visit."""
    return tuple(
        VisitRow(visit.at_s, one.slot, one.champion_id, action, item)
        for one in economy.players
        for visit in one.visits or ()
        for action, items in (("bought", visit.bought), ("sold", visit.sold))
        for item in items
    )
