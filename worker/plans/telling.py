"""Telling's jobs: news from ends of work, followed players looked up, messages sent."""

from typing import Final

from webapp.jobs import INTERACTIVE
from webapp.jobs.ends import any_untold
from webapp.jobs.periodic import Periodic
from worker.plans import HOUR, Plan

PLAN: Final = Plan(
    names=("telling.ends", "telling.look", "telling.prove", "telling.send", "telling.tidy"),
    periodic=(
        Periodic(
            kind="telling.ends",
            key="telling.ends",
            every_s=10,
            title="Telling of what has ended",
            queue=INTERACTIVE,
            when=any_untold,
        ),
        Periodic(
            kind="telling.look",
            key="telling.look",
            every_s=HOUR // 12,
            title="Looking for matches of followed players",
        ),
        Periodic(
            kind="telling.tidy",
            key="telling.tidy",
            every_s=24 * HOUR,
            title="Forgetting what was told long ago",
        ),
    ),
)
