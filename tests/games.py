"""Which of the games are here: the house is tested without one whose files were taken out."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

GAMES: Final = ("deadlock", "dota2", "lol")
CONTEXTS: Final = Path(__file__).parents[1] / "webapp" / "contexts"
OF_A_GAME: Final = ("webapp", "worker", "tests")


def is_here(game: str) -> bool:
    """Say whether the app is put together with this game."""
    return (CONTEXTS / f"{game}.py").is_file()


def games_here() -> tuple[str, ...]:
    """Give the games the app is put together with."""
    return tuple(filter(is_here, GAMES))


def said_absent(games: tuple[str, ...]) -> str:
    """Tell which of these games are not here, in the words a skipped test gives."""
    absent = [game for game in games if not is_here(game)]
    return f"this copy is without {', '.join(absent)}" if absent else ""


def needs(*games: str) -> pytest.MarkDecorator:
    """Mark tests of the house that are these games' own: skipped where one is absent."""
    return pytest.mark.skipif(bool(said_absent(games)), reason=said_absent(games))


def game_of(module: str) -> str:
    """Give the absent game a module was of, by the name its import failed with."""
    top, _, rest = module.partition(".")
    game = rest.partition(".")[0]
    return game if top in OF_A_GAME and game in GAMES and not is_here(game) else ""


def forget_games() -> None:
    """Have each game forget what it keeps in the process: `forget` of its `forgotten.py`."""
    for game in games_here():
        name = f"tests.{game}.forgotten"
        if find_spec(name):
            import_module(name).forget()
