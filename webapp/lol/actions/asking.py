"""What a reader may ask to be fetched or read: a match, its timeline, an account, a file."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import BinaryIO, Final

from webapp.core.db import db
from webapp.jobs import BULK, INTERACTIVE, enqueue
from webapp.jobs.latest import said
from webapp.lol.domain.asking import (
    MATCH_STEPS,
    SUMMONER_STEPS,
    TIMELINE_STEPS,
    UPLOAD_STEPS,
    match_key,
    summoner_key,
)
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store import accounts, games, lives, uploads, wordings
from webapp.lol.store.matches import load_row
from webapp.matchroom.uploads import plain_name
from webapp.matchroom.wording import ask_for_wording

MOST_AT_ONCE: Final = 20


def ask_for_match(match_id: str, *, queue: str = INTERACTIVE) -> str:
    """Ask for a match; gives the page that shows the progress. Commits."""
    run_id = _want_match(match_id, queue)
    db.session.commit()
    return f"/jobs/{run_id}"


def reread_match(key: str, note_id: int) -> uuid.UUID:
    """Ask for a match to be read from what lies in quarantine, in the caller's transaction."""
    return _want_match(key, INTERACTIVE, once={"note": note_id})


def ask_for_timeline(match_id: str) -> str:
    """Ask for the timeline of a kept match; gives the page that shows the progress. Commits."""
    run_id = enqueue(
        "lol.timeline",
        key=match_key(match_id),
        args={"match_id": match_id},
        target_url=f"/lol/matches/{match_id}",
        steps=TIMELINE_STEPS,
        title=f"Fetching the timeline of {match_id}",
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def ask_for_missing_timeline(match_id: str) -> None:
    """Ask for the timeline of a match that has none yet."""
    row = load_row(match_id)
    if row is not None and row.timeline_key is None and row.provenance == "upstream":
        ask_for_timeline(match_id)


def ask_for_new(player_key: str, since: datetime) -> int:
    """Ask for nothing more: an account's newest matches are asked for as it is brought."""
    del player_key, since
    return 0


def refresh_player(player_key: str) -> str:
    """Ask for a followed account in the slow lane; gives the progress page. Commits."""
    account = accounts.load_account_by_id(uuid.UUID(player_key))
    if account is None:
        return ""
    return ask_for_summoner(RiotId(account.name, account.tag), account.platform, queue=BULK)


def ask_for_summoner(riot_id: RiotId, platform: str = "", *, queue: str = INTERACTIVE) -> str:
    """Ask for an account to be brought up to date; gives the page of the progress. Commits.

    Without a platform, the one the account plays on is found first.
    """
    where = PLATFORMS[platform].route if platform else "find"
    run_id = enqueue(
        "lol.summoner",
        key=summoner_key(platform, riot_id),
        args={
            "platform": platform,
            "name": riot_id.name,
            "tag": riot_id.tag,
            "waited_for": queue == INTERACTIVE,
        },
        target_url=f"/lol/summoners/{where}/{riot_id.slug}",
        steps=SUMMONER_STEPS,
        title=f"Looking up {riot_id}",
        queue=queue,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def want_matches(account_id: uuid.UUID) -> int:
    """Ask for the newest matches of an account not kept here, in the slow lane; gives how many.

    Part of the caller's transaction.
    """
    wanted = games.not_kept(account_id, MOST_AT_ONCE)
    for match_id in wanted:
        _want_match(match_id, BULK)
    return len(wanted)


def ask_for_listed_matches(riot_id: RiotId) -> int:
    """Ask for the newest matches of an account not kept here; gives how many. Commits."""
    account = accounts.load_account(riot_id)
    wanted = want_matches(account.id) if account else 0
    db.session.commit()
    return wanted


def import_upload(filename: str, stream: BinaryIO) -> str:
    """Keep a brought file and ask for it to be read; gives the progress page. Commits."""
    run_id, _ = keep_upload(filename, stream.read())
    return f"/jobs/{run_id}"


def keep_upload(filename: str, body: bytes) -> tuple[uuid.UUID, str]:
    """Keep a brought file and ask for it to be read; gives the run and the file's SHA-256."""
    digest = uploads.save_upload(filename, body)
    run_id = enqueue(
        "lol.upload",
        key=f"lol.upload:{digest}",
        args={"sha256": digest},
        target_url=f"/lol/uploads/{digest}",
        steps=UPLOAD_STEPS,
        title=f"Reading {plain_name(filename)}",
    )
    db.session.commit()
    return run_id, digest


def said_of(run_id: uuid.UUID) -> str:
    """Give what a run that did not succeed says of itself."""
    return said(run_id) or "It could not be read."


def _want_match(match_id: str, queue: str, **more: object) -> uuid.UUID:
    return enqueue(
        "lol.match",
        key=match_key(match_id),
        args={
            "match_id": match_id,
            "waited_for": queue == INTERACTIVE,
            "just_ended": queue == INTERACTIVE and lives.ended_lately(match_id),
            **more,
        },
        target_url=f"/lol/matches/{match_id}",
        steps=MATCH_STEPS,
        title=f"Fetching match {match_id}",
        queue=queue,
    )


def ask_for_words(match_id: str) -> str | None:
    """Ask for a match's findings in other words; None where nobody does that. Commits."""
    run_id = ask_for_wording(wordings.WORDINGS, match_id)
    db.session.commit()
    return f"/jobs/{run_id}" if run_id else None
