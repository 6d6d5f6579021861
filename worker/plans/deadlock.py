"""Deadlock's jobs: names, how long each may take, what comes around by itself."""

from typing import Final

from webapp.jobs.periodic import Periodic
from worker.plans import HOUR, Plan

PLAN: Final = Plan(
    names=(
        "deadlock.match",
        "deadlock.upload",
        "deadlock.history",
        "deadlock.assets",
        "deadlock.analytics",
        "deadlock.chance",
        "deadlock.columns",
        "deadlock.benchmarks",
        "deadlock.builds",
        "deadlock.demo",
        "deadlock.demo_file",
        "deadlock.wording",
        "deadlock.cards",
    ),
    seconds={
        "deadlock.assets": 600,
        "deadlock.analytics": 600,
        "deadlock.chance": 600,
        "deadlock.columns": 900,
        "deadlock.benchmarks": 600,
        "deadlock.demo": 1500,
        "deadlock.demo_file": 900,
    },
    periodic=(
        Periodic(
            kind="deadlock.assets",
            key="deadlock.assets",
            every_s=HOUR,
            title="Refreshing heroes, items and the map",
        ),
        Periodic(
            kind="deadlock.analytics",
            key="deadlock.analytics",
            every_s=24 * HOUR,
            title="Fetching the archive’s statistics of heroes",
        ),
        Periodic(
            kind="deadlock.chance",
            key="deadlock.chance",
            every_s=HOUR,
            title="Fitting the win chance anew",
        ),
        Periodic(
            kind="deadlock.columns",
            key="deadlock.columns",
            every_s=HOUR // 6,
            title="Gathering matches for questions across them",
        ),
        Periodic(
            kind="deadlock.benchmarks",
            key="deadlock.benchmarks",
            every_s=HOUR,
            title="Working out what is usual for each hero",
        ),
        Periodic(
            kind="deadlock.cards",
            key="deadlock.cards",
            every_s=HOUR,
            title="Drawing the pictures shown beside links",
        ),
    ),
)
