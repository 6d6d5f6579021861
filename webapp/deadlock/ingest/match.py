"""Bring one match from bytes to pages: fetch, read, work out, keep.

Whatever goes wrong ends in a sentence for the reader; an unreadable body goes to
quarantine whole, and a match is kept whole or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import NoReturn

from webapp.core.db import db, utc_now
from webapp.core.memory import uncollected
from webapp.core.objects import ObjectMissing, StorageDown
from webapp.core.upstream_errors import Drifted, Unavailable, UpstreamError
from webapp.deadlock.domain.records import Match, MatchUnreadable
from webapp.deadlock.domain.words import MATCH_STEPS, UPLOAD_STEPS
from webapp.deadlock.ingest.body import format_of
from webapp.deadlock.ingest.working import Worked, read_match, work_out
from webapp.deadlock.store import matches, uploads
from webapp.deadlock.store.matches import PackedRaw, Raw
from webapp.deadlock.store.quarantine import quarantine, release
from webapp.deadlock.store.wordings import ask_for_wording
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.jobs import Later, Refused, Run

ASK_AGAIN = timedelta(minutes=30)
GIVE_UP_AFTER = timedelta(days=2)
MOST_DOUBLED = 11
BATCH = 100
GONE = "The file is no longer here. Bring it again."


@uncollected()
def ingest_match(run: Run, upstream: DeadlockUpstream) -> None:
    """Bring one match from the game's servers to a page."""
    match_id = int(run.args["match_id"])
    run.step(2, MATCH_STEPS[1])
    raw = _fetch(run, upstream, match_id)
    run.step(3, MATCH_STEPS[2])
    match, packed = _read(raw, match_id)
    run.step(4, MATCH_STEPS[3])
    _keep(run, match, packed, step=5)


@uncollected()
def ingest_upload(run: Run) -> None:
    """Bring a match from a reader's file to a page; never in place of an upstream's body."""
    digest = str(run.args["sha256"])
    run.step(2, UPLOAD_STEPS[1])
    match, packed = _read(_read_upload(digest), None)
    if matches.may_replace(match.match_id, "upload"):
        run.step(3, UPLOAD_STEPS[2])
        _keep(run, match, packed, step=4, digest=digest)
    else:
        run.finish(lambda: uploads.name_match(digest, match.match_id))
    uploads.drop_body(digest)


@uncollected()
def save_generated(body: bytes) -> int:
    """Keep a generated sample match; gives its id. Commits."""
    match, packed = read_match(Raw(body, "json", utc_now(), "generated"))
    matches.save_match(match, *work_out(match, packed))
    db.session.commit()
    return match.match_id


@dataclass(frozen=True, slots=True)
class Reanalysed:
    """How many matches were worked out again, and a sentence for each that could not be."""

    done: int
    refused: tuple[str, ...]


def reanalyse_all() -> Reanalysed:
    """Work out again every match of an older analysis version, one transaction each."""
    done, refused, after = 0, [], 0
    while batch := matches.stale_matches(after, BATCH):
        for match_id in batch:
            try:
                reanalyse(match_id)
                done += 1
            except (MatchUnreadable, ObjectMissing) as wrong:
                db.session.rollback()
                refused.append(f"Match {match_id}: {wrong}")
        after = batch[-1]
    return Reanalysed(done, tuple(refused))


@uncollected()
def reanalyse(match_id: int) -> None:
    """Work a kept match out again from its raw body. Commits; raises MatchUnreadable."""
    row = matches.load_row(match_id)
    if row is None:
        return
    raw = Raw(matches.load_raw(row), row.raw_format, row.fetched_at, row.provenance)  # type: ignore[arg-type]
    match, packed = read_match(raw, match_id)
    matches.save_match(match, *work_out(match, packed))
    db.session.commit()


def _read_upload(digest: str) -> Raw:
    upload = uploads.load_upload(digest)
    if upload is None:
        raise Refused(GONE)
    try:
        body = uploads.read_upload(upload)
    except ObjectMissing as gone:
        raise Refused(GONE) from gone
    return Raw(body, format_of(body), upload.uploaded_at, "upload")


def _fetch(run: Run, upstream: DeadlockUpstream, match_id: int) -> Raw:
    try:
        reply = upstream.fetch_metadata(match_id)
    except Unavailable as away:
        _wait(run, away)
    except Drifted as drifted:
        if drifted.body:
            quarantine(str(match_id), drifted.sentence, "", drifted.body)
        raise Refused(drifted.sentence) from drifted
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    return Raw(reply.body, format_of(reply.body), reply.fetched_at, "upstream")


def _wait(run: Run, away: Unavailable) -> NoReturn:
    """Ask again when the upstream says, for two days; most matches that come, come by then."""
    if utc_now() - run.created_at > GIVE_UP_AFTER:
        raise Refused(
            "The archive did not have this match within two days. About one match in five "
            "never reaches it; a metadata file from the game still opens it here."
        )
    # Each time in vain doubles the pause, whatever the upstream hopes for.
    pause = min(timedelta(seconds=2 ** min(run.claims, MOST_DOUBLED)), ASK_AGAIN)
    raise Later(away.sentence, max(away.retry_at or utc_now() + ASK_AGAIN, utc_now() + pause))


def _read(raw: Raw, match_id: int | None) -> tuple[Match, PackedRaw]:
    try:
        return read_match(raw, match_id)
    except MatchUnreadable as wrong:
        quarantine(str(match_id or "upload"), wrong.sentence, wrong.path or "", raw.body)
        raise Refused(f"{wrong.sentence} The file is kept aside for a better reader.") from wrong


def _keep(
    run: Run, match: Match, packed: PackedRaw, *, step: int, digest: str | None = None
) -> None:
    worked = _work_out_or_keep_aside(match, packed)
    run.step(step, MATCH_STEPS[-1])

    def effect() -> None:
        _save(match, worked)
        if digest:
            uploads.name_match(digest, match.match_id)

    run.finish(effect)


def _work_out_or_keep_aside(match: Match, packed: PackedRaw) -> Worked:
    """Work a match out; a fault of our own costs the try, never the body that showed it."""
    try:
        return work_out(match, packed)
    except StorageDown:
        raise
    except Exception as fault:
        where = f"{type(fault).__name__} while it was worked out"
        quarantine(
            str(match.match_id), "This match could not be worked out.", where, packed.raw.body
        )
        raise


def _save(match: Match, worked: Worked) -> None:
    matches.hold_match(match.match_id)
    if matches.may_replace(match.match_id, worked.raw.provenance):
        matches.save_match(match, *worked)
        release(match.match_id)
        ask_for_wording(match.match_id)
