"""Bring names of heroes, items, abilities and patches: a scheduled job, or a bundled set.

Pictures of heroes and items come with them, each fetched once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import msgspec

from webapp.core.db import db, utc_now
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.dota2.domain.catalogue_bodies import RESOURCES
from webapp.dota2.domain.catalogue_parsing import parse_catalogue, picture_urls
from webapp.dota2.domain.words import CATALOGUE_STEPS
from webapp.dota2.store import catalogue
from webapp.dota2.upstream import OpenDota, Pictures
from webapp.jobs import Later, Refused, Run

MOST_PICTURES: Final = 300
ASK_AGAIN: Final = timedelta(minutes=10)
POOR: Final = "OpenDota sent names without a single hero; the names kept before stay."


def refresh_catalogue(run: Run, opendota: OpenDota, pictures: Pictures) -> None:
    """Fetch the bodies of names and the pictures still missing; make them the current set."""
    run.step(1, CATALOGUE_STEPS[0])
    bodies = _fetch(opendota)
    art = catalogue.ALBUM.fetch_missing(
        catalogue.load_art(),
        picture_urls(bodies),
        pictures.fetch_picture,
        most=MOST_PICTURES,
    )
    run.step(2, CATALOGUE_STEPS[1])
    run.finish(lambda: _keep(bodies, art))
    catalogue.forget_catalogue()


def save_bundled(bodies: dict[str, bytes]) -> None:
    """Keep a first set of names when none was ever fetched, so that pages read well offline."""
    if catalogue.current_dataset() is None:
        catalogue.save_catalogue(bodies, {})
        db.session.commit()
        catalogue.forget_catalogue()


def _keep(bodies: dict[str, bytes], art: dict[str, str]) -> None:
    catalogue.save_catalogue(bodies, art)


def _fetch(opendota: OpenDota) -> dict[str, bytes]:
    """Fetch all bodies; a set that names no hero never takes the place of one that does."""
    try:
        bodies = {name: opendota.fetch_constants(name) for name in RESOURCES}
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    if not all(map(_is_json, bodies.values())) or not parse_catalogue("", bodies, {}, None).heroes:
        raise Refused(POOR)
    return bodies


def _is_json(body: bytes) -> bool:
    try:
        msgspec.json.decode(body, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return True
