"""The head of every page of a match: who played, how it ended, where the record comes from."""

from __future__ import annotations

from typing import Any

from webapp.lol.domain.analysis.scoreboard import Scoreboard, SideTotal
from webapp.lol.domain.modes import UNDECIDED, mode_words, queue_words
from webapp.matchplay.charts import clock
from webapp.matchplay.frame import Fact, Head, Notice, Side

SIDE_NAMES = {"a": "Blue", "b": "Red"}
SOURCES = {
    "upstream": "Riot, fetched",
    "upload": "a reader’s file, brought",
    "generated": "generated sample, made",
}


def head_of(row: Any, board: Scoreboard) -> Head:
    """Say who met whom, the score, and the facts of the match."""
    sides = {one.side: one for one in board.sides}
    return Head(
        title=f"{title_of(row, board)} (League match {row.match_id})",
        score_word="kills",
        side_a=_side(sides["a"]) if "a" in sides else None,
        side_b=_side(sides["b"]) if "b" in sides else None,
        facts=tuple(_facts(row, board)),
    )


def title_of(row: Any, board: Scoreboard) -> str:
    """Say a match in one line: who won, by how many kills, how long it took."""
    length = clock(board.duration_s)
    kind = queue_words(row.queue_id, row.game_mode)
    if not board.sides:
        players = f", {len(board.rows)} players" if len(board.rows) > 1 else ""
        return f"{kind}{players}, {length}"
    if board.winner is None:
        return f"{kind}: Blue against Red, no winner, {length}"
    won, lost = ("a", "b") if board.winner == "a" else ("b", "a")
    kills = {one.side: "–" if one.kills is None else one.kills for one in board.sides}
    return (
        f"{SIDE_NAMES[won]} beat {SIDE_NAMES[lost]}, "
        f"{kills[won]} kills to {kills[lost]}, in {length}"
    )


def notices_of(row: Any, board: Scoreboard) -> tuple[Notice, ...]:
    """Say what a reader must know before believing the page."""
    found = []
    if row.provenance == "generated":
        sentence = "Nobody played it. It is left out of every statistic."
        found.append(Notice("", "This is a generated sample match", sentence))
    if row.provenance == "upload":
        sentence = "It came from a reader’s file and was not checked against Riot’s servers."
        found.append(Notice("warn", "This match is unverified", sentence))
    if board.ending in UNDECIDED:
        sentence = "It is shown as it was recorded, and counts in no statistic."
        word = "was a remake" if board.ending == "remake" else "was aborted"
        found.append(Notice("warn", f"This game {word}", sentence))
    return tuple(found)


def _side(total: SideTotal) -> Side:
    return Side(SIDE_NAMES[total.side], total.kills, bool(total.won))


def _facts(row: Any, board: Scoreboard) -> list[Fact]:
    url = f"/lol/matches/{row.match_id}/data"
    return [
        Fact("Length", clock(board.duration_s)),
        Fact("Played", "", at=row.started_at),
        Fact("Queue", queue_words(row.queue_id, row.game_mode)),
        Fact("Mode", mode_words(row.game_mode)),
        Fact("Patch", row.patch or "not recorded"),
        *([Fact("Ending", board.ending)] if board.ending != "finished" else []),
        Fact(
            "Source",
            SOURCES[row.provenance],
            at=row.fetched_at,
            url=url,
            url_text="what is missing" if row.missing else "what it holds",
        ),
    ]
