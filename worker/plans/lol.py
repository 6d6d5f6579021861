"""League of Legends' jobs: names, how long each may take, what comes around by itself."""

from typing import Final

from webapp.jobs.periodic import Periodic
from worker.plans import HOUR, Plan

PLAN: Final = Plan(
    names=(
        "lol.match",
        "lol.timeline",
        "lol.summoner",
        "lol.live",
        "lol.claim",
        "lol.upload",
        "lol.names",
        "lol.chance",
        "lol.wording",
        "lol.coach",
        "lol.cards",
    ),
    # The coach: up to four answers of a minute and a half each, and what it looks up between.
    seconds={"lol.names": 600, "lol.chance": 900, "lol.coach": 480},
    periodic=(
        Periodic(
            kind="lol.names",
            key="lol.names",
            every_s=6 * HOUR,
            title="Refreshing champions, items and runes",
        ),
        Periodic(
            kind="lol.chance",
            key="lol.chance",
            every_s=HOUR,
            title="Fitting the win chance anew",
        ),
        Periodic(
            kind="lol.cards",
            key="lol.cards",
            every_s=HOUR,
            title="Drawing the pictures shown beside links",
        ),
    ),
)
