"""The Win chance tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.domain.winning.samples import is_usual
from webapp.dota2.pages.chance.state import state_of
from webapp.dota2.pages.chance.story import can_tell, lead_at, lead_words, story_of
from webapp.dota2.pages.chance.view import StateView, SwingRow
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.sources import Sources, load_sources
from webapp.dota2.store.chances import Standing, load_standing
from webapp.matchplay.charts import LineChart, clock
from webapp.matchroom.chance_shown import ModelNote, Shortage, model_note, shortage_of
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

MOST_SWINGS = 12


@dataclass(frozen=True, slots=True)
class ChancePage:
    """The Win chance tab.

    `nothing` says why there is no chance of this match whatever the model, and is empty where
    there could be one; `shortage` stands where there is no model. Then `ahead`, the gold lead at
    the chosen second, stands in for `state`, and `swings` are told in gold.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    at: str
    parsed: bool
    can_parse: bool
    model: ModelNote | None
    shortage: Shortage | None
    nothing: str
    chart: LineChart | None
    state: StateView | None
    ahead: str
    swings: tuple[SwingRow, ...]
    left_out: int
    csv: dict[str, str]
    terms: dict[str, Term]


def chance_page(match_id: int, moment: Moment, version: str | None = None) -> ChancePage | None:
    """Give the Win chance of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *CHANCE.slices, version=version)
    if loaded is None:
        return None
    standing = load_standing()
    chart = story_of(loaded, standing.model).chart
    swings = _swings(loaded, standing, moment)
    frame = frame_of(loaded, "chance", moment)
    return ChancePage(
        frame=frame,
        tab="chance",
        follows=None if moment.span else moment.second,
        when=_when(moment),
        at=_clock(moment, loaded.row.duration_s),
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "chance"),
        model=model_note(standing),
        shortage=shortage_of(standing),
        nothing=_nothing(loaded),
        chart=on_chart(chart, moment, both=True) if chart else None,
        state=_state(loaded, standing, moment),
        ahead=_ahead(loaded, moment),
        swings=swings[:MOST_SWINGS],
        left_out=max(len(swings) - MOST_SWINGS, 0),
        csv=csv_links(frame.url, {"chances": moment.query, "lead": moment.query}),
        terms={key: term for key, term in TERMS.items() if key.startswith("chance-")},
    )


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    """Say what a moment comes to: the state without its second, and the minutes it leaves."""
    standing = load_standing()
    state = _state(loaded, standing, moment)
    return (
        replace(state, at_s=0, clock="") if state else _ahead(loaded, moment),
        _second(moment, loaded.row.duration_s) >= loaded.row.duration_s,
        _swings(loaded, standing, moment),
    )


CHANCE = Panel("chance", FRAME_SLICES, _shows)


def _nothing(loaded: Sources) -> str:
    if not is_usual(loaded.row.game_mode):
        return "The model knows five against five by the usual rules, and no other mode."
    if not can_tell(loaded):
        return "How this match stood by the minute is not recorded in full."
    return ""


def _when(moment: Moment) -> str:
    if moment.span:
        return " to ".join(moment.clocks)
    return "whole match" if moment.at is None else f"up to {moment.clock}"


def _second(moment: Moment, duration_s: int) -> int:
    """Give the second whose state is shown: the chosen one, a span's end, else the last."""
    if moment.span:
        return moment.span[1]
    return duration_s if moment.at is None else moment.at


def _clock(moment: Moment, duration_s: int) -> str:
    if moment.span:
        return moment.clocks[1]
    return clock(duration_s) if moment.at is None else moment.clock


def _state(loaded: Sources, standing: Standing, moment: Moment) -> StateView | None:
    """Take the chance at the chosen second apart; an open moment leaves the second blank."""
    if standing.model is None or not can_tell(loaded):
        return None
    duration_s = loaded.row.duration_s
    at_s = _second(moment, duration_s)
    state = state_of(loaded, standing.model, at_s)
    if not moment.open or at_s >= duration_s:
        return state
    second = moment.ends[1] if moment.span else moment.second
    return replace(state, at_s=second, clock=_clock(moment, duration_s))


def _ahead(loaded: Sources, moment: Moment) -> str:
    lead = lead_at(loaded.slices["lead"], _second(moment, loaded.row.duration_s))
    return "" if lead is None else lead_words(lead)


def _swings(loaded: Sources, standing: Standing, moment: Moment) -> tuple[SwingRow, ...]:
    """Give the minutes of the chosen stretch that moved something, the largest first."""
    first, last = moment.span or (0, _second(moment, loaded.row.duration_s))
    found = story_of(loaded, standing.model).swings
    chosen = [one for one in found if one.side and one.to_s > first and one.to_s <= last]
    return tuple(sorted(chosen, key=lambda one: (-_size(one), one.from_s)))


def _size(swing: SwingRow) -> float:
    return float(swing.gained.replace(",", ""))
