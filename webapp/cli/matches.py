"""Brings matches from files, from the generator, or again from what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.cli.environment import opened_site
from webapp.cli.terminal import say, warn

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from webapp.cli.games import Game
    from webapp.config import Settings


def bring(options: argparse.Namespace) -> int:
    """Read match files, print each one's page; 1 when any file was refused."""
    from webapp.app import create_app
    from webapp.core.logs import configure_logs

    refused = 0
    with opened_site() as settings, create_app(settings).app_context():
        configure_logs("warning")
        for file in options.files:
            try:
                path = _bring(file, options.game, settings)
            except (OSError, ValueError) as error:
                refused += 1
                warn(f"{file}: {error}")
            else:
                say(f"{settings.public_url}{path}")
    return 1 if refused else 0


def _bring(file: Path, slug: str, settings: Settings) -> str:
    """Take one file to its game; gives the path of its page."""
    from webapp.home.rooms import PEEK_BYTES, built_rooms

    room = next(one for one in built_rooms() if one.slug == slug)
    with file.open("rb") as stream:
        if not room.reads_file(file.name, stream.read(PEEK_BYTES)):
            raise ValueError(f"{room.name} does not read such a file")
    return _games(slug)[0].bring(file, settings)


def _games(slug: str | None = None) -> list[Game]:
    from webapp.cli.games import games

    return [one for one in games() if slug in {None, one.slug}]


def reanalyse(options: argparse.Namespace) -> int:
    """Analyse again, from its raw body, every match an older analysis worked out."""
    from webapp.app import create_app

    with opened_site() as settings, create_app(settings).app_context():
        told = [game.reanalyse() for game in _games(options.game)]
    say(f"{sum(one.done for one in told)} matches analysed again.")
    refused = [sentence for one in told for sentence in one.refused]
    for sentence in refused:
        warn(sentence)
    return 1 if refused else 0


def samples(_options: argparse.Namespace) -> int:
    """Bring every game's generated sample matches where they are not here yet."""
    from webapp.app import create_app

    with opened_site() as settings, create_app(settings).app_context():
        for game in _games():
            game.samples(settings)
    return 0
