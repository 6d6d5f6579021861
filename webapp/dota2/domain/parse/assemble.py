"""The outermost parts put together; the smaller readers are beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.draft import draft_of, timings_of
from webapp.dota2.domain.parse.events import chat_of, objectives_of, pauses_of, teamfights_of
from webapp.dota2.domain.parse.missing import is_parsed, what_is_missing
from webapp.dota2.domain.parse.numbers import LATEST_S, moment, text
from webapp.dota2.domain.parse.players import players_of
from webapp.dota2.domain.parse.reading import read
from webapp.dota2.domain.parse.series import lead_times, whole_or_none
from webapp.dota2.domain.parse.teams import team_of
from webapp.matchplay.unreadable import MatchUnreadable

_ONLY_OPENDOTA: Final = ("version", "od_data", "chat", "radiant_gold_adv", "patch", "replay_url")
_SAME: Final = {
    **{name: name for name in ("version", "game_mode", "lobby_type", "cluster", "region")},
    **{name: name for name in ("patch", "series_type", "human_players")},
    "replay_salt": "replay_salt",
    "sequence": "match_seq_num",
    "before_horn_s": "pre_game_duration",
    "first_blood_at_s": "first_blood_time",
    "score_a": "radiant_score",
    "score_b": "dire_score",
    "towers_a": "tower_status_radiant",
    "towers_b": "tower_status_dire",
    "barracks_a": "barracks_status_radiant",
    "barracks_b": "barracks_status_dire",
}
"""Our names, and the upstream's, of what is taken as it stands."""
_MOST_DRIFTED: Final = 100


def assemble(document: dict[str, Any], *, expect_match_id: int | None = None) -> records.Match:
    """Make the record; raises MatchUnreadable without a match id or players."""
    drifted: list[str] = []
    body = read(document, wire.Match, "match", drifted)
    if not body.match_id:
        raise MatchUnreadable("This response has no match id.", "match.match_id")
    if expect_match_id is not None and body.match_id != expect_match_id:
        raise MatchUnreadable(f"This is match {body.match_id}, not match {expect_match_id}.")
    players = players_of(body.players or (), drifted)
    if not players:
        raise MatchUnreadable("This response has no players.", "match.players")
    return _match(body, players, document, drifted)


def _match(
    body: wire.Match,
    players: tuple[records.Player, ...],
    document: Mapping[str, Any],
    drifted: list[str],
) -> records.Match:
    parsed = is_parsed(players)
    return records.Match(
        **_figures(body),
        **_happened(body),
        **_leads(body, players),
        match_id=body.match_id or 0,
        source=_source(document),
        parsed=parsed,
        started_at=moment(body.start_time),
        winner=None if body.radiant_win is None else "a" if body.radiant_win else "b",
        league_name=text(body.league.name) if body.league else None,
        team_a=team_of(body, "radiant"),
        team_b=team_of(body, "dire"),
        players=players,
        missing=what_is_missing(body, players, parsed=parsed),
        drifted=tuple(drifted[:_MOST_DRIFTED]),
    )


def _figures(body: wire.Match) -> dict[str, Any]:
    """Give what is taken as it stands, under our names."""
    return {
        **{ours: getattr(body, theirs) for ours, theirs in _SAME.items()},
        "duration_s": max(0, min(body.duration or 0, LATEST_S)),
        "replay_url": text(body.replay_url),
        "league_id": body.leagueid or None,
        "series_id": body.series_id or None,
    }


def _happened(body: wire.Match) -> dict[str, Any]:
    """Give draft, objectives, fights, chat and pauses."""
    return {
        "draft": draft_of(body.picks_bans or ()),
        "draft_timings": timings_of(body.draft_timings or ()),
        "objectives": objectives_of(body.objectives),
        "teamfights": teamfights_of(body.teamfights),
        "chat": chat_of(body.chat),
        "pauses": pauses_of(body.pauses),
    }


def _leads(body: wire.Match, players: tuple[records.Player, ...]) -> dict[str, Any]:
    """Give the upstream's own leads and their seconds."""
    gold, xp = whole_or_none(body.radiant_gold_adv), whole_or_none(body.radiant_xp_adv)
    times = lead_times(players, max(len(gold or ()), len(xp or ())))
    return {"lead_at_s": times, "gold_lead": gold, "xp_lead": xp}


def _source(document: Mapping[str, Any]) -> str:
    if document.get("source") == "replay":
        return "replay"
    return "opendota" if any(name in document for name in _ONLY_OPENDOTA) else "steam"
