"""Dota 2's jobs: names, how long each may take, what comes around by itself."""

from typing import Final

from webapp.jobs.periodic import Periodic
from worker.plans import HOUR, Plan

PLAN: Final = Plan(
    names=(
        "dota2.match",
        "dota2.parse",
        "dota2.upload",
        "dota2.replay",
        "dota2.player",
        "dota2.whose",
        "dota2.names",
        "dota2.chance",
        "dota2.benchmarks",
        "dota2.league",
        "dota2.leagues",
        "dota2.wording",
        "dota2.cards",
    ),
    seconds={
        "dota2.names": 600,
        "dota2.league": 600,
        "dota2.benchmarks": 600,
        "dota2.replay": 900,
        "dota2.chance": 900,
    },
    periodic=(
        Periodic(
            kind="dota2.names",
            key="dota2.names",
            every_s=24 * HOUR,
            title="Refreshing the names of heroes, items and patches",
        ),
        Periodic(
            kind="dota2.chance",
            key="dota2.chance",
            every_s=HOUR,
            title="Fitting the win chance anew",
        ),
        Periodic(
            kind="dota2.benchmarks",
            key="dota2.benchmarks",
            every_s=HOUR,
            title="Working out what is usual for each hero",
        ),
        Periodic(
            kind="dota2.leagues",
            key="dota2.leagues",
            every_s=HOUR // 12,
            title="Looking for new matches of leagues",
        ),
        Periodic(
            kind="dota2.cards",
            key="dota2.cards",
            every_s=HOUR,
            title="Drawing the pictures shown beside links",
        ),
    ),
)
