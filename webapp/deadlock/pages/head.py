"""The head of every page of a match: who played, how it ended, where the record comes from."""

from __future__ import annotations

from typing import Any

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import SIDE_NAMES, mode_words
from webapp.deadlock.models import DeadlockMatch
from webapp.matchplay.charts import clock
from webapp.matchplay.frame import Fact, Head, Notice, Side

SOURCES = {
    "upstream": "deadlock-api, fetched",
    "upload": "a reader’s file, brought",
    "generated": "generated sample, made",
}


def head_of(row: DeadlockMatch, scoreboard: Any, names: Catalogue) -> Head:
    """Say who met whom, the score, and the facts of the match."""
    return Head(
        title=f"{title_of(row)} (Deadlock match {row.match_id})",
        score_word="kills",
        side_a=Side(SIDE_NAMES["a"], row.kills_a, row.winning_team == 0),
        side_b=Side(SIDE_NAMES["b"], row.kills_b, row.winning_team == 1),
        facts=tuple(_facts(row, scoreboard, names)),
    )


def notices_of(row: DeadlockMatch) -> tuple[Notice, ...]:
    """Say what a reader must know before believing the page."""
    found = []
    if row.provenance == "generated":
        sentence = "Nobody played it. It is left out of every statistic."
        found.append(Notice("", "This is a generated sample match", sentence))
    if row.provenance == "upload":
        sentence = "It came from a reader’s file and was not checked against the archive."
        found.append(Notice("warn", "This match is unverified", sentence))
    if row.outcome not in {"win", "draw"}:
        sentence = "Its numbers are shown as they were recorded; nobody won."
        found.append(Notice("warn", f"This match ended as “{row.outcome}”", sentence))
    return tuple(found)


def title_of(row: DeadlockMatch) -> str:
    """Say a match in one line: who won, by how many kills, how long it took."""
    length = clock(row.duration_s)
    if row.winning_team not in {0, 1}:
        return f"{SIDE_NAMES['a']} against {SIDE_NAMES['b']}, no winner, {length}"
    won, lost = ("a", "b") if row.winning_team == 0 else ("b", "a")
    kills = {"a": row.kills_a, "b": row.kills_b}
    return (
        f"{SIDE_NAMES[won]} beat {SIDE_NAMES[lost]}, "
        f"{kills[won]} kills to {kills[lost]}, in {length}"
    )


def _facts(row: DeadlockMatch, scoreboard: Any, names: Catalogue) -> list[Fact]:
    badges = {
        side.side: names.rank(side.average_badge, row.started_at) for side in scoreboard.sides
    }
    ranks = [badge for badge in badges.values() if badge]
    facts = [
        Fact("Length", clock(row.duration_s)),
        Fact("Played", "", at=row.started_at),
        Fact("Mode", mode_words(row.game_mode, row.match_mode)),
    ]
    if len(ranks) == len(badges):
        same = f"{ranks[0]}, both sides"
        facts.append(
            Fact("Average rank", same if ranks[0] == ranks[1] else f"{ranks[0]} and {ranks[1]}")
        )
    patch = "The match file does not name its patch. The date is the best guide."
    facts.append(Fact("Patch", "not recorded", definition=patch))
    url = f"/deadlock/matches/{row.match_id}/data"
    source = SOURCES[row.provenance]
    facts.append(Fact("Source", source, at=row.fetched_at, url=url, url_text="what is missing"))
    return facts
