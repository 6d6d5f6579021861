"""Calling off what one asked for oneself, as long as nobody else waits for it."""

from __future__ import annotations

import uuid
from typing import Literal

from webapp.accounts.store.asked_runs import count_waiting, waits
from webapp.core.audit import audit
from webapp.core.db import db
from webapp.jobs import cancel

Outcome = Literal["called off", "not yours", "shared", "over"]


def call_off(account_id: int, run_id: uuid.UUID) -> Outcome:
    """Call off a run somebody asked for; says why not where it was not. Commits."""
    if not waits(account_id, run_id):
        return "not yours"
    if count_waiting(run_id) > 1:
        return "shared"
    ended = cancel(run_id)
    if ended:
        audit(f"account:{account_id}", "cancel job", f"job:{run_id}")
    db.session.commit()
    return "called off" if ended else "over"
