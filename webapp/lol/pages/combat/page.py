"""The Combat tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.combat.deaths import DeathRow, death_rows
from webapp.lol.pages.combat.fights import FightRow, fight_rows
from webapp.lol.pages.combat.people import FighterRow, fighter_rows
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import NEAR_S, around, around_words, follows
from webapp.lol.store.chances import load_standing
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

TABLES = ("fighters", "fights", "deaths")


@dataclass(frozen=True, slots=True)
class CombatPage:
    """The Combat tab; `nothing` says why no death is told, empty where they are."""

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    nothing: str
    rift: bool
    sided: bool
    fighters: tuple[FighterRow, ...]
    deaths: tuple[DeathRow, ...]
    fights: tuple[FightRow, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def combat_page(match_id: str, moment: Moment, version: str | None = None) -> CombatPage | None:
    """Give the Combat tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *COMBAT.slices, version=version)
    if loaded is None:
        return None
    fighters, deaths, fights = _seen(loaded, moment)
    events = loaded.slices["events"]
    return CombatPage(
        frame=frame_of(loaded, "combat", moment),
        tab="combat",
        follows=follows(moment),
        when=around_words(moment),
        nothing="" if events.recorded else NOT_RECORDED,
        rift=loaded.slices["scoreboard"].mode == "rift",
        sided=bool(loaded.slices["scoreboard"].sides),
        fighters=fighters,
        deaths=deaths,
        fights=fights,
        csv=csv_links(url_of(match_id), dict.fromkeys(TABLES, moment.query)),
        terms={key: term for key, term in TERMS.items() if key.startswith("combat-")},
    )


NOT_RECORDED = "This match has no timeline of events, so its deaths are not dated or told."


def _seen(
    loaded: Sources, moment: Moment
) -> tuple[tuple[FighterRow, ...], tuple[DeathRow, ...], tuple[FightRow, ...]]:
    window = around(moment, loaded.row.duration_s, NEAR_S)
    deaths = death_rows(loaded, load_standing().model)
    return (
        fighter_rows(loaded, window),
        tuple(one for one in deaths if window.holds(one.at_s)),
        tuple(one for one in fight_rows(loaded) if window.meets(one.at_s, one.to_s)),
    )


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return _seen(loaded, moment)


COMBAT = Panel("combat", (*FRAME_SLICES, "deaths", "fights", "known"), _shows)
