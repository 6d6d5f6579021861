"""Leagues that are followed, and where each of their matches stands: pending, kept or failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.dota2.models import Dota2League, Dota2LeagueMatch, Dota2Match

MOST_TRIES = 5
FIRST_PAUSE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Listed:
    """One match as a league's list names it; only its id is always told."""

    match_id: int
    sequence: int | None = None
    series_id: int | None = None
    series_type: int | None = None
    started_at: datetime | None = None
    team_a_id: int | None = None
    team_b_id: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a league has come: how many are kept, waited for and given up."""

    kept: int
    pending: int
    failed: int
    synced_at: datetime | None


@dataclass(frozen=True, slots=True)
class Game:
    """One match a league lists, and its row where it is kept here."""

    listed: Dota2LeagueMatch
    match: Dota2Match | None


def add_league(league_id: int, name: str | None = None) -> None:
    """Follow a league from now on, in the caller's transaction."""
    new = insert(Dota2League).values(league_id=league_id, name=name)
    db.session.execute(new.on_conflict_do_nothing())


def followed() -> list[int]:
    """Give every league that is followed."""
    return list(db.session.scalars(select(Dota2League.league_id).order_by(Dota2League.league_id)))


def walked_at(league_id: int) -> datetime | None:
    """Say when a league's list was last read to its end."""
    league = db.session.get(Dota2League, league_id)
    return league.walked_at if league else None


def note_synced(league_id: int, *, walked: bool) -> None:
    """Write down that a league's list was read, in part or to its end."""
    now = utc_now()
    times = {"synced_at": now, **({"walked_at": now} if walked else {})}
    db.session.execute(update(Dota2League).where(Dota2League.league_id == league_id).values(times))


def note_listed(league_id: int, listed: Sequence[Listed]) -> int:
    """Keep what a list named; gives how many of it were new. Known lines are filled up."""
    if not listed:
        return 0
    now, table = utc_now(), Dota2LeagueMatch.__table__
    known = set(known_ids(league_id, [one.match_id for one in listed]))
    kept = set(
        db.session.scalars(
            select(Dota2Match.match_id).where(
                Dota2Match.match_id.in_([one.match_id for one in listed]),
                Dota2Match.provenance == "upstream",
            )
        )
    )
    rows = [
        {
            **asdict(one),
            "league_id": league_id,
            "next_at": now,
            "state": "kept" if one.match_id in kept else "pending",
            "tries": 0,
        }
        for one in {one.match_id: one for one in listed}.values()
    ]
    new = insert(table)
    change = {
        name: func.coalesce(new.excluded[name], table.c[name])
        for name in ("sequence", "series_id", "series_type", "started_at", "team_a_id", "team_b_id")
    }
    keys = ["league_id", "match_id"]
    db.session.execute(new.on_conflict_do_update(index_elements=keys, set_=change), rows)
    return len({one.match_id for one in listed} - known)


def known_ids(league_id: int, match_ids: Sequence[int]) -> list[int]:
    """Say which of these matches the league is known to hold."""
    table = Dota2LeagueMatch
    query = select(table.match_id).where(
        table.league_id == league_id, table.match_id.in_(match_ids)
    )
    return list(db.session.scalars(query))


def due(league_id: int, limit: int) -> list[int]:
    """Give matches to fetch now, the oldest first."""
    table = Dota2LeagueMatch
    query = select(table.match_id).where(
        table.league_id == league_id, table.state == "pending", table.next_at <= utc_now()
    )
    return list(db.session.scalars(query.order_by(table.match_id).limit(limit)))


def note_kept(match_id: int) -> None:
    """Write down that a match is analysed here, in whichever leagues list it."""
    table = Dota2LeagueMatch
    done = {"state": "kept", "sentence": None}
    db.session.execute(update(table).where(table.match_id == match_id).values(done))


def note_trouble(league_id: int, match_id: int, sentence: str) -> None:
    """Count a try in vain: later each time, and given up after five, with the reason."""
    table = Dota2LeagueMatch
    row = db.session.get(table, (league_id, match_id))
    if row is None:
        return
    row.tries += 1
    row.sentence = sentence
    row.next_at = utc_now() + FIRST_PAUSE * 4 ** (row.tries - 1)
    row.state = "failed" if row.tries >= MOST_TRIES else "pending"


def retry_failed(league_id: int) -> int:
    """Take up again what was given up; gives how many."""
    table = Dota2LeagueMatch
    again = {"state": "pending", "tries": 0, "next_at": utc_now()}
    lost = update(table).where(table.league_id == league_id, table.state == "failed")
    return len(db.session.scalars(lost.values(again).returning(table.match_id)).all())


def standing(league_id: int) -> Standing:
    """Say how far a league has come."""
    table = Dota2LeagueMatch
    query = select(table.state, func.count()).where(table.league_id == league_id)
    rows = db.session.execute(query.group_by(table.state))
    counts: dict[str, int] = {row[0]: row[1] for row in rows}
    league = db.session.get(Dota2League, league_id)
    return Standing(
        counts.get("kept", 0),
        counts.get("pending", 0),
        counts.get("failed", 0),
        league.synced_at if league else None,
    )


def name_of(league_id: int) -> str | None:
    """Give the name of a league that is followed, empty when it is not known; else None."""
    league = db.session.get(Dota2League, league_id)
    if league is None:
        return None
    told = select(func.max(Dota2Match.league_name)).where(Dota2Match.league_id == league_id)
    return league.name or db.session.scalar(told) or ""


def games(league_id: int, limit: int, offset: int) -> list[Game]:
    """Give a league's matches, the newest first."""
    table = Dota2LeagueMatch
    query = select(table, Dota2Match).outerjoin(Dota2Match, Dota2Match.match_id == table.match_id)
    newest = query.where(table.league_id == league_id).order_by(table.match_id.desc())
    return [Game(*row) for row in db.session.execute(newest.limit(limit).offset(offset))]


def newest_kept(league_id: int, limit: int) -> list[Dota2Match]:
    """Give a league's matches that are kept here, the newest first."""
    table = Dota2LeagueMatch
    query = select(Dota2Match).join(table, table.match_id == Dota2Match.match_id)
    mine = query.where(table.league_id == league_id, table.state == "kept")
    return list(db.session.scalars(mine.order_by(Dota2Match.match_id.desc()).limit(limit)))


def all_followed() -> list[tuple[int, str, int]]:
    """Give each followed league: its id, its name, how many of its matches are kept."""
    table = Dota2LeagueMatch
    kept = func.count().filter(table.state == "kept")
    query = (
        select(Dota2League.league_id, func.coalesce(Dota2League.name, ""), kept)
        .outerjoin(table, table.league_id == Dota2League.league_id)
        .group_by(Dota2League.league_id)
        .order_by(Dota2League.league_id)
    )
    return [(league_id, name, count) for league_id, name, count in db.session.execute(query)]


def failures(league_id: int) -> list[Dota2LeagueMatch]:
    """Give what was given up, each with its reason."""
    table = Dota2LeagueMatch
    query = select(table).where(table.league_id == league_id, table.state == "failed")
    return list(db.session.scalars(query.order_by(table.match_id)))


def sequence_of(match_id: int) -> int | None:
    """Give a match's place in the order of all matches, where a list has told it."""
    table = Dota2LeagueMatch
    query = select(table.sequence).where(table.match_id == match_id, table.sequence.is_not(None))
    return db.session.scalar(query.limit(1))
