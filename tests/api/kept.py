"""One sample of every game, kept for the tests that walk the whole API."""

from __future__ import annotations

from functools import cache

from webapp.core.db import db
from webapp.deadlock import ingest as deadlock
from webapp.dota2 import ingest as dota2
from webapp.lol import ingest as lol
from webapp.simulator import ddragon, riot, sample_assets, sample_matches
from webapp.simulator.dota2.constants import sample_names
from webapp.simulator.dota2.samples import SAMPLES, sample_body


def keep_samples() -> None:
    """Keep the first sample of each game, with names for what is in it."""
    deadlock.save_bundled(sample_assets())
    dota2.save_bundled(sample_names())
    lol.save_bundled("en_US", ddragon.sample_names("en_US"))
    first, second, third, timeline = _bodies()
    deadlock.save_generated(first)
    dota2.save_generated(second)
    lol.save_generated(third, timeline)
    db.session.remove()


@cache
def _bodies() -> tuple[bytes, bytes, bytes, bytes | None]:
    _, first = sample_matches()[0]
    _, third, timeline = riot.sample_matches()[0]
    return first, sample_body(min(SAMPLES)), third, timeline
