"""Whether a demo is one of this game, by its first bytes."""

from __future__ import annotations

from typing import Final

from webapp.matchplay.demo_file import DemoRefused, demo_kind, game_folder

OURS: Final = "citadel"
GAMES: Final = {"dota": "Dota 2", "csgo": "Counter-Strike 2"}


def refuse_foreign(head: bytes) -> None:
    """Raise DemoRefused unless these first bytes begin a demo of this game, unpacked."""
    kind = demo_kind(head)
    if kind == "source1":
        raise DemoRefused("This is a demo of Valve’s older engine, not one of Deadlock.")
    if kind != "source2":
        raise DemoRefused("This is not a demo: it does not begin as one.")
    folder = game_folder(head)
    if folder and folder != OURS:
        name = GAMES.get(folder, "another game")
        raise DemoRefused(f"This is a demo of {name}, not one of Deadlock.")
