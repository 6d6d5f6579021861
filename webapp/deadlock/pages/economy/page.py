"""Puts the Economy tab together from the stored slice, at the chosen moment or over the span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.analysis.economy import Economy
from webapp.deadlock.domain.combat import Cut
from webapp.deadlock.domain.economy import Priced, idle_of, swing_rows
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.combat.links import Choice
from webapp.deadlock.pages.combat.people import Fighter, fighters_of
from webapp.deadlock.pages.combat.spans import cut_of, said_of, snapped
from webapp.deadlock.pages.economy.asked import Asked, asked_of
from webapp.deadlock.pages.economy.books import Books, books_of
from webapp.deadlock.pages.economy.income_table import IncomeTable, income_table
from webapp.deadlock.pages.economy.one import OnePlayer, one_player
from webapp.deadlock.pages.economy.telling import StoryView, story_view
from webapp.deadlock.pages.economy.worth import worth_charts
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.charts import LineChart
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

CHARTS_HELD = 32


@dataclass(frozen=True, slots=True)
class Economics:
    """Everything the tab shows of a match that has samples."""

    shown: str
    until: str
    story: StoryView
    charts: tuple[LineChart, ...]
    books: Books
    income: IncomeTable
    counts: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    one: OnePlayer | None
    starting_souls: int
    priced: bool


@dataclass(frozen=True, slots=True)
class EconomyPage:
    """The Economy tab of one match; `economy` is None when nothing was sampled."""

    frame: Frame
    tab: str
    follows: int | str | None
    player: int | None
    people: tuple[Fighter, ...]
    kept: tuple[tuple[str, str], ...]
    economy: Economics | None
    csv: dict[str, str]
    terms: dict[str, Term]


def economy_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> EconomyPage | None:
    """Give the Economy tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *ECONOMY.slices, version=version)
    if loaded is None:
        return None
    economy: Economy = loaded.slices["economy"]
    frame = frame_of(loaded, "economy", moment)
    slots = [player.slot for player in economy.players]
    asked = asked_of(f"{frame.url}/economy", moment, query, slots)
    return EconomyPage(
        frame=frame,
        tab="economy",
        follows=moment.second,
        player=asked.player,
        people=fighters_of(loaded),
        kept=asked.kept,
        economy=_economics(loaded, economy, asked) if economy.times_s else None,
        csv=_csv(frame.url, asked),
        terms={key: TERMS[key] for key in WORDS},
    )


def _csv(url: str, asked: Asked) -> dict[str, str]:
    """Lead to the table beside each link: of the stretch, of a kind of souls, or of a player."""
    whole, when = Moment(), asked.moment.query
    held, kinds = f"{url}/tables/economy.csv", f"{url}/tables/souls.csv"
    return csv_links(url, {"souls": when, "lead-changes": when}) | {
        "income": held if asked.figure == "held" else kinds + whole.query_with(of=asked.of),
        "one": kinds + whole.query_with(player=asked.player),
    }


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return snapped(loaded.slices["economy"].times_s, moment)


ECONOMY = Panel("economy", (*FRAME_SLICES, "economy", "builds"), _shows)
WORDS = (
    "soul-sources",
    "soul-income",
    "soul-share",
    "soul-held",
    "soul-idle",
    "soul-earned",
    "soul-lost",
    "soul-lead",
    "souls",
    "denies",
    "lead-change",
)


def _economics(loaded: Sources, economy: Economy, asked: Asked) -> Economics:
    moment = asked.moment
    cut = cut_of(economy.times_s, moment)
    idle = _idle(loaded)
    swings = swing_rows(economy, None if moment == Moment() else cut)
    return Economics(
        shown=said_of(cut, moment),
        until=_until(cut, moment),
        story=story_view(economy.story, swings, asked.url),
        charts=tuple(
            on_chart(chart, moment)
            for chart in _charts(loaded, asked.player, asked.count, asked.of)
        ),
        books=books_of(economy, cut, idle, loaded.names, asked),
        income=income_table(economy, cut, loaded.names, asked),
        counts=asked.counts(held=any(one.held for one in economy.players)),
        kinds=asked.kinds(),
        one=one_player(economy, loaded.names, asked),
        starting_souls=economy.starting_souls,
        priced=idle is not None,
    )


def _until(cut: Cut, moment: Moment) -> str:
    """Say at which sample net worth is read."""
    if cut.last == 0:
        return "0:00"
    return "the end" if moment == Moment() else f"{cut.to_s // 60}:{cut.to_s % 60:02d}"


@holding(CHARTS_HELD)
def _charts(
    loaded: Sources, player: int | None, count: str | None, of: str | None
) -> tuple[LineChart, ...]:
    """Draw what no moment changes; links keep the rest of the choice."""
    url = f"/deadlock/matches/{loaded.row.match_id}/economy"
    asked = Asked(url, Moment(), player, count, of)
    return worth_charts(loaded.slices["economy"], loaded.names, loaded.row.duration_s, asked)


@holding(CHARTS_HELD)
def _idle(loaded: Sources) -> dict[int, tuple[int, ...]] | None:
    """Estimate what was not in items, at the prices of the catalogue in use."""
    builds, names = loaded.slices["builds"], loaded.names
    items = [
        Priced(line.slot, line.at_s, line.sold_at_s, line.used_up, cost)
        for line in builds.lines
        if line.rank is None and (cost := names.item(line.item_id).cost)
    ]
    return idle_of(loaded.slices["economy"], items)
