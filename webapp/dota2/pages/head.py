"""The head of every page of a match: who played, how it ended, where the record comes from."""

from __future__ import annotations

from typing import Any

from webapp.matchplay.charts import clock
from webapp.matchplay.frame import Fact, Head, Notice, Side

SIDE_NAMES = {"a": "Radiant", "b": "Dire"}
SOURCES = {
    "opendota": "OpenDota, fetched",
    "steam": "the Steam Web API, fetched",
    "replay": "a replay, read here, fetched",
}
ORIGINS = {
    "upload": "a reader’s file, brought",
    "generated": "generated sample, made",
}


def head_of(row: Any, names: Any) -> Head:
    """Say who met whom, the score, and the facts of the match.

    The row's `winner` is "a", "b" or None, `score_a` and `score_b` are kills, `team_a` and
    `team_b` names of registered teams; all may be None.
    """
    return Head(
        title=f"{title_of(row)} (Dota 2 match {row.match_id})",
        score_word="kills",
        side_a=Side(_whole_name(row, "a"), row.score_a, row.winner == "a"),
        side_b=Side(_whole_name(row, "b"), row.score_b, row.winner == "b"),
        facts=tuple(_facts(row, names)),
    )


def side_name(row: Any, side: str) -> str:
    """Name a side: its team where a registered one played, else Radiant or Dire."""
    return getattr(row, f"team_{side}") or SIDE_NAMES[side]


def _whole_name(row: Any, side: str) -> str:
    """Name a side by its team and by what the tables call it."""
    team = getattr(row, f"team_{side}")
    return f"{team} ({SIDE_NAMES[side]})" if team else SIDE_NAMES[side]


def title_of(row: Any) -> str:
    """Say a match in one line: who won, by how many kills, how long it took."""
    length = length_of(row)
    if row.winner is None:
        return f"{side_name(row, 'a')} against {side_name(row, 'b')}, no winner, {length}"
    won, lost = ("a", "b") if row.winner == "a" else ("b", "a")
    score = {side: getattr(row, f"score_{side}") for side in "ab"}
    known = None not in score.values()
    kills = f", {score[won]} kills to {score[lost]}" if known else ""
    within = "in " if row.duration_s else ""
    return f"{side_name(row, won)} beat {side_name(row, lost)}{kills}, {within}{length}"


def length_of(row: Any) -> str:
    """Say how long a match took."""
    return clock(row.duration_s) if row.duration_s else "length not recorded"


def notices_of(row: Any) -> tuple[Notice, ...]:
    """Say what a reader must know before believing the page."""
    found = []
    if row.provenance == "generated":
        sentence = "Nobody played it. It is left out of every statistic."
        found.append(Notice("", "This is a generated sample match", sentence))
    if row.provenance == "upload":
        sentence = "It came from a reader’s file and was not checked against OpenDota."
        found.append(Notice("warn", "This match is unverified", sentence))
    return tuple(found)


def _place(region: str | None) -> tuple[Fact, ...]:
    """Tell the region where it is known; matches kept before it was asked for have none."""
    return (Fact("Region", region),) if region else ()


def _facts(row: Any, names: Any) -> list[Fact]:
    url = f"/dota2/matches/{row.match_id}/data"
    return [
        Fact("Length", clock(row.duration_s) if row.duration_s else "not recorded"),
        Fact("Played", "", at=row.started_at),
        Fact("Mode", names.game_mode(row.game_mode) or "not recorded"),
        Fact("Lobby", names.lobby_type(row.lobby_type) or "not recorded"),
        *_place(names.region(row.region, row.cluster)),
        Fact("Patch", names.patch(row.patch, row.started_at) or "not recorded"),
        Fact("Replay", "parsed" if row.parsed else "not parsed"),
        Fact(
            "Source",
            ORIGINS.get(row.provenance) or SOURCES.get(row.source, f"{row.source}, fetched"),
            at=row.fetched_at,
            url=url,
            url_text="what is missing" if row.missing else "what it holds",
        ),
    ]
