"""What accounts played: OpenDota's list of their matches, and what of it is analysed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, starmap

import msgspec
from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, read_together
from webapp.core.prepared import Prepared
from webapp.core.readers import Question, Row
from webapp.dota2.models import Dota2History, Dota2Match, Dota2Player
from webapp.dota2.store.accounts import Known, account_question, games_question
from webapp.jobs.latest import LatestRun, latest_question, runs_of


class Played(msgspec.Struct, frozen=True):
    """One match an account played, by OpenDota's list or by our own analysis."""

    match_id: int
    started_at: datetime
    duration_s: int | None
    hero_id: int
    side: str | None
    game_mode: int | None
    lobby_type: int | None
    won: bool | None
    abandoned: bool
    kills: int | None
    deaths: int | None
    assists: int | None
    gold_per_minute: int | None
    xp_per_minute: int | None
    last_hits: int | None
    hero_damage: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """An account, its matches, newest first, those of them kept here, and the runs asked for.

    `in_all` is how many matches OpenDota knows; it lists the newest.
    """

    known: Known | None
    played: list[Played]
    in_all: int
    kept: frozenset[int]
    runs: dict[str, LatestRun]


def save_history(account_id: int, played: Sequence[Played]) -> None:
    """Keep an account's matches; a line that lacks a figure never empties one known before."""
    if not played:
        return
    rows = [{"account_id": account_id, **msgspec.structs.asdict(one)} for one in played]
    new = insert(Dota2History)
    table = Dota2History.__table__.c
    change = {
        name: func.coalesce(new.excluded[name], table[name]) for name in rows[0] if name not in _KEY
    }
    db.session.execute(new.on_conflict_do_update(index_elements=_KEY, set_=change), rows)


def load_player(account_id: int, *keys: str) -> Found:
    """Give an account, `load_history` of it, and the last runs of these keys. One round trip."""
    known, in_all, told, analysed, *runs = read_together(
        account_question(account_id),
        games_question(account_id),
        *_played_questions(account_id),
        *([latest_question(keys)] if keys else ()),
    )
    return Found(
        known=Known(*known[0]) if known else None,
        played=_newest_first(told, analysed),
        in_all=in_all[0][0],
        kept=frozenset(match_id for match_id, *_ in analysed),
        runs=runs_of(chain(*runs)),
    )


def load_history(account_id: int) -> list[Played]:
    """Give all matches of an account that are known here, newest first.

    OpenDota's lines, with the figures of matches analysed here where those are fuller.
    """
    return _newest_first(*read_together(*_played_questions(account_id)))


def newest_played(account_id: int, limit: int) -> list[Played]:
    """Give the newest matches of an account that are known here, newest first."""
    return _newest_first(*read_together(*_played_questions(account_id, limit)))[:limit]


def accounts_in(match_id: int) -> list[int]:
    """Give the accounts that played a match kept here, where they are told."""
    mine = (Dota2Player.match_id == match_id, Dota2Player.account_id.is_not(None))
    found = db.session.scalars(select(Dota2Player.account_id).where(*mine))
    return [one for one in found if one]


_KEY = ["account_id", "match_id"]


def _played_questions(account_id: int, limit: int | None = None) -> tuple[Question, Question]:
    """Ask for what OpenDota told, then for what is analysed here.

    Samples and files nobody vouches for stay out.
    """
    values = {"account_id": account_id, "limit": limit}
    return _TOLD.question(**values), _ANALYSED.question(**values)


def _newest_first(told: list[Row], analysed: list[Row]) -> list[Played]:
    lines = {one.match_id: one for one in starmap(Played, chain(told, analysed))}
    return sorted(lines.values(), key=lambda one: (one.started_at, one.match_id), reverse=True)


_LIMIT = bindparam("limit", type_=Integer)
_OF_MATCH = {"match_id", "started_at", "duration_s", "game_mode", "lobby_type"}
_TOLD = Prepared(
    select(*(getattr(Dota2History, name) for name in Played.__struct_fields__))
    .where(Dota2History.account_id == bindparam("account_id"))
    .order_by(Dota2History.started_at.desc())
    .limit(_LIMIT)
)
_ANALYSED = Prepared(
    select(
        *(
            getattr(Dota2Match if name in _OF_MATCH else Dota2Player, name)
            for name in Played.__struct_fields__
        )
    )
    .join(Dota2Player, Dota2Player.match_id == Dota2Match.match_id)
    .where(Dota2Player.account_id == bindparam("account_id"))
    .where(Dota2Match.provenance == "upstream", Dota2Match.started_at.is_not(None))
    .order_by(Dota2Match.started_at.desc())
    .limit(_LIMIT)
)
