"""The Win chance tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.chance.state import state_of
from webapp.deadlock.pages.chance.story import Story, story_of
from webapp.deadlock.pages.chance.view import StateView, StretchRow, SwingRow
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.deadlock.store.chances import load_standing
from webapp.matchplay.charts import LineChart
from webapp.matchplay.winning import Model
from webapp.matchroom.chance_shown import ModelNote, Shortage, model_note, shortage_of
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

MOST_SWINGS = 12


@dataclass(frozen=True, slots=True)
class ChancePage:
    """The Win chance tab; `shortage` stands where there is no model, and then no chance does.

    `follows` is the moment it shows, None for the whole match; `query` is that of its tables.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    query: str
    when: str
    model: ModelNote | None
    shortage: Shortage | None
    chart: LineChart | None
    state: StateView | None
    swings: tuple[SwingRow, ...]
    left_out: int
    stretches: tuple[StretchRow, ...]
    terms: dict[str, Term]


def chance_page(match_id: int, moment: Moment, version: str | None = None) -> ChancePage | None:
    """Give the Win chance of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *CHANCE.slices, version=version)
    if loaded is None:
        return None
    standing = load_standing()
    model = standing.model
    story = story_of(loaded, model)
    swings = _swings(story, moment)
    return ChancePage(
        frame=frame_of(loaded, "chance", moment),
        tab="chance",
        follows=None if moment.span else moment.second,
        query=moment.query,
        when=_when(moment),
        model=model_note(standing),
        shortage=shortage_of(standing),
        chart=on_chart(story.chart, moment, both=True) if story.chart else None,
        state=_state(loaded, model, moment) if model else None,
        swings=swings[:MOST_SWINGS],
        left_out=max(len(swings) - MOST_SWINGS, 0),
        stretches=stretches_in(story, moment),
        terms={key: term for key, term in TERMS.items() if key.startswith("chance-")},
    )


def second_of(moment: Moment, duration_s: int) -> int:
    """Say which second is taken apart: the chosen one, else the end of the span or the match."""
    if moment.span:
        return moment.span[1]
    return duration_s if moment.at is None else moment.at


def stretches_in(story: Story, moment: Moment) -> tuple[StretchRow, ...]:
    """Give the stretches that lie in a span, in part at least; all without one."""
    if not moment.span:
        return story.stretches
    first, last = moment.span
    return tuple(one for one in story.stretches if one.from_s < last and one.to_s > first)


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    """Say what a moment comes to: the state without its second, and what fell into a span."""
    model, duration_s = load_standing().model, loaded.row.duration_s
    story, at_s = story_of(loaded, model), second_of(moment, duration_s)
    state = state_of(loaded, model, at_s) if model else None
    return (
        at_s if at_s >= duration_s else None,
        replace(state, at_s=0, clock="") if state else None,
        (_swings(story, moment), stretches_in(story, moment)) if moment.span else None,
    )


CHANCE = Panel("chance", FRAME_SLICES, _shows)


def _when(moment: Moment) -> str:
    if moment.span:
        return " to ".join(moment.clocks)
    return "whole match"


def _state(loaded: Sources, model: Model, moment: Moment) -> StateView:
    """Take the chance at the chosen second apart; an open moment leaves the second blank."""
    duration_s = loaded.row.duration_s
    at_s = second_of(moment, duration_s)
    state = state_of(loaded, model, at_s)
    if not moment.open or at_s >= duration_s:
        return state
    if moment.span:
        return replace(state, at_s=moment.ends[1], clock=moment.clocks[1])
    return replace(state, at_s=moment.second, clock=moment.clock)


def _swings(story: Story, moment: Moment) -> tuple[SwingRow, ...]:
    """Give what happened, the largest swing first; within a span what fell into it."""
    first, last = moment.span or (0, max((one.at_s for one in story.swings), default=0))
    chosen = [one for one in story.swings if first <= one.at_s <= last and one.side]
    return tuple(sorted(chosen, key=lambda one: (-one.percent, one.at_s)))
