"""Puts the Overview tab together from stored slices, whatever the mode."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.modes import ABORTED, ARENA, REMAKE, RIFT, SWARM
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.cut import cut_of
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.lol.pages.overview.board import Board, board_of, more_of
from webapp.lol.pages.overview.carried import Carried, carried_by
from webapp.lol.pages.overview.ranks import Ranks, ranks_now
from webapp.lol.pages.overview.scores import ScoreView, scores_of
from webapp.lol.pages.overview.standing import Standing, standing_at
from webapp.lol.pages.overview.taken import Taken, taken_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import follows
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

MODES: Final = {
    ARENA: "Arena is played in small teams for a place. There are no sides, lanes or gold lead.",
    SWARM: "Swarm is played together against monsters. There are no opponents to compare with.",
    REMAKE: "The teams voted to start anew, so nothing here was decided.",
}
NO_SCORE: Final = {
    REMAKE: "A game of a few minutes has no score.",
    RIFT: "The match does not say who played which role, so there is no score.",
}
NO_ROLES: Final = "The score compares roles, so there is none in this mode."
LONGEST_NUMBER: Final = 2
WORDS: Final = ("score", "score-usual", "score-title", "role-item", "rank-now")


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The Overview tab of one match.

    `began` is False for a game that broke off before anybody played. `can_fetch` says that the
    timeline is not here and may be asked for.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    began: bool
    mode_words: str
    no_score: str
    has_timeline: bool
    can_fetch: bool
    asked: bool
    board: Board
    more: Board
    scores: ScoreView | None
    standing: Standing | None
    ranks: Ranks | None
    taken: Taken | None
    carried: tuple[Carried, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def overview_page(
    match_id: str,
    moment: Moment,
    query: Mapping[str, str],
    sort: str = "",
    version: str | None = None,
) -> OverviewPage | None:
    """Give the Overview of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *OVERVIEW.slices, version=version)
    if loaded is None:
        return None
    frame, board = frame_of(loaded, "overview", moment), loaded.slices["scoreboard"]
    scores = scores_of(loaded, chosen_player(query), frame.url, moment.query)
    return OverviewPage(
        frame=frame,
        tab="overview",
        follows=follows(moment),
        began=board.mode != ABORTED,
        mode_words=MODES.get(board.mode, ""),
        no_score="" if scores else NO_SCORE.get(board.mode, NO_ROLES),
        has_timeline=board.has_timeline,
        can_fetch=can_fetch_timeline(loaded),
        asked=moment != Moment(),
        board=board_of(loaded, sort),
        more=more_of(loaded),
        scores=scores,
        standing=standing_at(loaded, moment),
        ranks=ranks_now(loaded),
        taken=taken_of(loaded),
        carried=carried_by(loaded),
        csv=csv_links(frame.url, {"minutes": moment.query}),
        terms={key: TERMS[key] for key in WORDS},
    )


def can_fetch_timeline(loaded: Sources) -> bool:
    """Say whether a match without a timeline may still be asked for one."""
    board = loaded.slices["scoreboard"]
    return not board.has_timeline and board.mode != ABORTED and loaded.row.provenance == "upstream"


def chosen_player(query: Mapping[str, str]) -> int | None:
    """Read a player's number; what makes no sense is as good as none."""
    text = query.get("player", "")
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if plain else None


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    cut = cut_of(loaded.slices["moments"], moment)
    return cut.first, cut.last


OVERVIEW = Panel("overview", (*FRAME_SLICES, "moments", "score"), _shows)
