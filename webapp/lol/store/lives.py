"""The game an account is in, or was in last: when it was seen, and that it is over."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.lol.domain.live import LATE, LOOK_EVERY, live_key
from webapp.lol.models import LolLive


def save_live(account_id: uuid.UUID, game: Mapping[str, object] | None) -> None:
    """Keep the game an account is in, or that it is in none, in the caller's transaction."""
    now = utc_now()
    told = {"seen_at": now, "game": game or {}, "over_at": None if game else now, "looked_at": now}
    row = insert(LolLive).values(account_id=account_id, **told)
    over = {"looked_at": now, "over_at": func.coalesce(LolLive.over_at, now)}
    change = told if game else over
    db.session.execute(row.on_conflict_do_update(index_elements=["account_id"], set_=change))


def load_live(account_id: uuid.UUID) -> LolLive | None:
    """Give the game an account was last seen in."""
    return db.session.get(LolLive, account_id)


def looked_lately(account_id: uuid.UUID) -> bool:
    """Say whether Riot told a moment ago whether an account is in a game, by whatever way."""
    live = load_live(account_id)
    looked_at = live.looked_at if live else None
    return looked_at is not None and utc_now() - looked_at < LOOK_EVERY


def hold_look(account_id: uuid.UUID) -> None:
    """Let nobody else ask for a look at this account until the caller's transaction ends."""
    number = func.hashtextextended(live_key(account_id), 0)
    db.session.execute(select(func.pg_advisory_xact_lock(number)))


def ended_lately(match_id: str) -> bool:
    """Say whether a match is a game seen here that was over a short while ago."""
    number = match_id.rpartition("_")[2]
    seen = select(LolLive.account_id).where(
        LolLive.over_at > utc_now() - LATE, LolLive.game["gameId"].astext == number
    )
    return db.session.scalar(seen.limit(1)) is not None
