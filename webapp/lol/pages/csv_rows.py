"""Rows of the tables one can take away, flat: one record for each line of a CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from webapp.lol.domain.analysis.economy import Economy
from webapp.lol.domain.analysis.laning import MARKS_S, LaneVerdict, Laning
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
from webapp.lol.pages.cut import cut_of
from webapp.lol.pages.laning.standing import lane_cut, verdicts_over
from webapp.lol.pages.sources import Sources
from webapp.matchroom.moment import Moment


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


def minute_lines(loaded: Sources, moment: Moment) -> tuple[MinuteLine, ...]:
    """Give every player at every frame by then; of a span its frames, the first with them."""
    moments: Moments = loaded.slices["moments"]
    cut = cut_of(moments, moment)
    shown = range(cut.first or 0, -1 if cut.last is None else cut.last + 1)
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
        if number in shown
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


def lane_lines(loaded: Sources, moment: Moment) -> list[LaneLine]:
    """Give both opponents of every role at both marks, or over the frames chosen.

    Of a game that ended before the last mark, its end stands beside the marks it reached.
    """
    laning: Laning = loaded.slices["laning"]
    moments: Moments = loaded.slices["moments"]
    reached = laning.marks if moment == Moment() else ()
    told = [line for mark in reached for line in _lanes(mark.lanes, (mark.at_s, 0, mark.frame_s))]
    if any(mark.at_s == MARKS_S[-1] for mark in reached) or not moments.at_s:
        return told
    cut = lane_cut(moments, moment)
    lanes = verdicts_over(moments, loaded.slices["events"], cut)
    return [*told, *_lanes(lanes, (None, cut.from_s, cut.to_s))]


def _lanes(lanes: Iterable[LaneVerdict], when: tuple[int | None, int, int]) -> Iterator[LaneLine]:
    for lane in lanes:
        for one, other in ((lane.a, lane.b), (lane.b, lane.a)):
            yield LaneLine(
                *when,
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


def visit_rows(loaded: Sources, moment: Moment) -> tuple[VisitRow, ...]:
    """Give every item of every shop visit between the frames chosen."""
    economy: Economy = loaded.slices["economy"]
    cut = cut_of(loaded.slices["moments"], moment)
    whole = moment == Moment()
    return tuple(
        VisitRow(visit.at_s, one.slot, one.champion_id, action, item)
        for one in economy.players
        for visit in one.visits or ()
        if whole or cut.from_s <= visit.at_s <= cut.to_s
        for action, items in (("bought", visit.bought), ("sold", visit.sold))
        for item in items
    )
