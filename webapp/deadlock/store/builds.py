"""Published builds as kept here: each version once, and which one a match shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.holding import holding
from webapp.deadlock.domain.published import Published, parse_published
from webapp.deadlock.models import DeadlockBuild, DeadlockBuildUse, DeadlockMatch
from webapp.deadlock.store.matches import load_slices, renew_pages

BUILDS_HELD = 256


@dataclass(frozen=True, slots=True)
class KeptBuild:
    """What became of asking for a build: the version that is shown, None when there is none."""

    asked_at: datetime
    published: Published | None


def load_builds(match_id: int) -> dict[int, KeptBuild]:
    """Give the builds of a match that were asked for, by their ids. One query."""
    rows = db.session.execute(
        select(DeadlockBuildUse.build_id, DeadlockBuildUse.asked_at, DeadlockBuild.body)
        .outerjoin(
            DeadlockBuild,
            and_(
                DeadlockBuild.build_id == DeadlockBuildUse.build_id,
                DeadlockBuild.version == DeadlockBuildUse.version,
            ),
        )
        .where(DeadlockBuildUse.match_id == match_id)
    )
    return {
        build_id: KeptBuild(asked_at, _published(body) if body else None)
        for build_id, asked_at, body in rows
    }


@holding(BUILDS_HELD)
def _published(body: bytes) -> Published | None:
    """Read a build once a process; what is kept under a version hardly ever changes."""
    return parse_published(body)


def named_builds(match_id: int) -> tuple[int, ...]:
    """Give the builds a kept match names."""
    story = load_slices(match_id, "builds").get("builds")
    return tuple(sorted({build_id for _, build_id in story.published})) if story else ()


def wants_builds(match_id: int) -> bool:
    """Say whether a match names builds nobody has asked for yet."""
    return not set(named_builds(match_id)) <= set(load_builds(match_id))


def save_builds(match_id: int, found: Mapping[int, bytes | None]) -> None:
    """Keep what was found for a match, in the caller's transaction; its pages change with it."""
    now, uses = utc_now(), []
    for build_id, body in sorted(found.items()):
        told = parse_published(body) if body else None
        uses.append(
            {
                "match_id": match_id,
                "build_id": build_id,
                "version": told.version if told else None,
                "asked_at": now,
            }
        )
        if told:
            row = {"build_id": build_id, "version": told.version, "fetched_at": now, "body": body}
            keep = insert(DeadlockBuild).values(row)
            db.session.execute(
                keep.on_conflict_do_update(
                    index_elements=["build_id", "version"],
                    set_={"fetched_at": keep.excluded.fetched_at, "body": keep.excluded.body},
                )
            )
    db.session.execute(delete(DeadlockBuildUse).where(DeadlockBuildUse.match_id == match_id))
    if uses:
        db.session.execute(insert(DeadlockBuildUse), uses)
    renew_pages(DeadlockMatch.match_id == match_id)
