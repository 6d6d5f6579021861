"""Puts the Draft tab together; no moment of the match changes it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from webapp.dota2.domain.analysis.draft import Draft, Step
from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.dota2.pages.people import people_of
from webapp.dota2.pages.sources import load_sources
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, nothing_of_it

DRAFT = Panel("draft", (*FRAME_SLICES, "draft"), nothing_of_it)
WORDS = ("draft-order", "draft-took")


@dataclass(frozen=True, slots=True)
class StepView:
    """One pick or ban; `player` is who played a picked hero. Times are clocks."""

    number: int
    is_pick: bool
    side: str
    hero: str
    letters: str
    player: str
    took: str
    reserve: str


@dataclass(frozen=True, slots=True)
class Round:
    """Bans or picks that followed each other."""

    name: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One side: its heroes in order, its bans, and how long its turns took."""

    side: str
    name: str
    picks: tuple[str, ...]
    bans: tuple[str, ...]
    took: str


@dataclass(frozen=True, slots=True)
class HeroView:
    """A hero somebody played, for a match without a recorded draft."""

    side: str
    hero: str
    letters: str
    player: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The Draft tab; `rounds` are empty where no draft is recorded."""

    frame: Frame
    tab: str
    mode: str
    order: str
    timed: bool
    rounds: tuple[Round, ...]
    sides: tuple[SideView, ...]
    played: tuple[HeroView, ...]
    terms: dict[str, Term]


def draft_page(match_id: int, moment: Moment, version: str | None = None) -> DraftPage | None:
    """Give the Draft of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *DRAFT.slices, version=version)
    if loaded is None:
        return None
    draft: Draft = loaded.slices["draft"]
    return DraftPage(
        frame=frame_of(loaded, "draft", moment),
        tab="draft",
        mode=loaded.names.game_mode(loaded.row.game_mode) or "mode not recorded",
        order=_order(draft),
        timed=draft.timed,
        rounds=_rounds(loaded, draft),
        sides=_sides(loaded, draft),
        played=tuple(
            HeroView(one.side, one.hero, one.letters, one.player)
            for one in people_of(loaded).values()
        ),
        terms={key: TERMS[key] for key in WORDS},
    )


def _order(draft: Draft) -> str:
    """Say who began, and whether the steps follow the order of their time."""
    if not draft.steps:
        return ""
    began = f"{SIDE_NAMES[draft.first]} began. " if draft.first else ""
    if draft.as_ordered is None and draft.order_name:
        return f"{began}No Captains Mode order is known here of that time."
    if draft.as_ordered is None:
        return "The list stands as the game sent it."
    if draft.as_ordered:
        return f"{began}All {len(draft.steps)} steps follow the Captains Mode order of their time."
    return f"{began}The steps do not follow the Captains Mode order known of that time."


def _rounds(loaded: Any, draft: Draft) -> tuple[Round, ...]:
    found = []
    for (is_pick, phase), steps in groupby(draft.steps, key=lambda one: (one.is_pick, one.phase)):
        name = f"{'Picks' if is_pick else 'Bans'}, round {phase}"
        found.append(Round(name, tuple(_step(loaded, one) for one in steps)))
    return tuple(found)


def _step(loaded: Any, one: Step) -> StepView:
    hero = loaded.names.hero(one.hero_id)
    person = people_of(loaded).get(-1 if one.slot is None else one.slot)
    return StepView(
        number=one.number,
        is_pick=one.is_pick,
        side=one.side or "",
        hero=hero.name,
        letters=hero.letters,
        player=person.player if person else "",
        took="" if one.took_s is None else clock(one.took_s),
        reserve="" if one.reserve_left_s is None else clock(one.reserve_left_s),
    )


def _sides(loaded: Any, draft: Draft) -> tuple[SideView, ...]:
    if not draft.steps:
        return ()

    def named(heroes: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(loaded.names.hero(one).name for one in heroes)

    return tuple(
        SideView(
            side=one.side,
            name=SIDE_NAMES[one.side],
            picks=named(one.picks),
            bans=named(one.bans),
            took="" if one.took_s is None else clock(one.took_s),
        )
        for one in (draft.side_a, draft.side_b)
    )
