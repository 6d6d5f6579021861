"""Bring the names and pictures of heroes, items and ranks: a scheduled job, or a bundled set.

A body that cannot be had keeps its last good version; pictures are fetched once.
"""

from __future__ import annotations

from datetime import timedelta

import msgspec

from webapp.core.db import db, utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.deadlock.domain.catalogue import parse_catalogue, portrait_urls
from webapp.deadlock.store import catalogue
from webapp.deadlock.upstream import DeadlockUpstream
from webapp.jobs import Later, Refused, Run

BODIES = ("heroes", "items", "ranks", "accolades", "map")
MOST_PICTURES = 120
ASK_AGAIN = timedelta(minutes=10)


def refresh_catalogue(run: Run, upstream: DeadlockUpstream) -> None:
    """Fetch the assets bodies and the pictures still missing; make them the current set."""
    run.step(1, "Fetch names")
    bodies = _fetch_bodies(upstream)
    run.step(2, "Fetch pictures")
    art = catalogue.ALBUM.fetch_missing(
        catalogue.load_art(),
        portrait_urls(bodies["heroes"]),
        upstream.fetch_image,
        most=MOST_PICTURES,
    )
    run.finish(lambda: _keep(bodies, art))
    catalogue.forget_catalogue()


def save_bundled(bodies: dict[str, bytes]) -> None:
    """Keep a first set of names when none was ever fetched, so that pages read well offline."""
    if catalogue.current_dataset() is None:
        catalogue.save_catalogue(bodies, {})
        db.session.commit()
        catalogue.forget_catalogue()


def _fetch_bodies(upstream: DeadlockUpstream) -> dict[str, bytes]:
    """Fetch all lists; a set that names no hero never takes the place of one that does."""
    try:
        bodies = {name: upstream.fetch_assets(name).body for name in BODIES}
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    if not all(map(_is_json, bodies.values())) or not parse_catalogue("", bodies, {}, None).heroes:
        raise Refused("The names came in a form we cannot read; the last good ones stay.")
    return bodies


def _is_json(body: bytes) -> bool:
    try:
        msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return True


def _keep(bodies: dict[str, bytes], art: dict[str, str]) -> None:
    catalogue.save_catalogue(bodies, art)
