"""Generated matches kept the short way, and work done as a worker would."""

from __future__ import annotations

import uuid
from functools import cache

from sqlalchemy import func, select

from webapp.core.db import db, utc_now
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from webapp.lol.domain.played import Rank
from webapp.lol.ingest.match import INTAKE
from webapp.lol.models import LolAccount, LolKnownPuuid, LolMatch, LolPlayer, LolSlice
from webapp.lol.store.ranks import save_ranks
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.riot import match_bytes, timeline_bytes
from webapp.simulator.riot.people import people_of, puuid_of
from worker.queues import KINDS

KEY = "RGAPI-test"
ADA = people_of("EUW1")[9]
PUUID = puuid_of(ADA, KEY)


@cache
def bodies_of(match_id: str) -> tuple[bytes, bytes | None]:
    """Give a generated match and its timeline, as Riot would send them."""
    return match_bytes(match_id), timeline_bytes(match_id)


def keep(match_id: str, provenance: Provenance = "upstream", *, timeline: bool = True) -> str:
    """Keep a generated match without any job; gives its id."""
    body, told = bodies_of(match_id)
    beside = {"timeline": told} if told and timeline else {}
    kept = keep_now(INTAKE, Raw(body, "json", utc_now(), provenance, beside))
    db.session.remove()
    return kept


def keep_aborted(match_id: str) -> str:
    """Keep a generated match of two sides that broke off late, a winner named all the same."""
    body, told = bodies_of(match_id)
    body = body.replace(b"GameComplete", b"Abort_Unexpected")
    beside = {"timeline": told} if told else {}
    kept = keep_now(INTAKE, Raw(body, "json", utc_now(), "upstream", beside))
    db.session.remove()
    return kept


def done(url: str) -> JobRun:
    """Do the run a progress page is of, and whatever it asked for; gives that first run."""
    run_id = uuid.UUID(url.rpartition("/")[2])
    perform(run_id, KINDS)
    return run_of(run_id)


def all_done(limit: int = 60) -> int:
    """Do everything that is due but pictures for links; gives how many runs that were."""
    for number in range(limit):
        db.session.rollback()
        due = select(JobRun.id).where(
            JobRun.state == "queued", JobRun.run_at <= func.now(), JobRun.kind != "lol.cards"
        )
        run_id = db.session.scalar(due.limit(1))
        if run_id is None:
            return number
        perform(run_id, KINDS)
    return limit


def run_of(run_id: uuid.UUID) -> JobRun:
    """Read a run afresh."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(JobRun, run_id)


def row_of(match_id: str) -> LolMatch | None:
    """Read a match's row afresh."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.get(LolMatch, match_id)


def counts() -> tuple[int, int, int]:
    """Count what is kept: matches, parts of their analyses, players."""
    db.session.rollback()
    tables = (LolMatch, LolSlice, LolPlayer)
    found = [db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]
    return found[0], found[1], found[2]


def ranked(puuid: str, *ranks: Rank) -> None:
    """Know an account by one id, and its ranks, the newest last."""
    named = {"name": puuid[:8], "tag": "EUW", "name_key": puuid[:8], "tag_key": "euw"}
    account = LolAccount(platform="EUW1", puuid=puuid, key_print="test", **named)
    db.session.add(account)
    db.session.flush()
    db.session.add(LolKnownPuuid(puuid=puuid, account_id=account.id))
    db.session.flush()
    for rank in ranks:
        save_ranks(account.id, [rank])
    db.session.commit()
