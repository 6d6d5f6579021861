"""Dota 2 under choices that mean nothing, and under upstreams that lost their minds."""

from __future__ import annotations

import uuid

import pytest
from flask.testing import FlaskClient

from tests.archive import Archive, forget_answers
from tests.dota2.kept import PARSED, keep
from tests.hostile.sound import sound
from tests.jobs.asked import row
from webapp.dota2 import actions
from webapp.dota2.ingest import league
from webapp.dota2.pages.frame import FRAMING, url_of
from webapp.dota2.store.matches import load_row
from webapp.jobs import perform
from webapp.simulator.dota2.league import LEAGUE_ID
from worker.queues import KINDS

LONG = "9" * 5000
CHOICES = (
    "t=-1", "t=99999999999999999999", "t=%00", "t=1e9", "from=9&to=-9", "from=%ff&to=%C2%B2",
    "player=-1", "player=10", "player=99999999999999999999", "player=%3Csvg%3E", f"player={LONG}",
    "side=%00&kind=%00&fight=-1&ward=x&by=<script>", "v=%00", f"nothing={LONG}",
    "of=__class__", "of=<script>", "sort=__class__", f"sort={LONG}", "show=<script>",
    "player=%C2%B2&fight=%C2%B2", "from=0&to=86400&t=5", "player=3&player=4&of=xp&of=gold",
)  # fmt: skip
MATCH, ADA = 8_300_000_100, 910_000_001
SEEDS = range(6)
OFTEN = 0.4


def test_no_choice_breaks_a_tab_of_a_match(client: FlaskClient) -> None:
    keep(PARSED)
    for tab in FRAMING.tabs:
        for choice in CHOICES:
            answer = sound(client.get(f"/dota2/matches/{PARSED}{tab.path}?{choice}"))
            assert answer.status_code == 200, (tab, choice)
            assert b"<script>" not in answer.data, (tab, choice)


def test_upstreams_that_drift_leave_every_run_with_an_end(
    client: FlaskClient, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(league, "AT_ONCE", 1)
    ends: dict[str, set[str]] = {}
    for seed in SEEDS:
        archive.calm()
        archive.strike("/(opendota|steam)/", "drift", seed=seed, probability=OFTEN)
        forget_answers()
        for url in (
            actions.ask_for_match(MATCH + seed),
            actions.ask_for_player(ADA + seed),
            actions.ask_whose("ashbrook"),
            actions.follow_league(LEAGUE_ID),
        ):
            run_id = uuid.UUID(url.rpartition("/")[2])
            perform(run_id, KINDS)  # one that waits is left to wait
            run = row(run_id)
            ends.setdefault(run.kind, set()).add(run.state)
        see_what_came(client, seed)
    assert set().union(*ends.values()) <= {"done", "failed", "waiting"}, ends
    assert all("done" in ends[f"dota2.{kind}"] for kind in ("match", "player", "whose")), ends


def see_what_came(client: FlaskClient, seed: int) -> None:
    """Look at some tabs of a match that was kept all the same, and at the player."""
    sound(client.get(f"/dota2/players/{ADA + seed}"))
    sound(client.get(f"/dota2/leagues/{LEAGUE_ID}"))
    if load_row(MATCH + seed):
        for tab in FRAMING.tabs[seed % 3 :: 3]:
            answer = sound(client.get(url_of(MATCH + seed) + tab.path))
            assert answer.status_code == 200, (seed, tab)
