"""What a reader may ask of this room: a match, a file read, a history, many matches at once."""

from __future__ import annotations

import uuid
from typing import BinaryIO

from webapp.core.db import db
from webapp.deadlock.domain.words import (
    HISTORY_STEPS,
    MATCH_STEPS,
    UPLOAD_STEPS,
    history_key,
    match_key,
)
from webapp.deadlock.store import matches, uploads
from webapp.jobs import enqueue
from webapp.jobs.latest import said

QUEUE_FOR_MANY = "bulk"
MOST_AT_ONCE = 25


def ask_for_match(match_id: int, *, queue: str = "interactive") -> str:
    """Ask for a match; gives the page that shows the progress. Commits."""
    run_id = enqueue(
        "deadlock.match",
        key=match_key(match_id),
        args={"match_id": match_id},
        target_url=f"/deadlock/matches/{match_id}",
        steps=MATCH_STEPS,
        title=f"Fetching match {match_id}",
        queue=queue,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def ask_for_matches(match_ids: list[int]) -> int:
    """Ask for many matches in the slow lane, those not kept here yet; gives how many."""
    wanted = [one for one in match_ids if one not in matches.known_matches(match_ids)]
    for match_id in wanted[:MOST_AT_ONCE]:
        ask_for_match(match_id, queue=QUEUE_FOR_MANY)
    return len(wanted[:MOST_AT_ONCE])


def ask_for_history(account_id: int) -> str:
    """Ask for an account's history; gives the page that shows the progress. Commits."""
    run_id = enqueue(
        "deadlock.history",
        key=history_key(account_id),
        args={"account_id": account_id},
        target_url=f"/deadlock/players/{account_id}",
        steps=HISTORY_STEPS,
        title=f"Fetching the history of account {account_id}",
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def import_upload(filename: str, stream: BinaryIO) -> str:
    """Keep a brought file and ask for it to be read; gives the progress page. Commits."""
    run_id, _ = keep_upload(filename, stream.read())
    return f"/jobs/{run_id}"


def keep_upload(filename: str, body: bytes) -> tuple[uuid.UUID, str]:
    """Keep a brought file and ask for it to be read; gives the run and the file's SHA-256."""
    digest = uploads.save_upload(filename, body)
    run_id = enqueue(
        "deadlock.upload",
        key=f"deadlock.upload:{digest}",
        args={"sha256": digest},
        target_url=f"/deadlock/uploads/{digest}",
        steps=UPLOAD_STEPS,
        title=f"Reading {uploads.plain_name(filename)}",
    )
    db.session.commit()
    return run_id, digest


def said_of(run_id: uuid.UUID) -> str:
    """Give what a run that did not succeed says of itself."""
    return said(run_id) or "It could not be read."
