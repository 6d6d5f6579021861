"""Puts the Economy tab together from stored slices, at the chosen frame or over the span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.moments import Moments
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.cut import cut_of
from webapp.lol.pages.economy.asked import Asked, Choice, asked_of
from webapp.lol.pages.economy.curves import Drawn, curves_of
from webapp.lol.pages.economy.tables import EarnedGroup, ShoppingRow, earned_by, shopping_of
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.lol.pages.overview.page import can_fetch_timeline
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import follows
from webapp.matchplay.charts import LineChart
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

CHARTS_HELD = 32
WORDS = ("gold-frame", "gold-in-hand", "gold-idle", "shop-visit", "bounty-gold", "cs", "gold")


@dataclass(frozen=True, slots=True)
class Economics:
    """Everything the tab shows of a match with frames."""

    shown: str
    until: str
    charts: tuple[LineChart, ...]
    figures: tuple[Choice, ...]
    whose: tuple[Choice, ...]
    groups: tuple[EarnedGroup, ...]
    shopping: tuple[ShoppingRow, ...]


@dataclass(frozen=True, slots=True)
class EconomyPage:
    """The Economy tab of one match; `economy` is None where nothing is known by the minute."""

    frame: Frame
    tab: str
    follows: int | str | None
    economy: Economics | None
    has_timeline: bool
    can_fetch: bool
    csv: dict[str, str]
    terms: dict[str, Term]


def economy_page(
    match_id: str, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> EconomyPage | None:
    """Give the Economy tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *ECONOMY.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "economy", moment)
    known = bool(loaded.slices["moments"].at_s)
    asked = _asked(loaded, f"{frame.url}/economy", moment, query)
    return EconomyPage(
        frame=frame,
        tab="economy",
        follows=follows(moment),
        economy=_economics(loaded, asked) if known else None,
        has_timeline=loaded.slices["scoreboard"].has_timeline,
        can_fetch=can_fetch_timeline(loaded),
        csv=csv_links(frame.url, {"minutes": moment.query, "shopping": moment.query}),
        terms={key: TERMS[key] for key in WORDS},
    )


def _asked(loaded: Sources, url: str, moment: Moment, query: Mapping[str, str]) -> Asked:
    return asked_of(url, moment, query, sided=_sided(loaded), roles=_roles(loaded))


def _sided(loaded: Sources) -> bool:
    return bool(loaded.slices["scoreboard"].sides)


def _roles(loaded: Sources) -> bool:
    return any(row.role for row in loaded.slices["scoreboard"].rows)


def _economics(loaded: Sources, asked: Asked) -> Economics:
    moment = asked.moment
    moments: Moments = loaded.slices["moments"]
    economy, seats = loaded.slices["economy"], seats_of(loaded)
    cut = cut_of(moments, moment, loaded.row.duration_s)
    return Economics(
        shown=cut.said,
        until=cut.until,
        charts=tuple(on_chart(one, moment) for one in _charts(loaded, asked.figure, asked.of)),
        figures=asked.figures(),
        whose=asked.whose(sided=_sided(loaded), roles=_roles(loaded)),
        groups=earned_by(moments, economy, cut, seats),
        shopping=shopping_of(economy, (cut.from_s, cut.to_s), seats, loaded.names),
    )


@holding(CHARTS_HELD)
def _charts(loaded: Sources, figure: str, of: str) -> tuple[LineChart, ...]:
    """Draw what no moment changes; links keep the rest of the choice."""
    url = f"/lol/matches/{loaded.row.match_id}/economy"
    asked = Asked(url, Moment(), figure, of)
    return curves_of(
        Drawn(loaded.slices["moments"], seats_of(loaded), asked, loaded.row.duration_s)
    )


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    cut = cut_of(loaded.slices["moments"], moment)
    return cut.first, cut.last


ECONOMY = Panel("economy", (*FRAME_SLICES, "moments", "economy"), _shows)
