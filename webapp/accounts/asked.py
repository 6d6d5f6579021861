"""Who asked for which run: noted, so that they can be told how it ended.

A run about an account itself is shown to nobody else, but to admins.
"""

from __future__ import annotations

import uuid
from typing import Final

from flask import Flask, has_request_context

from webapp.accounts.claims import claiming_work
from webapp.accounts.current import current_account
from webapp.accounts.domain.signed import Signed
from webapp.accounts.store.asked_runs import waits
from webapp.accounts.store.askers import add_asker
from webapp.jobs.asking import note_askers
from webapp.jobs.ends import hold_end
from webapp.jobs.whose import Whose, know_whose

OWN: Final = ("accounts.", "telling.")
"""How the names of jobs begin that are about one account; those that look at a claim are too."""


def know_askers(app: Flask) -> None:
    """Let every run know who of those signed in asked for it, alone or beside others."""
    note_askers(app, _note)
    know_whose(app, _whose)


def _note(run_id: uuid.UUID) -> None:
    """Note the asker in the asking's own transaction; the run cannot end unseen meanwhile."""
    mine = current_account() if has_request_context() else None
    if mine is not None:
        hold_end(run_id)
        add_asker(run_id, mine.id)


def _whose(run_id: uuid.UUID, kind: str) -> Whose:
    """Say whose a run is; nobody is looked up for one that anybody may see."""
    if not kind.startswith(OWN) and kind not in claiming_work():
        return "anybody's"
    mine = current_account()
    return "yours" if mine and _may_see(mine, run_id) else "another's"


def _may_see(mine: Signed, run_id: uuid.UUID) -> bool:
    """Say whether it is theirs, or they are an admin; a token sees what it may list."""
    if mine.scopes is None and mine.may("admin"):
        return True
    return (mine.scopes is None or "jobs" in mine.scopes) and waits(mine.id, run_id)
