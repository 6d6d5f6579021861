"""Look whether an account is in a game: one question to Riot, for whoever has its page open.

Nobody is told when it cannot be answered: the next look comes by itself.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from webapp.core.db import utc_now
from webapp.core.upstream_errors import NotFound, Unavailable, UpstreamError
from webapp.jobs import Later, Run
from webapp.lol.domain.live import STEPS
from webapp.lol.domain.platforms import PLATFORMS, Platform
from webapp.lol.ingest.keyed import Open, ask_riot
from webapp.lol.ingest.news import Look, live_row
from webapp.lol.store import accounts, keys, lives
from webapp.lol.upstream import KeyRefused

AGAIN: Final = timedelta(seconds=15)
PATIENCE: Final = timedelta(minutes=2)


def ingest_live(run: Run, open_it: Open) -> None:
    """Ask whether an account is in a game, and keep what is told."""
    account = accounts.load_account_by_id(uuid.UUID(str(run.args["account"])))
    run.step(2, STEPS[1])
    # An id of another key is good for nothing: the next update finds the one for this.
    if account is None or account.key_print != keys.key_print() or lives.looked_lately(account.id):
        run.finish(_nothing)
        return
    account_id, platform, puuid = account.id, PLATFORMS[account.platform], account.puuid
    try:
        look = look_for_game(lambda what: ask_riot(open_it, what), platform, puuid)
    except Unavailable as away:
        if isinstance(away, KeyRefused) or utc_now() - run.created_at > PATIENCE:
            run.finish(_nothing)
            return
        raise Later(away.sentence, away.retry_at or utc_now() + AGAIN) from away
    except UpstreamError:
        run.finish(_nothing)
        return
    run.finish(lambda: lives.save_live(account_id, live_row(look.game)))


def look_for_game(ask: Callable[..., Any], platform: Platform, puuid: str) -> Look:
    """Ask for the game somebody is in; raises NotShown where we are not to know."""
    try:
        return Look(ask(lambda riot: riot.fetch_live_game(platform, puuid)))
    except NotFound:
        return Look(None)


def _nothing() -> None:
    """Keep nothing: what was seen before stands as it was."""
