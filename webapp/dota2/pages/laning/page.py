"""Puts the Laning tab together from stored slices, at 10:00 or over what was chosen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.analysis.laning import (
    LANING_ENDS_S,
    LaneKill,
    Standing,
    standing_over,
)
from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.laning.course import FIGURES, SHOWN_S, course_chart
from webapp.dota2.pages.laning.duel import Duel, duel_of
from webapp.dota2.pages.laning.places import Place, places_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.stretch import Choice, Stretch, stretch_of
from webapp.matchplay.charts import LineChart, clock
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

WORDS = ("lane-verdict", "lane-place", "lane-role", "lane-efficiency", "lane-position")
OFFERED_S = (180, 300, 480, 600, 900)
CHARTS_HELD = 32


@dataclass(frozen=True, slots=True)
class KillLine:
    """One kill of the laning phase."""

    clock: str
    href: str
    killer: Person
    victim: Person


@dataclass(frozen=True, slots=True)
class LaningPage:
    """The Laning tab of one match.

    `lanes_known` is False where no positions are recorded; `kills` is None where no kills are.
    Charts go as far as the minute shown, and to 15:00 at least.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    parsed: bool
    can_parse: bool
    lanes_known: bool
    said: str
    late: bool
    lanes: tuple[Duel, ...]
    chart: LineChart | None
    xp_chart: LineChart | None
    last_hits_chart: LineChart | None
    net_worth_chart: LineChart | None
    places: tuple[Place, ...]
    kills: tuple[KillLine, ...] | None
    moments: tuple[Choice, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def laning_page(match_id: int, moment: Moment, version: str | None = None) -> LaningPage | None:
    """Give the Laning tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *LANING.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "laning", moment)
    stretch = lane_stretch(loaded, moment)
    chart, xp_chart, last_hits_chart, net_worth_chart = (
        on_chart(one, moment) if one else None
        for one in _charts(loaded, max(stretch.to_s, SHOWN_S))
    )
    return LaningPage(
        frame=frame,
        tab="laning",
        follows=None if moment.span else moment.second,
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "laning"),
        lanes_known=loaded.slices["laning"].lanes_known,
        said=stretch.said,
        late=stretch.to_s > SHOWN_S,
        lanes=_lanes(loaded, stretch),
        chart=chart,
        xp_chart=xp_chart,
        last_hits_chart=last_hits_chart,
        net_worth_chart=net_worth_chart,
        places=places_of(loaded),
        kills=_kills(loaded, stretch),
        moments=_offered(loaded, stretch, moment, f"{frame.url}/laning"),
        csv=_csv(frame.url, moment, stretch),
        terms={key: TERMS[key] for key in WORDS},
    )


def _csv(url: str, moment: Moment, stretch: Stretch) -> dict[str, str]:
    """Lead to the lanes of the minutes chosen, and to the kills of just these minutes, if any."""
    first, last = stretch.from_s, min(stretch.to_s, SHOWN_S)
    kills = Moment(last) if first is None else Moment(span=(first + 1, last))
    some = {} if first is not None and first >= last else {"kills": kills.query}
    return csv_links(url, {"laning": moment.query, **some})


def _shows(loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return lane_stretch(loaded, moment)


LANING = Panel("laning", (*FRAME_SLICES, "moments", "laning"), _shows)


def lane_stretch(loaded: Any, moment: Moment) -> Stretch:
    """Show 10:00 where nothing is chosen, or the last minute of a shorter match."""
    chosen = moment if moment.span or moment.at is not None else Moment(LANING_ENDS_S)
    return stretch_of(loaded.slices["moments"], chosen)


def standing_in(loaded: Any, stretch: Stretch) -> Standing:
    """Judge the lanes over a stretch."""
    return standing_over(
        loaded.slices["laning"].players,
        loaded.slices["moments"],
        loaded.slices["events"].kills,
        stretch.from_s,
        stretch.to_s,
    )


def _lanes(loaded: Any, stretch: Stretch) -> tuple[Duel, ...]:
    standing, people = standing_in(loaded, stretch), people_of(loaded)
    return tuple(duel_of(one, standing.players, people) for one in standing.verdicts)


def _kills(loaded: Any, stretch: Stretch) -> tuple[KillLine, ...] | None:
    """Give kills of the stretch, as far as laning goes."""
    kills: tuple[LaneKill, ...] | None = loaded.slices["events"].kills
    if kills is None:
        return None
    people, url = people_of(loaded), url_of(loaded.row.match_id)
    return tuple(
        KillLine(
            clock(one.at_s),
            f"{url}/laning?t={max(one.at_s, 0)}",
            people[one.killer],
            people[one.victim],
        )
        for one in kills
        if one.at_s <= min(stretch.to_s, SHOWN_S)
        and (stretch.from_s is None or one.at_s > stretch.from_s)
        and {one.killer, one.victim} <= people.keys()
    )


def _offered(loaded: Any, stretch: Stretch, moment: Moment, url: str) -> tuple[Choice, ...]:
    """Offer minutes of the laning phase, and the last of a longer match."""
    known = loaded.slices["moments"].at_s
    offered = {at_s: clock(at_s) for at_s in OFFERED_S if at_s in known}
    if known and known[-1] > SHOWN_S:
        offered[known[-1]] = "End"
    return tuple(
        Choice(
            word,
            url if at_s == LANING_ENDS_S else f"{url}?t={at_s}",
            not moment.span and stretch.to_s == at_s,
        )
        for at_s, word in offered.items()
    )


@holding(CHARTS_HELD)
def _charts(loaded: Any, to_s: int) -> tuple[LineChart | None, ...]:
    """Draw every lane's lead in gold, experience, last hits and net worth, in this order."""
    url = f"{url_of(loaded.row.match_id)}/laning"
    return tuple(course_chart(loaded, to_s, url, figure) for figure in FIGURES)
