"""The house's own jobs: names, how long each may take, what comes around by itself."""

from typing import Final

from webapp.jobs.periodic import Periodic
from worker.plans import HOUR, Plan

PLAN: Final = Plan(
    names=("house.storage", "house.removal"),
    seconds={"house.storage": 1800, "house.removal": 1800},
    periodic=(
        Periodic(
            kind="house.storage",
            key="house.storage",
            every_s=24 * HOUR,
            title="Counting what is stored",
            target_url="/admin/storage",
        ),
    ),
)
