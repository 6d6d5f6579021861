"""Asking an upstream again later, and giving up in the end: each with a sentence."""

from __future__ import annotations

from datetime import timedelta
from typing import NoReturn

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Paused, Unavailable
from webapp.jobs import Later, Refused, Run
from webapp.matchroom.intake import Patience

MOST_DOUBLED = 11


def wait_or_give_up(run: Run, away: Unavailable, patience: Patience) -> NoReturn:
    """Ask again when the upstream says, as long as patience lasts; raises Later or Refused.

    What an admin paused is waited for as long as it takes.
    """
    if isinstance(away, Paused):
        raise Later(away.sentence, away.retry_at or utc_now() + patience.ask_again)
    if utc_now() - run.created_at > patience.give_up_after:
        raise Refused(patience.gave_up) from away
    # Each time in vain doubles the pause, whatever the upstream hopes for.
    doubled = timedelta(seconds=2 ** min(run.claims, MOST_DOUBLED))
    pause = min(doubled, patience.ask_again)
    soonest = away.retry_at or utc_now() + patience.ask_again
    raise Later(away.sentence, max(soonest, utc_now() + pause))
