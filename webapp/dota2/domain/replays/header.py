"""Whether a recording is one of this game, by its first bytes."""

from __future__ import annotations

from typing import Final

from webapp.matchplay.demo_file import DemoRefused, demo_kind, game_folder

OURS: Final = "dota"
OURS_OF_OLD: Final = b"PBUFDEM\0"
"""How replays began before the new engine; no other game wrote these."""
BRING_IT_THERE: Final = (
    "This is a demo of Deadlock, not a replay of Dota 2. Bring it on the page of its match in the "
    "Deadlock room."
)
NO_REPLAY: Final = "This is not a replay: it does not begin as one."
OLD_ENGINE: Final = (
    "This is a recording of Valve’s older engine. Dota 2 has made replays of the new one since "
    "September 2015, and only those can be read."
)


def refuse_foreign(head: bytes) -> None:
    """Raise DemoRefused unless these first bytes begin a replay of this game, unpacked."""
    kind = demo_kind(head)
    if kind == "source1":
        raise DemoRefused(OLD_ENGINE)
    if kind != "source2":
        raise DemoRefused(NO_REPLAY)
    folder = game_folder(head)
    if folder == "citadel":
        raise DemoRefused(BRING_IT_THERE)
    if folder not in {OURS, ""}:
        game = "Counter-Strike 2" if folder == "csgo" else "another game"
        raise DemoRefused(f"This is a demo of {game}, not a replay of Dota 2.")
