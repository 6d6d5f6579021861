"""Puts the Combat tab together: a cross table, everybody's figures, one player in full."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.combat import Fighter
from webapp.dota2.domain.terms import Term
from webapp.dota2.pages.called import source_called, unit_called
from webapp.dota2.pages.combat.matrix import KINDS, SideTable, tables_of
from webapp.dota2.pages.combat.one import OneFighter, one_fighter
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import terms_of
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, Query

MULTI = {2: "double", 3: "triple", 4: "ultra", 5: "rampage"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, with the way to it."""

    word: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One player's figures; None where not recorded, `hit_at_s` where the hit has a second."""

    person: Person
    href: str
    hero_damage: int | None
    stuns_s: float | None
    participation: int | None
    hit: str
    hit_at_s: int | None
    streak: int | None
    multi: str | None
    dead: str | None
    died_to: str


@dataclass(frozen=True, slots=True)
class CombatPage:
    """The Combat tab; `tables` is None where nothing was recorded."""

    frame: Frame
    tab: str
    title: str
    parsed: bool
    can_parse: bool
    kind: str
    kinds: tuple[Choice, ...]
    tables: tuple[SideTable, ...] | None
    rows: tuple[FigureRow, ...]
    one: OneFighter | None
    terms: dict[str, Term]


def combat_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> CombatPage | None:
    """Give the Combat page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *COMBAT.slices, version=version)
    if loaded is None:
        return None
    kind, slot = _kind(query), _slot(loaded, query)
    fighter = next((one for one in loaded.slices["combat"].players if one.slot == slot), None)
    url = f"{url_of(match_id)}/combat"
    return CombatPage(
        frame=frame_of(loaded, "combat", moment),
        tab="combat",
        title=f"{KINDS[kind][0]}, whole match",
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "combat"),
        kind=kind,
        kinds=tuple(
            Choice(word, _href(url, moment, name, slot), name == kind)
            for name, (word, _, _) in KINDS.items()
        ),
        tables=tables_of(loaded, kind),
        rows=tuple(
            _figures(loaded, one, _href(url, moment, kind, one.slot))
            for one in loaded.slices["combat"].players
            if one.slot in people_of(loaded)
        ),
        one=one_fighter(loaded, fighter) if fighter else None,
        terms=terms_of("combat"),
    )


def _kind(query: Mapping[str, str]) -> str:
    kind = query.get("show", "")
    return kind if kind in KINDS else "damage"


def _slot(loaded: Any, query: Mapping[str, str]) -> int:
    """Give the player to show in full: the one asked for, else the one with the most damage."""
    asked = query.get("player", "")
    if asked.isascii() and asked.isdigit() and len(asked) == 1 and int(asked) in people_of(loaded):
        return int(asked)
    fighters = loaded.slices["combat"].players
    ranked = sorted(fighters, key=lambda one: (-sum(one.dealt or ()), one.slot))
    return ranked[0].slot if ranked else 0


def _href(url: str, moment: Moment, kind: str, slot: int) -> str:
    ends = dict(zip(("from", "to"), moment.ends, strict=True)) if moment.span else {}
    at = {} if moment.span or moment.at is None else {"t": moment.second}
    parts = {**at, **ends, "show": kind, "player": slot}
    return url + "?" + "&".join(f"{name}={value}" for name, value in parts.items())


def _figures(loaded: Any, one: Fighter, href: str) -> FigureRow:
    hit, people = one.hit, people_of(loaded)
    victim = people.get(-1 if hit is None or hit.victim is None else hit.victim)
    on = f" on {victim.hero}" if victim else ""
    said = f"{hit.damage:,} {source_called(loaded.names, hit.source)}{on}" if hit else ""
    return FigureRow(
        person=people[one.slot],
        href=href,
        hero_damage=one.hero_damage,
        stuns_s=one.stuns_s,
        participation=None if one.participation is None else round(100 * one.participation),
        hit=said,
        hit_at_s=hit.at_s if hit else None,
        streak=None if one.streaks is None else max((size for size, _ in one.streaks), default=0),
        multi=None if one.multi_kills is None else _multi(one.multi_kills),
        dead=None if one.dead_s is None else clock(one.dead_s),
        died_to=", ".join(
            f"{unit_called(unit)} ×{count}" if count > 1 else unit_called(unit)
            for unit, count in one.died_to or ()
        ),
    )


def _multi(sizes: tuple[tuple[int, int], ...]) -> str:
    said = [f"{count} {MULTI.get(size, f'of {size}')}" for size, count in sizes]
    return ", ".join(reversed(said))


def _shows(_loaded: Any, _moment: Moment, _query: Query) -> Hashable:
    return None


COMBAT = Panel("combat", (*FRAME_SLICES, "combat"), _shows)
