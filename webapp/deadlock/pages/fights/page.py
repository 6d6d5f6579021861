"""The Fights page: the list, and one fight in full, the largest unless another is chosen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from webapp.core.forms import blank
from webapp.core.fragments import drawn
from webapp.deadlock.domain.analysis.fights import Fight
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.combat.links import Choice, combat_links
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.combat.phases import phase_links, phase_shown
from webapp.deadlock.pages.deaths.opened import backdrop
from webapp.deadlock.pages.fights.asked import Asked, asked_of, listed, opened
from webapp.deadlock.pages.fights.drawn import fight_map
from webapp.deadlock.pages.fights.opened import OpenedFight, goes_on, opened_fight, shown_at
from webapp.deadlock.pages.fights.rows import FightRow, rows_of
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.deadlock.pages.map.cutout import Backdrop
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.charts import clock
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, Query

MAP = "map"


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list with the way to it."""

    row: FightRow
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class FightsPage:
    """The Fights page of one match; `known_by` is that of the analysis."""

    frame: Frame
    tab: str
    links: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    phases: tuple[Choice, ...]
    people: tuple[Fighter, ...]
    player: Fighter | None
    kept: tuple[tuple[str, str], ...]
    follows: int | str | None
    known_by: str
    heading: str
    in_all: int
    outside: int
    deaths: int
    title: str
    terms: dict[str, Term]
    rows: tuple[Listed, ...]
    opened: OpenedFight | None
    said: str
    before: Choice | None
    after: Choice | None
    backdrop: Backdrop | None
    csv: dict[str, str]


def fights_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> FightsPage | None:
    """Give the Fights page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *FIGHTS.slices, version=version)
    if loaded is None:
        return None
    people, story, rows = fighters_of(loaded), loaded.slices["fights"], rows_of(loaded)
    asked = asked_of(url_of(match_id), moment, query, {one.slot for one in people})
    among = listed(asked, story.fights)
    fight = opened(asked, story.fights, among)
    under = backdrop(loaded) if fight else None
    player = next((one for one in people if one.slot == asked.player), None)
    return FightsPage(
        frame=frame_of(loaded, "combat_fights", moment),
        tab="combat_fights",
        links=combat_links(asked.url, moment, "combat_fights", asked.player),
        kinds=_kinds(asked) if story.known_by == "combat" else (),
        phases=phase_links(loaded.row.duration_s, moment, lambda there: asked.href(moment=there)),
        people=people,
        player=player,
        kept=asked.kept,
        follows=None if moment.span else moment.second,
        known_by=story.known_by,
        heading=_heading(asked, player, len(among)),
        in_all=len(story.fights),
        outside=len(story.outside),
        deaths=len(loaded.slices["events"].kills),
        title=_title(asked, fight),
        terms={key.removeprefix("fight-"): TERMS[key] for key in TERMS if key.startswith("fight-")},
        rows=tuple(
            Listed(rows[one.number], asked.open_href(one), current=one == fight) for one in among
        ),
        opened=_opened(loaded, fight, moment) if fight else None,
        said=_said(asked, fight),
        before=_step(asked, among, fight, -1),
        after=_step(asked, among, fight, 1),
        backdrop=under[1] if under else None,
        csv=csv_links(
            asked.url,
            {"fights": asked.narrowing, "fighters": f"?fight={fight.number}" if fight else ""},
        ),
    )


def _chosen(loaded: Sources, moment: Moment, query: Query) -> tuple[list[Fight], Fight | None]:
    slots = {one.slot for one in fighters_of(loaded)}
    asked = asked_of(url_of(loaded.row.match_id), moment, query, slots)
    fights = loaded.slices["fights"].fights
    among = listed(asked, fights)
    return among, opened(asked, fights, among)


def _shows(loaded: Sources, moment: Moment, query: Query) -> Hashable:
    among, fight = _chosen(loaded, moment, query)
    ones = (*(one.number for one in among), phase_shown(loaded.row.duration_s, moment))
    if fight is None:
        return ones
    at = moment.at or 0
    return ones, fight.number, at == fight.start_s, at > fight.end_s, goes_on(fight, moment.at)


def _opened(loaded: Sources, fight: Fight, moment: Moment) -> OpenedFight:
    """Tell a fight; an open moment within it leaves its map blank."""
    told = opened_fight(loaded, fight, moment.at)
    if not (moment.open and told.map and goes_on(fight, moment.at)):
        return told
    return replace(told, map=replace(told.map, scene=blank(MAP)), map_clock=moment.clock)


def _map(loaded: Sources, moment: Moment, query: Query) -> str:
    _, fight = _chosen(loaded, moment, query)
    cut = fight_map(loaded, fight, shown_at(fight, moment.at)) if fight else None
    return drawn("deadlock/_cutout.html", "cutout", cut) if cut else ""


FIGHTS = Panel(
    "combat_fights", (*FRAME_SLICES, "deaths", "fights", "demo_fights"), _shows, {MAP: _map}
)


def _kinds(asked: Asked) -> tuple[Choice, ...]:
    return (
        Choice("With a death", asked.href(bloodless=False), not asked.bloodless),
        Choice("All", asked.href(bloodless=True), asked.bloodless),
    )


def _heading(asked: Asked, player: Fighter | None, count: int) -> str:
    whose = f"Fights {player.hero} was in" if player else "Fights"
    kind = "" if asked.bloodless else " with a death"
    span = asked.moment.span
    when = f", {' to '.join(asked.moment.clocks)}" if span else ""
    return f"{whose}{kind}{when}: {count}"


def _title(asked: Asked, fight: Fight | None) -> str:
    if fight is None:
        return ""
    named = asked.fight == fight.number or asked.moment.at is not None
    return f"Fight {fight.number}" if named else "The largest fight"


def _said(asked: Asked, fight: Fight | None) -> str:
    """Say why this fight is told when a moment is chosen."""
    at = asked.moment.at
    if fight is None or at is None or asked.moment.span or at == fight.start_s:
        return ""
    when = "Going on at" if at <= fight.end_s else "The last begun by"
    return f"{when} {asked.moment.clock}"


def _step(asked: Asked, among: list[Fight], fight: Fight | None, way: int) -> Choice | None:
    """Lead to the fight before or after the one told, among those listed."""
    if fight is None:
        return None
    others = [one for one in among if (one.number - fight.number) * way > 0]
    if not others:
        return None
    one = min(others, key=lambda other: other.number * way)
    return Choice(clock(one.start_s), asked.open_href(one), current=False)
