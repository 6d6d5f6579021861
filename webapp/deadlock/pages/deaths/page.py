"""The Deaths page: the list, one player's as cards with a small map each, and one death in full."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.deaths import DeathTold
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.links import Choice, combat_links
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.combat.phases import phase_links, phase_shown
from webapp.deadlock.pages.deaths.asked import Asked, asked_of, key_of, listed, opened
from webapp.deadlock.pages.deaths.opened import OpenedDeath, backdrop, map_of, opened_death
from webapp.deadlock.pages.deaths.rows import DeathRow, rows_of
from webapp.deadlock.pages.deaths.totals import PlayerTotal, totals_of
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.deadlock.pages.map.cutout import Backdrop, Cutout
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.charts import clock
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list with the way to it; `map` is drawn when one player's are listed."""

    row: DeathRow
    href: str
    current: bool
    map: Cutout | None


@dataclass(frozen=True, slots=True)
class DeathsPage:
    """The Deaths page of one match; `follows` is the moment shown, None for none."""

    frame: Frame
    tab: str
    links: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    phases: tuple[Choice, ...]
    people: tuple[Fighter, ...]
    player: Fighter | None
    kept: tuple[tuple[str, str], ...]
    follows: int | str | None
    heading: str
    shown: str
    in_all: int
    has_took: bool
    terms: dict[str, Term]
    totals: tuple[PlayerTotal, ...]
    rows: tuple[Listed, ...]
    opened: OpenedDeath | None
    said: str
    before: Choice | None
    after: Choice | None
    backdrop: Backdrop | None
    csv: dict[str, str]


def deaths_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> DeathsPage | None:
    """Give the Deaths page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *DEATHS.slices, version=version)
    if loaded is None:
        return None
    people = fighters_of(loaded)
    asked = asked_of(url_of(match_id), moment, query, {one.slot: one.side for one in people})
    deaths, rows = loaded.slices["deaths"].deaths, rows_of(loaded)
    among = listed(asked, deaths)
    number = opened(asked, deaths, among)
    player = next((one for one in people if one.slot == asked.player), None)
    under = backdrop(loaded) if player or number is not None else None
    return DeathsPage(
        frame=frame_of(loaded, "combat_deaths", moment),
        tab="combat_deaths",
        links=combat_links(asked.url, moment, "combat_deaths", asked.player),
        sides=_side_links(asked),
        phases=phase_links(loaded.row.duration_s, moment, lambda there: asked.href(moment=there)),
        people=people,
        player=player,
        kept=asked.kept,
        follows=None if moment.span else moment.second,
        heading=_heading(asked, player, len(among)),
        shown=_shown(moment),
        in_all=len(deaths),
        has_took=any(row.took_s for row in rows),
        terms={key.removeprefix("death-"): TERMS[key] for key in TERMS if key.startswith("death-")},
        totals=_totals(asked, people, [deaths[one] for one in among]),
        rows=tuple(_listed(loaded, asked, rows[one], one == number) for one in among),
        opened=None if number is None else opened_death(loaded, number, rows[number].fight),
        said=_said(moment, deaths, number),
        before=_step(asked, deaths, among, number, -1),
        after=_step(asked, deaths, among, number, 1),
        backdrop=under[1] if under else None,
        csv=_csv(asked, None if number is None else deaths[number]),
    )


def _csv(asked: Asked, told: DeathTold | None) -> dict[str, str]:
    """Lead to the tables of what is shown: the deaths listed, and the one told."""
    named = f"?death={key_of(told)}" if told else ""
    queries = {"deaths": asked.narrowing, "death-totals": asked.narrowing, "recaps": named}
    return csv_links(asked.url, queries)


def _shows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> Hashable:
    sides = {one.slot: one.side for one in fighters_of(loaded)}
    asked = asked_of(url_of(loaded.row.match_id), moment, query, sides)
    deaths = loaded.slices["deaths"].deaths
    among = listed(asked, deaths)
    number = opened(asked, deaths, among)
    phase = phase_shown(loaded.row.duration_s, moment)
    return tuple(among), phase, number, number is not None and deaths[number].at_s == moment.at


DEATHS = Panel("combat_deaths", (*FRAME_SLICES, "deaths", "fights", "demo_hits"), _shows)


def _listed(loaded: Sources, asked: Asked, row: DeathRow, current: bool) -> Listed:  # noqa: FBT001
    death = loaded.slices["deaths"].deaths[row.number]
    drawn = map_of(loaded, death) if asked.player is not None else None
    return Listed(row, asked.open_href(death), current, drawn)


def _totals(
    asked: Asked, people: Sequence[Fighter], deaths: Sequence[DeathTold]
) -> tuple[PlayerTotal, ...]:
    """Add up the deaths listed, most first; one player alone needs no sums."""
    if asked.player is not None:
        return ()
    lines = {one.slot: one for one in totals_of(deaths)}
    most = max((one.deaths for one in lines.values()), default=0)
    found = [
        PlayerTotal(
            fighter=one,
            line=lines[one.slot],
            href=asked.href(player=one.slot, side=None),
            percent=round(100 * lines[one.slot].deaths / most),
        )
        for one in people
        if one.slot in lines
    ]
    return tuple(sorted(found, key=lambda one: (-one.line.deaths, one.fighter.slot)))


def _side_links(asked: Asked) -> tuple[Choice, ...]:
    both = Choice("Both sides", asked.href(side=None, player=None), asked.side is None)
    return (
        both,
        *(
            Choice(name, asked.href(side=side, player=None), asked.side == side)
            for side, name in SIDE_NAMES.items()
        ),
    )


def _heading(asked: Asked, player: Fighter | None, count: int) -> str:
    whose = f"{player.hero}’s deaths" if player else "Deaths"
    if asked.side:
        whose = f"{SIDE_NAMES[asked.side]}’s deaths"
    span = asked.moment.span
    when = f" from {' to '.join(asked.moment.clocks)}" if span else ""
    return f"{whose}{when}: {count}"


def _shown(moment: Moment) -> str:
    if moment.span is None:
        return "The whole match"
    return f"From {' to '.join(moment.clocks)}"


def _said(moment: Moment, deaths: Sequence[DeathTold], number: int | None) -> str:
    """Say why this death is told when the moment chosen is another."""
    if number is None or moment.at is None or deaths[number].at_s == moment.at:
        return ""
    return f"The last by {moment.clock}"


def _step(
    asked: Asked, deaths: Sequence[DeathTold], among: Sequence[int], number: int | None, way: int
) -> Choice | None:
    """Lead to the death before or after the one told, among those listed."""
    if number is None:
        return None
    others = [one for one in among if (one - number) * way > 0]
    if not others:
        return None
    one = deaths[min(others) if way > 0 else max(others)]
    return Choice(clock(one.at_s), asked.open_href(one), current=False)
