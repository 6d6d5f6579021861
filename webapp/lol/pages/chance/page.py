"""The Win chance tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime

from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.chance.state import state_of
from webapp.lol.pages.chance.story import chart_of, swings_of
from webapp.lol.pages.chance.view import StateView, SwingRow
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import follows, seen_at, until, until_words
from webapp.lol.store.chances import Standing, load_standing
from webapp.matchplay.charts import LineChart
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

MOST_SWINGS = 12


@dataclass(frozen=True, slots=True)
class ModelNote:
    """Which model speaks: `first` came with the program; `held_matches` 0 is judged in turn."""

    version: str
    fitted_at: datetime
    matches: int
    held_matches: int
    first: bool
    demo: bool


@dataclass(frozen=True, slots=True)
class ChancePage:
    """The Win chance tab; `nothing` says why there is no chance, empty where there is one."""

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    model: ModelNote
    nothing: str
    chart: LineChart | None
    state: StateView | None
    swings: tuple[SwingRow, ...]
    left_out: int
    csv: dict[str, str]
    terms: dict[str, Term]


def chance_page(match_id: str, moment: Moment, version: str | None = None) -> ChancePage | None:
    """Give the Win chance of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *CHANCE.slices, version=version)
    if loaded is None:
        return None
    standing = load_standing()
    chart = chart_of(loaded, standing.model)
    swings = _swings(loaded, standing, moment)
    return ChancePage(
        frame=frame_of(loaded, "chance", moment),
        tab="chance",
        follows=follows(moment),
        when=until_words(moment),
        model=_note(standing),
        nothing="" if chart else _nothing(loaded),
        chart=on_chart(chart, moment, both=True) if chart else None,
        state=_state(loaded, standing, moment),
        swings=swings[:MOST_SWINGS],
        left_out=max(len(swings) - MOST_SWINGS, 0),
        csv=csv_links(url_of(match_id), {"chances": moment.query}),
        terms={key: term for key, term in TERMS.items() if key.startswith("chance-")},
    )


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    standing = load_standing()
    return _state(loaded, standing, moment), _swings(loaded, standing, moment)


CHANCE = Panel("chance", (*FRAME_SLICES, "known"), _shows)


def _note(standing: Standing) -> ModelNote:
    one = standing.model
    return ModelNote(
        one.version, one.fitted_at, one.matches, one.held_matches, standing.first, standing.demo
    )


def _nothing(loaded: Sources) -> str:
    if loaded.slices["scoreboard"].mode != "rift":
        return "The model knows games of five against five on Summoner’s Rift, and no others."
    return "This match has no timeline of events, so how it stood by the minute is not recorded."


def _state(loaded: Sources, standing: Standing, moment: Moment) -> StateView | None:
    at_s = seen_at(moment, loaded.row.duration_s)
    return state_of(loaded.slices["known"], standing.model, at_s)


def _swings(loaded: Sources, standing: Standing, moment: Moment) -> tuple[SwingRow, ...]:
    """Give the turning points of the chosen stretch, the largest first."""
    window = until(moment, loaded.row.duration_s)
    found = swings_of(loaded, standing.model)
    chosen = [one for one in found if one.side and window.holds(one.to_s)]
    return tuple(sorted(chosen, key=lambda one: (-float(one.points), one.from_s)))
