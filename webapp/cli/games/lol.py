"""League of Legends on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from webapp.cli.games import Game

if TYPE_CHECKING:
    from pathlib import Path

    from webapp.config import Settings
    from webapp.matchroom.reanalysing import Reanalysed


def bring(file: Path, settings: Settings) -> str:
    """Read one file; gives the path of its page."""
    from webapp.lol import actions
    from webapp.lol.pages.files import match_of_upload
    from worker.main import run_here

    if file.stat().st_size > settings.max_upload_bytes:
        most = settings.max_upload_bytes
        raise ValueError(f"larger than the {most:,} bytes a file may have")
    run_id, digest = actions.keep_upload(file.name, file.read_bytes())
    state = run_here(run_id)
    match_id = match_of_upload(digest)
    if state != "done" or match_id is None:
        raise ValueError(actions.said_of(run_id))
    return f"/lol/matches/{match_id}"


def reanalyse() -> Reanalysed:
    """Work out again what an older analysis worked out."""
    from webapp.lol.ingest import reanalyse_all

    return reanalyse_all()


def samples(settings: Settings) -> None:
    """Bring the sample matches, and names for them, where they are not here yet."""
    from webapp.lol.ingest import save_bundled, save_generated
    from webapp.lol.store.matches import known_matches
    from webapp.simulator.ddragon import sample_names
    from webapp.simulator.riot import sample_matches

    for language in settings.lol_languages:
        save_bundled(language, sample_names(language))
    bodies = {match_id: (body, timeline) for match_id, body, timeline in sample_matches()}
    for match_id in sorted(set(bodies) - known_matches(list(bodies))):
        save_generated(*bodies[match_id])
    if settings.demo:
        _ask_for_summoners()


def _ask_for_summoners() -> None:
    """Have the workers of a demonstration look a few people up, with their matches."""
    from webapp.lol import actions
    from webapp.lol.domain.riot_id import RiotId
    from webapp.simulator.riot import SAMPLE_PLATFORM, played_in_demo

    for name, tag in played_in_demo():
        actions.ask_for_summoner(RiotId(name, tag), SAMPLE_PLATFORM)


GAME: Final = Game("lol", bring, reanalyse, samples)
