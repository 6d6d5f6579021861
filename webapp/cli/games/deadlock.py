"""Deadlock on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from webapp.cli.games import Game

if TYPE_CHECKING:
    from pathlib import Path

    from webapp.config import Settings
    from webapp.matchroom.reanalysing import Reanalysed

PLAYED_IN_DEMO = 120


def bring(file: Path, settings: Settings) -> str:
    """Read one file; gives the path of its page."""
    from webapp.deadlock import actions

    with file.open("rb") as stream:
        demo = actions.is_demo(stream)
    most = settings.deadlock_demo_bytes if demo else settings.max_upload_bytes
    if file.stat().st_size > most:
        raise ValueError(f"larger than the {most:,} bytes a file may have")
    return _bring_demo(file) if demo else _bring_match(file)


def _bring_match(file: Path) -> str:
    from webapp.deadlock import actions
    from webapp.deadlock.pages.files import match_of_upload
    from worker.main import run_here

    run_id, digest = actions.keep_upload(file.name, file.read_bytes())
    state = run_here(run_id)
    match_id = match_of_upload(digest)
    if state != "done" or match_id is None:
        raise ValueError(actions.said_of(run_id))
    return f"/deadlock/matches/{match_id}"


def _bring_demo(file: Path) -> str:
    from webapp.deadlock import actions
    from webapp.deadlock.pages.files import match_of_demo
    from worker.main import run_here

    with file.open("rb") as stream:
        run_id, name = actions.keep_demo(file.name, stream, None)
    state = run_here(run_id)
    match_id = match_of_demo(name)
    if state != "done" or match_id is None:
        raise ValueError(actions.said_of(run_id))
    return f"/deadlock/matches/{match_id}/data#demo"


def reanalyse() -> Reanalysed:
    """Work out again what an older analysis worked out, then gather it anew."""
    from webapp.deadlock.ingest import ask_to_gather, reanalyse_all

    told = reanalyse_all()
    if told.done:
        ask_to_gather()
    return told


def samples(settings: Settings) -> None:
    """Bring the sample matches, and names for them, where they are not here yet."""
    from webapp.deadlock.ingest import save_bundled, save_generated
    from webapp.deadlock.ingest.demo import save_generated_demo
    from webapp.deadlock.store.matches import known_matches
    from webapp.simulator import RECORDED, sample_assets, sample_matches, write_sample_recording

    save_bundled(sample_assets())
    bodies = dict(sample_matches())
    for match_id in sorted(set(bodies) - known_matches(list(bodies))):
        save_generated(bodies[match_id])
        if match_id == RECORDED:
            save_generated_demo(match_id, write_sample_recording)
    if settings.demo:
        _ask_for_played()


def _ask_for_played() -> None:
    """Have the workers of a demonstration fetch what statistics are made of, behind readers."""
    from webapp.deadlock import actions
    from webapp.jobs import BULK
    from webapp.simulator import played_ids

    for match_id in played_ids(PLAYED_IN_DEMO):
        actions.ask_for_match(match_id, queue=BULK)


GAME: Final = Game("deadlock", bring, reanalyse, samples)
