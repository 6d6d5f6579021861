"""What a reader may ask of this room: a match, a file read, a history, many matches at once."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import BinaryIO

from webapp.core.db import db
from webapp.core.settings import current_settings
from webapp.deadlock.domain.words import (
    BUILD_STEPS,
    DEMO_FILE_STEPS,
    DEMO_STEPS,
    HISTORY_STEPS,
    MATCH_STEPS,
    UPLOAD_STEPS,
    builds_key,
    demo_key,
    history_key,
    match_key,
)
from webapp.deadlock.store import builds, demos, matches, players, uploads, wordings
from webapp.jobs import enqueue
from webapp.jobs.latest import said
from webapp.matchplay.demo_file import PEEK_BYTES, begins_demo
from webapp.matchroom.following import MOST_NEW, new_since
from webapp.matchroom.uploads import plain_name
from webapp.matchroom.wording import ask_for_wording

QUEUE_FOR_MANY = "bulk"
MOST_AT_ONCE = 25


def ask_for_match(match_id: int, *, queue: str = "interactive") -> str:
    """Ask for a match; gives the page that shows the progress. Commits."""
    run_id = _want_match(match_id, queue)
    db.session.commit()
    return f"/jobs/{run_id}"


def reread_match(key: str, note_id: int) -> uuid.UUID:
    """Ask for a match to be read from what lies in quarantine, in the caller's transaction."""
    return _want_match(int(key), "interactive", once={"note": note_id})


def _want_match(match_id: int, queue: str, **more: object) -> uuid.UUID:
    return enqueue(
        "deadlock.match",
        key=match_key(match_id),
        args={"match_id": match_id, **more},
        target_url=f"/deadlock/matches/{match_id}",
        steps=MATCH_STEPS,
        title=f"Fetching match {match_id}",
        queue=queue,
    )


def ask_for_matches(match_ids: list[int]) -> int:
    """Ask for many matches in the slow lane, those not kept here yet; gives how many."""
    wanted = [one for one in match_ids if one not in matches.known_matches(match_ids)]
    for match_id in wanted[:MOST_AT_ONCE]:
        ask_for_match(match_id, queue=QUEUE_FOR_MANY)
    return len(wanted[:MOST_AT_ONCE])


def ask_for_words(match_id: int) -> str | None:
    """Ask for a match's findings in other words; None where nobody does that. Commits."""
    run_id = ask_for_wording(wordings.WORDINGS, match_id)
    db.session.commit()
    return f"/jobs/{run_id}" if run_id else None


def ask_for_new(player_key: str, since: datetime) -> int:
    """Ask for what a followed player played since a moment, not kept here; gives how many."""
    newest = players.newest_played(int(player_key), MOST_NEW)
    return ask_for_matches([one.match_id for one in newest if one.started_at >= new_since(since)])


def ask_for_history(account_id: int, *, queue: str = "interactive") -> str:
    """Ask for an account's history; gives the page that shows the progress. Commits."""
    run_id = enqueue(
        "deadlock.history",
        key=history_key(account_id),
        args={"account_id": account_id},
        target_url=f"/deadlock/players/{account_id}",
        steps=HISTORY_STEPS,
        title=f"Fetching the history of account {account_id}",
        queue=queue,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def ask_for_demo(match_id: int) -> str:
    """Ask for a match's demo; gives the page that shows the progress. Commits."""
    run_id = enqueue(
        "deadlock.demo",
        key=demo_key(match_id),
        args={"match_id": match_id},
        target_url=f"/deadlock/matches/{match_id}/data#demo",
        steps=DEMO_STEPS,
        title=f"Fetching the demo of match {match_id}",
        queue=QUEUE_FOR_MANY,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def ask_for_named_builds(match_id: int) -> None:
    """Ask for the builds a match names in the slow lane, unless they were asked for before."""
    if builds.wants_builds(match_id):
        ask_for_builds(match_id, queue=QUEUE_FOR_MANY)


def ask_for_builds(match_id: int, *, queue: str = "interactive") -> str:
    """Ask for the builds a match names; gives the page that shows the progress. Commits."""
    run_id = enqueue(
        "deadlock.builds",
        key=builds_key(match_id),
        args={"match_id": match_id},
        target_url=f"/deadlock/matches/{match_id}/builds",
        steps=BUILD_STEPS,
        title=f"Fetching the published builds of match {match_id}",
        queue=queue,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def keep_demo(filename: str, stream: BinaryIO, match_id: int | None) -> tuple[uuid.UUID, uuid.UUID]:
    """Keep a brought demo and ask for it to be read; gives the run and the file's name here.

    Commits; raises DemoTooLarge.
    """
    most = current_settings().deadlock_demo_bytes
    name = demos.keep_demo_upload(filename, stream, match_id, most_bytes=most)
    run_id = enqueue(
        "deadlock.demo_file",
        key=f"deadlock.demo_file:{name}",
        args={"upload": str(name), "match_id": match_id},
        target_url=f"/deadlock/demos/{name}",
        steps=DEMO_FILE_STEPS,
        title=f"Reading {plain_name(filename)}",
        queue=QUEUE_FOR_MANY,
    )
    db.session.commit()
    return run_id, name


def is_demo(stream: BinaryIO) -> bool:
    """Say whether a brought file is a demo; leaves it at its beginning."""
    head = stream.read(PEEK_BYTES)
    stream.seek(0)
    return begins_demo(head)


def import_upload(filename: str, stream: BinaryIO) -> str:
    """Keep a brought file and ask for it to be read; gives the progress page. Commits."""
    if is_demo(stream):
        run_id, _ = keep_demo(filename, stream, None)
    else:
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
        title=f"Reading {plain_name(filename)}",
    )
    db.session.commit()
    return run_id, digest


def said_of(run_id: uuid.UUID) -> str:
    """Give what a run that did not succeed says of itself."""
    return said(run_id) or "It could not be read."
