"""Runs started over and called off, kinds of work stopped and let go."""

from __future__ import annotations

import uuid
from typing import Any, Final

from flask import abort

from webapp.admin.changes import actor, given_why, keep_change, refuse
from webapp.jobs import cancel, pauses, retry
from webapp.jobs.asking import retry_dead
from webapp.jobs.ledger import state_of
from webapp.jobs.listing import ALL_STATES, dead_kinds, kinds

NAMED: Final = 20
"""How many of the runs started over at once the audit names; it counts them all."""


def retry_run(run_id: uuid.UUID) -> uuid.UUID:
    """Start a run over; gives the one that stands for its work from now on."""
    state = _state_of(run_id)
    standing = retry(run_id)
    if standing is None:
        refuse(f"A run that is {state} cannot be started over.")
    again: dict[str, Any] = {"state": "queued"}
    if standing != run_id:
        again = {"state": state, "standing": str(standing)}
    keep_change("retry job", f"job:{run_id}", {"state": state}, again)
    return standing


def cancel_run(run_id: uuid.UUID) -> None:
    """Call a run off."""
    state = _state_of(run_id)
    if not cancel(run_id):
        refuse("This run had ended already.")
    keep_change("cancel job", f"job:{run_id}", {"state": state}, {"state": "cancelled"})


def requeue_dead(kind: str) -> int:
    """Start dead runs over, of one kind or of all; gives how many, no more than at once."""
    counts = dead_kinds()
    dead = counts.get(kind, 0) if kind else sum(counts.values())
    again = retry_dead(kind)
    if not again:
        refuse("No dead run is left to start over.")
    after = {"requeued": len(again), "runs": [str(run_id) for run_id in again[:NAMED]]}
    keep_change("requeue dead jobs", f"kind:{kind or 'all'}", {"dead": dead}, after)
    return len(again)


def pause_kind(kind: str) -> None:
    """Let nobody do work of a kind until it is released."""
    if kind not in kinds():
        abort(404, "There is no such kind of work.")
    why = given_why()
    if not pauses.pause(kind, actor(), why):
        refuse("This kind is paused already.")
    keep_change("pause kind", f"kind:{kind}", {"paused": False}, {"paused": True, "why": why})


def release_kind(kind: str) -> None:
    """Let a kind of work go on."""
    ended = pauses.release(kind)
    if ended is None:
        refuse("This kind is not paused.")
    before = {"paused": True, "why": ended.why}
    keep_change("release kind", f"kind:{kind}", before, {"paused": False})


def _state_of(run_id: uuid.UUID) -> str:
    state = state_of(run_id)
    if state not in ALL_STATES:
        abort(404, "There is no such run, or it ended long ago.")
    return state
