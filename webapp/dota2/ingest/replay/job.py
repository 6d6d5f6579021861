"""The job that reads a replay a reader brought."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from webapp.core.db import db, utc_now
from webapp.core.objects import ObjectMissing
from webapp.core.settings import current_settings
from webapp.dota2.domain.records import Match
from webapp.dota2.domain.replays.numbers import own_number
from webapp.dota2.domain.words import REPLAY_STEPS
from webapp.dota2.ingest.match import INTAKE
from webapp.dota2.ingest.replay.reading import Reading, read_replay
from webapp.dota2.ingest.replay.unpack import unpack_replay
from webapp.dota2.store import replays
from webapp.dota2.store.matches import may_replace
from webapp.dota2.store.uploads import INBOX
from webapp.jobs import Refused, Run
from webapp.matchplay.demo_file import DemoRefused
from webapp.matchroom import ingesting
from webapp.matchroom.demos.folder import demo_folder, has_room
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.uploads import name_match

GONE = "The file is no longer here. Bring it again."
FULL = "The disk is too full to unpack a replay; free some space and try again."
USUAL_RATIO = 4


def ingest_replay(run: Run) -> None:
    """Bring a match from a brought replay to its pages."""
    digest = str(run.args["sha256"])
    replays.drop_old_replays()
    try:
        with _refusing(), demo_folder() as folder:
            reading = _read(run, digest, folder)
        _keep(run, digest, reading)
    except Refused:
        replays.drop_replay(digest)
        raise
    replays.drop_replay(digest)


@contextmanager
def _refusing() -> Iterator[None]:
    """Let what is wrong with a file end the run with its sentence."""
    try:
        yield
    except DemoRefused as refused:
        raise Refused(refused.sentence) from refused
    except ObjectMissing as gone:
        raise Refused(GONE) from gone
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        raise Refused(FULL) from error


def _read(run: Run, digest: str, folder: Path) -> Reading:
    """Lay a replay on disk, unpack it beside itself and have it read."""
    run.step(2, REPLAY_STEPS[1])
    packed, plain = folder / "packed", folder / "plain"
    most = current_settings().dota2_replay_unpacked_bytes
    with packed.open("xb") as file:
        file.writelines(replays.replay_parts(digest))
    db.session.rollback()  # what follows takes minutes, and must hold no transaction
    if not has_room(folder, min(USUAL_RATIO * packed.stat().st_size, most)):
        raise DemoRefused(FULL)
    unpack_replay(packed, plain, most_bytes=most)
    with plain.open("rb") as file:
        own = own_number(hashlib.file_digest(file, "sha256").hexdigest())
    run.step(3, REPLAY_STEPS[2])
    return read_replay(plain, folder, own)


def _keep(run: Run, digest: str, reading: Reading) -> None:
    """Keep the match unless OpenDota told as much of it; its file leads to it either way."""
    noted = partial(name_match, INBOX, digest)
    if may_replace(reading.match_id, "upload", parsed=True, replay=True):
        raw = Raw(reading.body, "json", utc_now(), "upload")
        intake = replace(INTAKE, kept=noted, may_replace=_may_replace)
        ingesting.take_in(run, intake, raw, reading.match_id, REPLAY_STEPS)
    else:
        run.finish(lambda: noted(reading.match_id))


def _may_replace(_shelf: object, match: Match, provenance: Provenance) -> bool:
    return may_replace(match.match_id, provenance, parsed=match.parsed, replay=True)
