"""Bring one match from bytes to pages: fetch, read, work out, keep. Run by workers only.

Whatever goes wrong ends in a sentence for the reader; an unreadable body goes to
quarantine whole, and a match is kept whole or not at all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from webapp.core.db import utc_now
from webapp.core.memory import uncollected
from webapp.core.objects import ObjectMissing, StorageDown
from webapp.core.upstream_errors import Drifted, Unavailable, UpstreamError
from webapp.jobs import Refused, Run
from webapp.matchplay.unreadable import MatchUnreadable
from webapp.matchroom.cards import ask_for_cards
from webapp.matchroom.files import PackedRaw, Raw
from webapp.matchroom.intake import A, Intake, M
from webapp.matchroom.keeping import Worked, hold_match
from webapp.matchroom.quarantine import (
    load_aside,
    note_passed_over,
    quarantine_raw,
    release,
    release_body,
)
from webapp.matchroom.reading import load_beside, load_row
from webapp.matchroom.shelf import K
from webapp.matchroom.uploads import Inbox, drop_body, load_upload, name_match, read_upload
from webapp.matchroom.waiting import wait_or_give_up
from webapp.matchroom.working import read_match, work_out

GONE = "The file is no longer here. Bring it again."
ASIDE = "Admins are shown what came. The file is kept aside for a better reader."
FROM_ASIDE = "Take the response kept aside"
STILL = "The response kept aside still cannot be read. Ask for the match to have it fetched anew."


@uncollected()
def ingest_match(run: Run, intake: Intake[M, A, K], match_id: K, fetch: Callable[[K], Raw]) -> None:
    """Bring one match from an upstream to a page; `fetch` raises the upstream's errors.

    What lies in quarantine is read in place of asking, where the run was started over for that.
    """
    if read_aside(run, intake, match_id, intake.steps):
        return
    run.step(2, intake.steps[1])
    raw = _fetch(run, intake, match_id, fetch)
    take_in(run, intake, _with_kept(intake, match_id, raw), match_id, intake.steps)


@uncollected()
def take_in(run: Run, intake: Intake[M, A, K], raw: Raw, match_id: K, steps: Sequence[str]) -> None:
    """Bring what has come to a page and end the run; the last three `steps` are told.

    Those are read, work out, keep. For a run of its own that adds a body to a kept match:
    `dataclasses.replace(load_bodies(…), beside=…)`.
    """
    run.step(len(steps) - 2, steps[-3])
    match, packed = _read(intake, raw, match_id)
    worked = _work_out(run, intake, match, packed, steps)
    run.finish(lambda: _save(intake, match, worked))


@uncollected()
def read_aside(run: Run, intake: Intake[M, A, K], match_id: K, steps: Sequence[str]) -> bool:
    """Bring the body of the note a run was started over for to a page, and end the run.

    False, with nothing done, where there is no such body (any more).
    """
    note_id = run.args.get("once", {}).get("note")
    raw = load_aside(intake.shelf, match_id, note_id, intake.format_of) if note_id else None
    if raw is None:
        return False
    run.step(2, FROM_ASIDE)
    try:
        take_in(run, intake, _with_kept(intake, match_id, raw), match_id, steps)
    except Refused as still:
        raise Refused(STILL) from still
    return True


@uncollected()
def ingest_upload(
    run: Run,
    intake: Intake[M, A, K],
    inbox: Inbox[Any],
    format_of: Callable[[bytes], str],
    steps: Sequence[str],
) -> None:
    """Bring a match from a reader's file to a page; never in place of an upstream's body."""
    digest, began = str(run.args["sha256"]), utc_now()
    run.step(len(steps) - 2, steps[-3])
    match, packed = _read(intake, _read_upload(inbox, digest, format_of), None)

    if intake.may_replace(intake.shelf, match, "upload"):
        worked = _work_out(run, intake, match, packed, steps)
        run.finish(lambda: _save_upload(intake, match, worked, inbox, digest))
    else:
        run.finish(lambda: name_match(inbox, digest, match.match_id))
    drop_body(inbox, digest, began)


def work_out_or_keep_aside(intake: Intake[M, A, K], match: M, packed: PackedRaw) -> Worked[A]:
    """Work a match out; a fault of our own costs the try, never the body that showed it."""
    try:
        return work_out(intake, match, packed)
    except StorageDown:
        raise
    except Exception as fault:
        where = f"{type(fault).__name__} while it was worked out"
        said = "This match could not be worked out."
        quarantine_raw(intake.shelf, match.match_id, said, where, packed.raw)
        raise


def _read_upload(inbox: Inbox[Any], digest: str, format_of: Callable[[bytes], str]) -> Raw:
    upload = load_upload(inbox, digest)
    if upload is None:
        raise Refused(GONE)
    try:
        body = read_upload(upload)
    except ObjectMissing as gone:
        raise Refused(GONE) from gone
    return Raw(body, format_of(body), upload.uploaded_at, "upload")


def _fetch(run: Run, intake: Intake[M, A, K], match_id: K, fetch: Callable[[K], Raw]) -> Raw:
    try:
        return fetch(match_id)
    except Unavailable as away:
        wait_or_give_up(run, away, intake.patience)
    except Drifted as drifted:
        if drifted.body:
            came = Raw(drifted.body, "", utc_now(), "upstream")
            quarantine_raw(intake.shelf, match_id, drifted.sentence, "", came)
        raise Refused(drifted.sentence) from drifted
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused


def _with_kept(intake: Intake[M, A, K], match_id: K, raw: Raw) -> Raw:
    """Put beside a body what came earlier by another way and did not come again."""
    shelf = intake.shelf
    row = load_row(shelf, match_id) if set(shelf.bodies) - raw.beside.keys() else None
    if row is None or row.provenance != raw.provenance:
        return raw
    try:
        return dataclasses.replace(raw, beside={**load_beside(shelf, row), **raw.beside})
    except ObjectMissing:
        return raw


def _read(intake: Intake[M, A, K], raw: Raw, match_id: K | None) -> tuple[M, PackedRaw]:
    try:
        return read_match(intake, raw, match_id)
    except MatchUnreadable as wrong:
        quarantine_raw(intake.shelf, match_id, wrong.sentence, wrong.path or "", raw)
        raise Refused(f"{wrong.sentence} {ASIDE}") from wrong


def _work_out(
    run: Run, intake: Intake[M, A, K], match: M, packed: PackedRaw, steps: Sequence[str]
) -> Worked[A]:
    run.step(len(steps) - 1, steps[-2])
    worked = work_out_or_keep_aside(intake, match, packed)
    run.step(len(steps), steps[-1])
    return worked


def _save(intake: Intake[M, A, K], match: M, worked: Worked[A]) -> None:
    shelf, match_id = intake.shelf, match.match_id
    hold_match(shelf, match_id)
    if intake.may_replace(shelf, match, worked.raw.provenance):
        intake.save(match, worked)
        release(shelf, match_id)
        note_passed_over(shelf, match_id, intake.passed_over(match), worked.raw)
        ask_for_cards(shelf.game)
        intake.kept(match_id)


def _save_upload(
    intake: Intake[M, A, K], match: M, worked: Worked[A], inbox: Inbox[Any], digest: str
) -> None:
    release_body(intake.shelf, digest)
    _save(intake, match, worked)
    name_match(inbox, digest, match.match_id)
