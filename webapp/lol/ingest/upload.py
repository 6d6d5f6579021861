"""Bring a match, or the timeline of one that was brought before, from a reader's file to a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from webapp.core.db import utc_now
from webapp.core.objects import ObjectMissing
from webapp.jobs import Refused, Run
from webapp.lol.domain.asking import UPLOAD_STEPS
from webapp.lol.ingest.match import INTAKE, with_timeline
from webapp.lol.store.matches import load_brought, load_row
from webapp.lol.store.uploads import INBOX, drop_body, load_upload, name_match, read_upload
from webapp.matchroom import ingesting

MATCH_FIRST: Final = "This is a timeline. Bring the match’s own file first, then this one."
HAVE_RIOTS: Final = "This match came from Riot, whose own timeline is used for it."


NOTHING: Final = msgspec.Raw(b"")


class _Metadata(msgspec.Struct, rename="camel"):
    match_id: str | None = None


class _Info(msgspec.Struct, rename="camel"):
    frames: msgspec.Raw = NOTHING
    game_id: int | None = None


class _Peek(_Info):
    """A timeline's beginning; a pro game's has no metadata and the fields of `info` at the top."""

    metadata: _Metadata | None = None
    info: _Info | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """Which match a timeline says it belongs to: a match id, or a game's number alone."""

    match_id: str | None
    game_id: int | None


def ingest_upload(run: Run) -> None:
    """Bring a file to a page; never in place of what came from Riot."""
    digest, began = str(run.args["sha256"]), utc_now()
    body = _body_of(digest)
    if (whose := timeline_of(body)) is None:
        ingesting.ingest_upload(run, INTAKE, INBOX, lambda _: "json", UPLOAD_STEPS)
        return
    row = load_row(whose.match_id) if whose.match_id else load_brought(whose.game_id)
    if row is None:
        raise Refused(MATCH_FIRST)
    if row.provenance != "upload":
        raise Refused(HAVE_RIOTS)
    name_match(digest, row.match_id)
    with_timeline(run, row, body)
    drop_body(digest, began)


def timeline_of(body: bytes) -> Whose | None:
    """Say which match a timeline belongs to; None for a body that is no timeline."""
    try:
        found = msgspec.json.decode(body, type=_Peek)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    info = found.info or found
    if not bytes(info.frames).startswith(b"["):
        return None
    return Whose(found.metadata.match_id if found.metadata else None, info.game_id)


def _body_of(digest: str) -> bytes:
    upload = load_upload(digest)
    if upload is None:
        raise Refused(ingesting.GONE)
    try:
        return read_upload(upload)
    except ObjectMissing as gone:
        raise Refused(ingesting.GONE) from gone
