"""Bring names and pictures of champions, items, spells and runes: by schedule, or a bundled set.

A language whose newest version is here already is not fetched again; pictures are fetched once,
so many each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from webapp.core.db import db, utc_now
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.jobs import Later, Refused, Run
from webapp.lol.domain.catalogue_parse import parse_catalogue
from webapp.lol.domain.catalogue_pictures import picture_paths
from webapp.lol.store import catalogue
from webapp.lol.upstream import DataDragon

LISTS: Final = ("champions", "items", "spells", "runes")
GENERATED: Final = "generated"
ASK_AGAIN: Final = timedelta(minutes=10)
MOST_PICTURES: Final = 300


@dataclass(frozen=True, slots=True)
class Found:
    """The lists of one language, and the pictures known with them; `here` when kept already."""

    bodies: Mapping[str, bytes]
    art: Mapping[str, str]
    here: bool


def refresh_catalogue(run: Run, dragon: DataDragon) -> None:
    """Fetch the newest names in every language of the settings, and pictures still missing."""
    run.step(1, "Fetch names")
    try:
        version = dragon.fetch_newest_version()
        sets = {one: _newest(dragon, version, one) for one in current_settings().lol_languages}
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as no:
        raise Refused(no.sentence) from no
    run.step(2, "Fetch pictures")
    art = _pictures(dragon, version, sets)

    def keep() -> None:
        for language, found in sets.items():
            if not found.here or found.art != art:
                catalogue.save_catalogue(version, language, found.bodies, art)

    run.finish(keep)
    catalogue.forget_catalogue()


def save_bundled(language: str, bodies: dict[str, bytes]) -> None:
    """Keep a first set of names when none was ever fetched, so that pages read well offline."""
    if catalogue.current_dataset(language) is None:
        catalogue.save_catalogue(GENERATED, language, bodies)
        db.session.commit()
        catalogue.forget_catalogue()


def _newest(dragon: DataDragon, version: str, language: str) -> Found:
    """Give a language's lists, fetched unless those of this version are here; with its pictures."""
    kept = catalogue.load_kept(language)
    art = kept.art if kept else {}
    if kept is None or kept.version != version:
        return Found(_bodies(dragon, version, language), art, here=False)
    return Found({name: bytes(raw) for name, raw in kept.bodies.items()}, art, here=True)


def _pictures(dragon: DataDragon, version: str, sets: Mapping[str, Found]) -> dict[str, str]:
    """Fetch what is missing of what any language names; all languages show the same pictures."""
    known = {path: key for found in sets.values() for path, key in found.art.items()}
    wanted = [path for found in sets.values() for path in picture_paths(found.bodies)]
    return catalogue.ALBUM.fetch_missing(
        known, wanted, lambda path: dragon.fetch_picture(version, path), most=MOST_PICTURES
    )


def _bodies(dragon: DataDragon, version: str, language: str) -> dict[str, bytes]:
    """Fetch all lists of a language; a set that names no champion never takes another's place."""
    bodies = {name: dragon.fetch_list(version, language, name) for name in LISTS}
    if not parse_catalogue(version, bodies, {}, None, language).champions:
        raise Refused("The names came in a form we cannot read; the last good ones stay.")
    return bodies
