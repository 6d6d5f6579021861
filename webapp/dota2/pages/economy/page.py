"""Puts the Economy tab together, at the chosen minute or over the span."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.pages.economy.asked import Asked, asked_of
from webapp.dota2.pages.economy.books import Books, books_of
from webapp.dota2.pages.economy.curves import recorded, side_charts, team_chart, xp_lead_chart
from webapp.dota2.pages.economy.farmed import FarmRow, farm_rows
from webapp.dota2.pages.economy.income import IncomeSide, income_over
from webapp.dota2.pages.economy.telling import StoryView, story_view
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.stretch import Choice, by_the_minute, stretch_of
from webapp.matchplay.charts import LineChart
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

CHARTS_HELD = 32
ECONOMY = Panel("economy", (*FRAME_SLICES, "moments", "economy"), by_the_minute)
WORDS = ("gold-earned", "gold-lead", "gold-sources", "gold-unlisted", "farm", "lead-story")


@dataclass(frozen=True, slots=True)
class EconomyPage:
    """The Economy tab of one match.

    `story` is None where no lead is known, `income` empty where nothing is known by the minute,
    `books` None where no source is.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    parsed: bool
    can_parse: bool
    said: str
    player: int | None
    people: tuple[Person, ...]
    kept: tuple[tuple[str, str], ...]
    figures: tuple[Choice, ...]
    figure: str
    story: StoryView | None
    xp_lead: LineChart | None
    teams: LineChart | None
    charts: tuple[LineChart, ...]
    income: tuple[IncomeSide, ...]
    books: Books | None
    farm: tuple[FarmRow, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def economy_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> EconomyPage | None:
    """Give the Economy tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *ECONOMY.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "economy", moment)
    people = people_of(loaded)
    asked = asked_of(f"{frame.url}/economy", moment, query, people)
    moments = loaded.slices["moments"]
    stretch = stretch_of(moments, moment)
    xp_lead, teams, charts = _charts(loaded, asked.player, asked.of)
    return EconomyPage(
        frame=frame,
        tab="economy",
        follows=None if moment.span else moment.second,
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "economy"),
        said=stretch.said,
        player=asked.player,
        people=tuple(people.values()),
        kept=asked.kept,
        figures=asked.figures(recorded(moments)),
        figure=asked.figure.word,
        story=_story(loaded, asked),
        xp_lead=on_chart(xp_lead, moment) if xp_lead else None,
        teams=on_chart(teams, moment) if teams else None,
        charts=tuple(on_chart(chart, moment) for chart in charts),
        income=income_over(loaded, stretch, asked) if moments.at_s else (),
        books=books_of(loaded),
        farm=farm_rows(loaded),
        csv=csv_links(frame.url, {"minutes": moment.query}),
        terms={key: TERMS[key] for key in WORDS},
    )


def _story(loaded: Any, asked: Asked) -> StoryView | None:
    lead = loaded.slices["lead"]
    if not lead.samples:
        return None
    return story_view(loaded.slices["economy"].story, lead.unlike_upstream, asked.url)


@holding(CHARTS_HELD)
def _charts(
    loaded: Any, player: int | None, of: str | None
) -> tuple[LineChart | None, LineChart | None, tuple[LineChart, ...]]:
    """Draw what no moment changes; links keep the rest of the choice."""
    asked = Asked(f"{url_of(loaded.row.match_id)}/economy", Moment(), player, of)
    return xp_lead_chart(loaded, asked), team_chart(loaded, asked), side_charts(loaded, asked)
