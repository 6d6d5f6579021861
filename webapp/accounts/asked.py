"""Notes who asked for which run, so that they can be told how it ended."""

from __future__ import annotations

import uuid

from flask import Flask, has_request_context

from webapp.accounts.current import current_account
from webapp.accounts.store.askers import add_asker
from webapp.jobs.asking import note_askers
from webapp.jobs.ends import hold_end


def know_askers(app: Flask) -> None:
    """Let every run know who of those signed in asked for it, alone or beside others."""
    note_askers(app, _note)


def _note(run_id: uuid.UUID) -> None:
    """Note the asker in the asking's own transaction; the run cannot end unseen meanwhile."""
    mine = current_account() if has_request_context() else None
    if mine is not None:
        hold_end(run_id)
        add_asker(run_id, mine.id)
