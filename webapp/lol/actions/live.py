"""What a reader may ask of a game that is on: whether it is."""

from __future__ import annotations

from webapp.core.db import db, utc_now
from webapp.jobs import enqueue
from webapp.jobs.latest import LatestRun, latest_runs
from webapp.lol.domain.live import LOOK_EVERY, STEPS, live_key
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store import accounts, lives


def ask_for_live(riot_id: RiotId) -> str | None:
    """Ask whether somebody is in a game, at most once a minute for all who want to know. Commits.

    Gives the page of the look that was asked for last; None for somebody nobody looked up.
    """
    account = accounts.load_account(riot_id)
    if account is None:
        return None
    lives.hold_look(account.id)
    key = live_key(account.id)
    last = latest_runs([key]).get(key)
    if last is None or not (last.live or _is_fresh(last)):
        run_id = enqueue(
            "lol.live",
            key=key,
            args={"account": str(account.id)},
            target_url=f"/lol/summoners/{PLATFORMS[account.platform].route}/{riot_id.slug}/live",
            steps=STEPS,
            title=f"Looking for a game of {riot_id}",
        )
    else:
        run_id = last.run_id
    db.session.commit()
    return f"/jobs/{run_id}"


def _is_fresh(last: LatestRun) -> bool:
    return last.finished_at is not None and utc_now() - last.finished_at < LOOK_EVERY
