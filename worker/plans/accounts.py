"""Jobs of accounts: names, how long each may take, what comes around by itself."""

from typing import Final

from webapp.jobs.periodic import Periodic
from worker.plans import HOUR, Plan

PLAN: Final = Plan(
    names=("accounts.mail", "accounts.export", "accounts.tidy"),
    seconds={"accounts.mail": 60, "accounts.export": 300},
    periodic=(
        Periodic(
            kind="accounts.tidy",
            key="accounts.tidy",
            every_s=HOUR,
            title="Forgetting sessions and links that ended",
        ),
    ),
)
