"""Dota 2 on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from webapp.cli.games import Game

if TYPE_CHECKING:
    from pathlib import Path

    from webapp.config import Settings
    from webapp.matchroom.reanalysing import Reanalysed

PLAYED_IN_DEMO = 20


def bring(file: Path, settings: Settings) -> str:
    """Read one file; gives the path of its page."""
    from webapp.dota2 import actions
    from webapp.dota2.pages.files import match_of_upload
    from worker.main import run_here

    with file.open("rb") as stream:
        replay = actions.is_replay(stream)
        most = settings.dota2_replay_bytes if replay else settings.max_upload_bytes
        if file.stat().st_size > most:
            raise ValueError(f"larger than the {most:,} bytes a file may have")
        keep = actions.keep_replay if replay else actions.keep_body
        run_id, digest = keep(file.name, stream)
    state = run_here(run_id)
    match_id = match_of_upload(digest)
    if state != "done" or match_id is None:
        raise ValueError(actions.said_of(run_id))
    return f"/dota2/matches/{match_id}"


def reanalyse() -> Reanalysed:
    """Work out again what an older analysis worked out."""
    from webapp.dota2.ingest import reanalyse_all

    return reanalyse_all()


def samples(settings: Settings) -> None:
    """Bring the sample matches, and names for them, where they are not here yet."""
    from webapp.dota2.ingest import save_bundled, save_generated
    from webapp.dota2.store.matches import known_matches
    from webapp.simulator.dota2.constants import sample_names
    from webapp.simulator.dota2.samples import SAMPLES, sample_body

    save_bundled(sample_names())
    for match_id in sorted(set(SAMPLES) - known_matches(list(SAMPLES))):
        save_generated(sample_body(match_id))
    if settings.demo:
        _ask_for_played()


def _ask_for_played() -> None:
    """Have the workers of a demonstration fetch some matches and a player, behind readers."""
    from webapp.dota2 import actions
    from webapp.jobs import BULK
    from webapp.simulator.dota2.cast import FIRST_ACCOUNT
    from webapp.simulator.dota2.people import history_of

    lines = history_of(FIRST_ACCOUNT)[:PLAYED_IN_DEMO]
    for line in lines:
        actions.ask_for_match(int(line["match_id"]), queue=BULK)
    actions.ask_for_player(FIRST_ACCOUNT)


GAME: Final = Game("dota2", bring, reanalyse, samples)
