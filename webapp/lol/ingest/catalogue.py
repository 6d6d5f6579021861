"""Bring the names of champions, items, spells and runes: a scheduled job, or a bundled set.

A language whose newest version is here already is not fetched again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from webapp.core.db import db, utc_now
from webapp.core.settings import current_settings
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.jobs import Later, Refused, Run
from webapp.lol.domain.catalogue_parse import parse_catalogue
from webapp.lol.store import catalogue
from webapp.lol.upstream import DataDragon

LISTS: Final = ("champions", "items", "spells", "runes")
GENERATED: Final = "generated"
ASK_AGAIN: Final = timedelta(minutes=10)


def refresh_catalogue(run: Run, dragon: DataDragon) -> None:
    """Fetch the newest names in every language of the settings."""
    try:
        version = dragon.fetch_newest_version()
        new = {
            language: _bodies(dragon, version, language)
            for language in current_settings().lol_languages
            if catalogue.current_game_version(language) != version
        }
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    except UpstreamError as no:
        raise Refused(no.sentence) from no

    def keep() -> None:
        for language, bodies in new.items():
            catalogue.save_catalogue(version, language, bodies)

    run.finish(keep)
    catalogue.forget_catalogue()


def save_bundled(language: str, bodies: dict[str, bytes]) -> None:
    """Keep a first set of names when none was ever fetched, so that pages read well offline."""
    if catalogue.current_dataset(language) is None:
        catalogue.save_catalogue(GENERATED, language, bodies)
        db.session.commit()
        catalogue.forget_catalogue()


def _bodies(dragon: DataDragon, version: str, language: str) -> dict[str, bytes]:
    """Fetch all lists of a language; a set that names no champion never takes another's place."""
    bodies = {name: dragon.fetch_list(version, language, name) for name in LISTS}
    if not parse_catalogue(version, bodies, {}, None, language).champions:
        raise Refused("The names came in a form we cannot read; the last good ones stay.")
    return bodies
