"""Where a match's demo lies: as kept, else asked of the archive once and then kept."""

from __future__ import annotations

from webapp.core.db import db, utc_now
from webapp.core.upstream_errors import NotFound
from webapp.deadlock.store import demos
from webapp.deadlock.store.demos import KeptSalts
from webapp.deadlock.upstream import DeadlockUpstream

NO_MORE = (
    "The archive has this match’s metadata already and looks up no addresses for it any more, "
    "so the demo cannot be fetched. A copy of your own can be brought here instead."
)
NO_DEMO = "The archive knows this match’s files, but of no demo among them."


def demo_address(match_id: int, upstream: DeadlockUpstream) -> str:
    """Give the address of a match's demo; raises the errors of webapp.core.upstream_errors."""
    kept = demos.load_salts(match_id)
    known = kept.demo_url if kept else None
    db.session.rollback()  # what follows takes minutes, and must hold no transaction
    if known:
        return known
    salts = upstream.fetch_salts(match_id)
    if salts is None:
        raise NotFound(NO_MORE)
    demos.save_salts(
        KeptSalts(
            match_id=match_id,
            cluster_id=salts.cluster_id,
            metadata_salt=salts.metadata_salt,
            replay_salt=salts.replay_salt,
            metadata_url=_short(salts.metadata_url),
            demo_url=_short(salts.demo_url),
            fetched_at=utc_now(),
        )
    )
    if not salts.demo_url:
        raise NotFound(NO_DEMO)
    return salts.demo_url


def _short(url: str | None) -> str | None:
    """Keep an address a page can show; one longer than any is none."""
    return url if url and len(url) <= 300 and url.isascii() and url.isprintable() else None  # noqa: PLR2004
