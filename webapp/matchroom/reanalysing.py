"""Working matches out without a run: samples as they are made, kept ones anew."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from webapp.core.db import db
from webapp.core.memory import uncollected
from webapp.core.objects import ObjectMissing, StorageDown
from webapp.matchplay.unreadable import MatchUnreadable
from webapp.matchroom.cards import ask_for_cards
from webapp.matchroom.files import Raw
from webapp.matchroom.ingesting import work_out_or_keep_aside
from webapp.matchroom.intake import A, Intake, M
from webapp.matchroom.keeping import hold_match
from webapp.matchroom.listing import stale_matches
from webapp.matchroom.quarantine import note_passed_over, release, release_raw
from webapp.matchroom.reading import load_bodies, load_row
from webapp.matchroom.shelf import K
from webapp.matchroom.working import read_match, work_out

BATCH = 100
FAULT = "This match could not be worked out again; the log says why."
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Reanalysed:
    """How many matches were worked out again, and a sentence for each that could not be."""

    done: int
    refused: tuple[str, ...]


@uncollected()
def keep_now(intake: Intake[M, A, K], raw: Raw, match_id: K | None = None) -> K:
    """Keep a match from its bodies at once; gives its id. Commits; raises MatchUnreadable."""
    match, packed = read_match(intake, raw, match_id)
    worked = work_out(intake, match, packed)
    kept: K = match.match_id
    hold_match(intake.shelf, kept)
    intake.save(match, worked)
    db.session.commit()
    return kept


@uncollected()
def keep_if_worth(intake: Intake[M, A, K], raw: Raw, match_id: K) -> None:
    """Keep a match at once, unless what is kept is worth more. Commits; raises MatchUnreadable."""
    match, packed = read_match(intake, raw, match_id)
    worked = work_out(intake, match, packed)
    hold_match(intake.shelf, match_id)
    if intake.may_replace(intake.shelf, match, raw.provenance):
        intake.save(match, worked)
        release(intake.shelf, match_id)
        note_passed_over(intake.shelf, match_id, intake.passed_over(match), raw)
    db.session.commit()


def reanalyse(intake: Intake[M, A, K], match_id: K) -> None:
    """Work a kept match out again from its bodies. Commits; raises MatchUnreadable.

    Begins anew when a worker wrote the match meanwhile: what came last is what stays.
    """
    while not _worked_out_anew(intake, match_id):
        db.session.rollback()


@uncollected()
def _worked_out_anew(intake: Intake[M, A, K], match_id: K) -> bool:
    """Work a match out again; False, with nothing written, when it is another one by then."""
    shelf = intake.shelf
    row = load_row(shelf, match_id)
    if row is None:
        return True
    seen = row.content_version
    match, packed = read_match(intake, load_bodies(shelf, row), match_id)
    worked = work_out_or_keep_aside(intake, match, packed)
    hold_match(shelf, match_id)
    kept = select(shelf.row.content_version).where(shelf.row.match_id == match_id)
    if db.session.scalar(kept) != seen:
        return False
    intake.save(match, worked)
    release_raw(shelf, packed.raw)
    note_passed_over(shelf, match_id, intake.passed_over(match), packed.raw)
    db.session.commit()
    return True


def reanalyse_all(intake: Intake[M, A, K]) -> Reanalysed:
    """Work out again every match of an older analysis version, one transaction each.

    One that shows a fault of ours stops no other; a store or a database that is away stops all.
    """
    done: int = 0
    refused: list[str] = []
    after: K | None = None
    while batch := stale_matches(intake.shelf, after, BATCH):
        for match_id in batch:
            try:
                reanalyse(intake, match_id)
                done += 1
            except (StorageDown, SQLAlchemyError):
                raise
            except (MatchUnreadable, ObjectMissing) as wrong:
                db.session.rollback()
                refused.append(f"Match {match_id}: {wrong}")
            except Exception:
                db.session.rollback()
                log.exception("match not worked out again", match_id=match_id)
                refused.append(f"Match {match_id}: {FAULT}")
        after = batch[-1]
    if done:
        ask_for_cards(intake.shelf.game)
        db.session.commit()
    return Reanalysed(done, tuple(refused))
