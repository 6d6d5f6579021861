"""The Combat tab's first page: the damage matrix by player, by source, for any stretch of it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from webapp.core.holding import holding
from webapp.deadlock.domain.combat import Ledger, ledger_of, whole
from webapp.deadlock.domain.combat.stats import Stat, stat_of
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.combat.asked import Asked, asked_of, chosen_source, chosen_stat
from webapp.deadlock.pages.combat.check import scoreboard_check
from webapp.deadlock.pages.combat.course import course_of
from webapp.deadlock.pages.combat.kinds import KindTable, kind_table
from webapp.deadlock.pages.combat.links import Choice, combat_links
from webapp.deadlock.pages.combat.matrix import Matrix, Sums, matrix_of
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.combat.ranked import (
    Half,
    Ranking,
    View,
    dealt_by,
    largest_sources,
    taken_by,
)
from webapp.deadlock.pages.combat.spans import cut_of, said_of, snapped, span_links
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.charts import LineChart
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

LEDGERS_HELD = 16
SCOREBOARD_WORDS = {"damage": "player-damage", "healing": "healing"}
"""Figures the scoreboard has too: they are defined there."""


@dataclass(frozen=True, slots=True)
class Duel:
    """One player's part: what they did and what was done to them, perhaps with one other."""

    player: Fighter
    target: Fighter | None
    deaths_url: str
    course: LineChart
    halves: tuple[Half, ...]


@dataclass(frozen=True, slots=True)
class Explorer:
    """The figure shown, over the stretch shown; `alone` says of which source, if of one."""

    stat: Stat
    terms: dict[str, Term]
    shown: str
    alone: str
    all_url: str
    check: str
    matrix: Matrix
    duel: Duel | None
    kinds: KindTable
    sources: Ranking


@dataclass(frozen=True, slots=True)
class CombatPage:
    """The damage page of one match; `explorer` is None when the match has no matrix.

    `follows` is the moment shown, None for a span or the whole match; `kept` is what a form sends
    along with other players.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    links: tuple[Choice, ...]
    spans: tuple[Choice, ...]
    stats: tuple[Choice, ...]
    people: tuple[Fighter, ...]
    kept: tuple[tuple[str, str], ...]
    csv_url: str
    explorer: Explorer | None


def combat_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> CombatPage | None:
    """Give the damage page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *COMBAT.slices, version=version)
    if loaded is None:
        return None
    ledger, people = _ledger(loaded), fighters_of(loaded)
    asked = asked_of(url_of(match_id), moment, query, [one.slot for one in people])
    stat = chosen_stat(asked, ledger.stats)
    source = chosen_source(asked, ledger, stat)
    asked = replace(asked, stat=None if stat.word == "damage" else stat.slug, source=source)
    return CombatPage(
        frame=frame_of(loaded, "combat", moment),
        tab="combat",
        follows=None if moment.span else moment.second,
        links=combat_links(asked.url, moment, "combat", asked.player),
        spans=span_links(ledger.samples_s, asked),
        stats=_stat_links(ledger, asked, stat),
        people=people,
        kept=asked.kept,
        csv_url=asked.address("/combat.csv"),
        explorer=_explorer(loaded, asked, stat) if ledger.stats else None,
    )


@holding(LEDGERS_HELD)
def _ledger(loaded: Sources) -> Ledger:
    return ledger_of(loaded.slices["damage"])


@holding(LEDGERS_HELD)
def _part(ledger: Ledger, source: str) -> Ledger:
    return ledger.only(source)


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return snapped(_ledger(loaded).samples_s, moment)


COMBAT = Panel("combat", (*FRAME_SLICES, "damage"), _shows)


def _stat_links(ledger: Ledger, asked: Asked, shown: Stat) -> tuple[Choice, ...]:
    stats = [stat_of(word) for word in ledger.stats]
    return tuple(Choice(one.label, asked.href(stat=one.slug), one == shown) for one in stats)


def _explorer(loaded: Sources, asked: Asked, stat: Stat) -> Explorer:
    every, people = _ledger(loaded), fighters_of(loaded)
    ledger = every if asked.source is None else _part(every, asked.source)
    cut = cut_of(ledger.samples_s, asked.moment)
    everything = whole(ledger.samples_s)
    sums = Sums(ledger.by_pair(stat.word, cut), ledger.by_pair(stat.word, everything))
    view = View(ledger, every, stat, cut, people, loaded.names, asked)
    return Explorer(
        stat=stat,
        terms={key: TERMS[f"combat-{key}"] for key in ("kinds", "rest", "share")}
        | {"stat": term_of(stat)},
        shown=said_of(cut, asked.moment),
        alone=view.alone,
        all_url=asked.href(source=None),
        check=scoreboard_check(loaded, stat, sums)
        if cut == everything and asked.source is None
        else "",
        matrix=matrix_of(people, sums, asked),
        duel=_duel(view, sums),
        kinds=kind_table(view),
        sources=largest_sources(view),
    )


def term_of(stat: Stat) -> Term:
    """Give the term of a figure; one the game added lately has that of figures without a word."""
    key = SCOREBOARD_WORDS.get(stat.slug, f"combat-{stat.slug}")
    return TERMS.get(key, TERMS["combat-other"])


def _duel(view: View, sums: Sums) -> Duel | None:
    by_slot = {one.slot: one for one in view.people}
    if not by_slot:
        return None
    largest = max(view.people, key=lambda one: int(sums.ever[one.slot, 1:].sum()))
    player = by_slot.get(view.asked.player or -1, largest)
    target = by_slot.get(view.asked.target or -1)
    chosen = replace(view, asked=replace(view.asked, player=player.slot))
    both = _has_others(sums, view.people)
    course = course_of(chosen, player, target, both=both)
    halves = [dealt_by(chosen, player, target)]
    if both:
        halves.append(taken_by(chosen, player, target))
    deaths = replace(chosen.asked, stat=None, target=None, source=None).address("/combat/deaths")
    return Duel(player, target, deaths, course, tuple(halves))


def _has_others(sums: Sums, people: tuple[Fighter, ...]) -> bool:
    """Say whether anybody did this to anybody else; if not, both halves would be the same."""
    return any(
        sums.ever[one.slot, other.slot] for one in people for other in people if one != other
    )
