"""A game of our own making: text ids, a match and a timeline, one part of an analysis."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from tests.jobs.asked import ask, row
from webapp.core.db import db
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from webapp.matchplay.unreadable import MatchUnreadable
from webapp.matchroom import ingesting, keeping
from webapp.matchroom.files import Provenance, Raw
from webapp.matchroom.intake import Intake, Patience
from webapp.matchroom.keeping import Worked
from webapp.matchroom.models import MatchColumns, SliceColumns, match_rules, of_match
from webapp.matchroom.shelf import Shelf
from webapp.matchroom.sources import HeldSources

FETCHED = datetime(2026, 11, 20, 12, tzinfo=UTC)
STEPS = ("Wait", "Fetch", "Read", "Work out", "Keep")
MATCH = "EUW1_7"


class ToyBase(DeclarativeBase):
    """Tables of tests only: no migration knows them."""


class ToyMatch(MatchColumns, ToyBase):
    """One match, maybe with a timeline."""

    __tablename__ = "toy_match"
    __table_args__ = match_rules("toy_match")

    match_id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    timeline_key: Mapped[str | None]


class ToySlice(SliceColumns, ToyBase):
    """One part of its analysis."""

    __tablename__ = "toy_slice"

    match_id: Mapped[str] = of_match("toy_match")


class ToyPlayer(ToyBase):
    """One of its players."""

    __tablename__ = "toy_player"

    match_id: Mapped[str] = of_match("toy_match")
    slot: Mapped[int] = mapped_column(primary_key=True)


@dataclass(frozen=True, slots=True)
class Told:
    """One toy match: its players, and its frames where a timeline has come."""

    match_id: str
    players: int
    frames: int | None


@dataclass(frozen=True, slots=True)
class Frames:
    """How many frames were seen, where a timeline has come."""

    seen: int | None


@dataclass(frozen=True, slots=True)
class ToyAnalysis:
    """All that is worked out."""

    frames: Frames


@dataclass(frozen=True, slots=True)
class Names:
    """Names of nothing."""

    version: str = "names 1"


SHELF: Final[Shelf[ToyMatch, str]] = Shelf(
    game="toy",
    row=ToyMatch,
    slice=ToySlice,
    analysis=ToyAnalysis,
    analysis_version=2,
    added={"later": Frames},
    bodies=("timeline",),
)


def body(match_id: str = MATCH, **more: Any) -> bytes:
    return json.dumps({"id": match_id, "players": 2, **more}).encode()


def timeline(frames: int) -> bytes:
    return json.dumps({"frames": frames}).encode()


def raw(
    main: bytes, provenance: Provenance = "upstream", beside: Mapping[str, bytes] | None = None
) -> Raw:
    return Raw(main, "json", FETCHED, provenance, beside or {})


def read(came: Raw, match_id: str | None) -> Told:
    told = json.loads(came.body)
    if "id" not in told or (match_id and told["id"] != match_id):
        raise MatchUnreadable("This is not that match.", "id")
    beside = came.beside.get("timeline")
    return Told(told["id"], told["players"], json.loads(beside)["frames"] if beside else None)


def save(match: Told, worked: Worked[ToyAnalysis]) -> None:
    own = {"started_at": FETCHED, "duration_s": 1800, "outcome": "won", "missing": []}
    keeping.save_row(SHELF, match.match_id, own, worked.raw, worked.placed)
    keeping.save_slices(SHELF, match.match_id, worked.slices)
    players = [{"match_id": match.match_id, "slot": slot} for slot in range(match.players)]
    keeping.replace_rows(ToyPlayer, match.match_id, players)


INTAKE: Final[Intake[Told, ToyAnalysis, str]] = Intake(
    shelf=SHELF,
    read=read,
    analyse=lambda match: ToyAnalysis(Frames(match.frames)),
    save=save,
    steps=STEPS,
    patience=Patience(timedelta(minutes=5), timedelta(days=1), "Nobody has it."),
)


def held_sources() -> HeldSources[ToyMatch, str, Names]:
    return HeldSources(SHELF, Names, lambda _slices: {})


def come(fetch: Callable[[str], Raw], match_id: str = MATCH) -> JobRun:
    """Fetch a match in a run of its own; gives what became of the run."""
    return done(lambda run: ingesting.ingest_match(run, INTAKE, match_id, fetch))


def done(job: Callable[[Any], None]) -> JobRun:
    """Do a job under a key of its own; gives what became of the run."""
    run_id = ask(key=f"toy:{uuid.uuid4()}", steps=STEPS)
    assert perform(run_id, {"test.match": job})
    return row(run_id)


def kept() -> ToyMatch:
    """Read the match's row afresh."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(ToyMatch, MATCH)


def slots() -> list[int]:
    return list(db.session.scalars(select(ToyPlayer.slot).order_by(ToyPlayer.slot)))
