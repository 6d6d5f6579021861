"""The two jobs about demos: one fetches a match's own, one reads what a reader brought."""

from __future__ import annotations

import errno
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from webapp.core.db import utc_now
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Paused, Unavailable, UpstreamError
from webapp.deadlock.domain.demos import DemoRefused
from webapp.deadlock.domain.words import DEMO_FILE_STEPS, DEMO_STEPS
from webapp.deadlock.ingest.demo.bringing import Brought, collect_upload
from webapp.deadlock.ingest.demo.keeping import work_out
from webapp.deadlock.ingest.demo.reading import Reading, read_demo
from webapp.deadlock.ingest.demo.salts import demo_address
from webapp.deadlock.ingest.demo.saving import NotHereYet, kept_demo, match_of
from webapp.deadlock.ingest.demo.unpack import unpack_demo
from webapp.deadlock.store import demos, matches
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.deadlock.upstream.demos import DemoServers
from webapp.jobs import Later, Refused, Run
from webapp.matchroom.demos.folder import demo_folder, has_room

MOST_DOUBLED = 5
GIVE_UP_AFTER = timedelta(hours=6)
FULL = "The disk is too full to unpack a demo; free some space and try again."


def ingest_demo(run: Run, upstream: DeadlockUpstream, servers: DemoServers) -> None:
    """Bring one match's demo from the game's file servers to its pages."""
    match_id = int(run.args["match_id"])

    def bring(folder: Path) -> Brought:
        run.step(2, DEMO_STEPS[1])
        address = demo_address(match_id, upstream)
        run.step(3, DEMO_STEPS[2])
        path = folder / "packed"
        fetched = servers.fetch_demo(match_id, address, path)
        return Brought(path, fetched.bytes, fetched.sha256, "salts")

    with _noting(run, match_id):
        _ingest(run, bring, match_id, first_step=4)


def ingest_demo_file(run: Run) -> None:
    """Bring a demo from a reader's file to the pages of the match it names."""
    name = uuid.UUID(str(run.args["upload"]))
    wanted = run.args.get("match_id")

    def bring(folder: Path) -> Brought:
        run.step(2, DEMO_FILE_STEPS[1])
        return collect_upload(name, folder / "packed")

    demos.drop_old_demo_uploads()
    try:
        with _noting(run, wanted):
            _ingest(run, bring, wanted, first_step=3, upload=name)
    except Refused as refused:
        if not isinstance(refused.__cause__, NotHereYet):
            demos.drop_demo_parts(name)
        raise
    demos.drop_demo_parts(name)


@contextmanager
def _noting(run: Run, match_id: int | None) -> Iterator[None]:
    """Let whatever ends the work be said on the match's pages too."""
    try:
        yield
    except Unavailable as away:
        _note(match_id, away.sentence)
        over = utc_now() - run.created_at > GIVE_UP_AFTER
        if over and not isinstance(away, Paused):
            raise Refused(away.sentence) from away
        raise Later(away.sentence, _later(run, away)) from away
    except (UpstreamError, DemoRefused) as refused:
        _note(match_id, refused.sentence)
        raise Refused(refused.sentence) from refused
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        _note(match_id, FULL)
        raise Refused(FULL) from error


def _later(run: Run, away: Unavailable) -> datetime:
    """Say when to try again: each try in vain doubles the pause, for each may cost a download."""
    pause = timedelta(minutes=2 ** min(run.claims, MOST_DOUBLED))
    return max(away.retry_at or utc_now(), utc_now() + pause)


def _note(match_id: int | None, sentence: str) -> None:
    if match_id is not None and matches.known_matches([match_id]):
        demos.note_failure(match_id, sentence)


def _ingest(
    run: Run,
    bring: Callable[[Path], Brought],
    wanted: int | None,
    *,
    first_step: int,
    upload: uuid.UUID | None = None,
) -> None:
    """Bring, unpack, read, compare and keep; the folder and all in it are gone at the end."""
    with demo_folder() as folder:
        brought, reading = _read(run, folder, bring(folder), first_step)
        match, body_sha256 = match_of(wanted or reading.header.match_id)
        worked = work_out(reading, match, of=body_sha256)
    run.step(first_step + 2, DEMO_STEPS[5])
    tables = demos.place_tables(match.match_id, worked.tables)
    kept = kept_demo(reading, worked, brought, tables)

    def effect() -> None:
        matches.hold_match(match.match_id)
        demos.save_demo(match.match_id, kept, worked.parts)
        if upload is not None:
            demos.name_demo_match(upload, match.match_id)

    run.finish(effect)


def _read(run: Run, folder: Path, brought: Brought, first_step: int) -> tuple[Brought, Reading]:
    """Unpack a demo beside itself and have it read."""
    most = current_settings().deadlock_demo_unpacked_bytes
    run.step(first_step, DEMO_STEPS[3])
    if not has_room(folder, min(4 * brought.bytes, most)):
        raise DemoRefused(FULL)
    size = unpack_demo(brought.path, folder / "plain", most_bytes=most)
    run.step(first_step + 1, DEMO_STEPS[4])
    return replace(brought, plain_bytes=size), read_demo(folder / "plain", folder)
