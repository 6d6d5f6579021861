"""The Vision tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.lol.domain.analysis.vision import PlayerVision, by_phase
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import Window, follows, until, until_words
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

CONTROL = 1
"""Where control wards stand among the kinds."""

TABLES = ("wards", "vision")


@dataclass(frozen=True, slots=True)
class VisionRow:
    """One player: wards of the stretch by phase; score and purchases of the whole match."""

    seat: Seat
    placed: str
    phases: tuple[str, ...]
    cleared: str
    control: str
    bought: str
    score: str
    percent: int


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side's sums of the stretch."""

    side: str
    placed: int
    cleared: int
    control: int


@dataclass(frozen=True, slots=True)
class VisionPage:
    """The Vision tab; `nothing` says why wards are not dated, empty where they are."""

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    nothing: str
    left_out: int
    players: tuple[VisionRow, ...]
    sides: tuple[SideRow, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def vision_page(match_id: str, moment: Moment, version: str | None = None) -> VisionPage | None:
    """Give the Vision of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *VISION.slices, version=version)
    if loaded is None:
        return None
    players, sides = _seen(loaded, moment)
    story = loaded.slices["vision"]
    return VisionPage(
        frame=frame_of(loaded, "vision", moment),
        tab="vision",
        follows=follows(moment),
        when=until_words(moment),
        nothing="" if story.recorded else NOT_RECORDED,
        left_out=story.left_out,
        players=players,
        sides=sides,
        csv=csv_links(url_of(match_id), dict.fromkeys(TABLES, moment.query)),
        terms={key: TERMS[key] for key in WORDS},
    )


WORDS = ("vision-placed", "vision-cleared", "vision-phase", "vision", "control-wards")
NOT_RECORDED = "This match has no timeline of events: wards are known by their sums alone."


def _seen(loaded: Sources, moment: Moment) -> tuple[tuple[VisionRow, ...], tuple[SideRow, ...]]:
    story, seats = loaded.slices["vision"], seats_of(loaded)
    window = until(moment, loaded.row.duration_s)
    largest = max((one.score or 0 for one in story.players), default=0)
    rows = tuple(
        _row(one, seats[one.slot], window, largest, recorded=story.recorded)
        for one in story.players
        if one.slot in seats
    )
    if not story.recorded:
        return rows, ()
    return rows, tuple(row for side in "ab" if (row := _side(story.players, side, window)))


def _row(
    one: PlayerVision, seat: Seat, window: Window, largest: int, *, recorded: bool
) -> VisionRow:
    placed = _within(one.placed_at_s, window)
    control = _within(one.placed_at_s[CONTROL : CONTROL + 1], window)
    return VisionRow(
        seat=seat,
        placed=str(len(placed)) if recorded else _number(one.said_placed),
        phases=tuple(str(count) for count in by_phase(placed)) if recorded else ("–",) * 3,
        cleared=str(len(_within(one.cleared_at_s, window)))
        if recorded
        else _number(one.said_cleared),
        control=str(len(control)) if recorded else _number(one.control_placed),
        bought=_number(one.control_bought),
        score=_number(one.score),
        percent=round(100 * (one.score or 0) / largest) if largest else 0,
    )


def _side(players: tuple[PlayerVision, ...], side: str, window: Window) -> SideRow | None:
    own = [one for one in players if one.side == side]
    if not own:
        return None
    return SideRow(
        side,
        sum(len(_within(one.placed_at_s, window)) for one in own),
        sum(len(_within(one.cleared_at_s, window)) for one in own),
        sum(len(_within(one.placed_at_s[CONTROL : CONTROL + 1], window)) for one in own),
    )


def _within(kinds: tuple[tuple[int, ...], ...], window: Window) -> list[int]:
    return [at_s for kind in kinds for at_s in kind if window.holds(at_s)]


def _number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return _seen(loaded, moment)


VISION = Panel("vision", (*FRAME_SLICES, "vision"), _shows)
