"""Telling's jobs: who asked and who follows is told of what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.accounts.store.deliveries import forget_old_deliveries
from webapp.accounts.store.follows import forget_unfollowed
from webapp.accounts.store.notices import forget_old_notices
from webapp.accounts.telling.ends import tell_ends
from webapp.accounts.telling.looking import look_for_matches
from webapp.accounts.telling.sending import mail_proof, send_message

if TYPE_CHECKING:
    from webapp.jobs import Run


def ends(run: Run) -> None:  # noqa: ARG001 - every job is given its run
    """Tell of everything that has ended."""
    tell_ends()


def look(run: Run) -> None:  # noqa: ARG001 - every job is given its run
    """Ask for the matches of followed players whose turn it is."""
    look_for_matches()


def send(run: Run) -> None:
    """Send one message."""
    send_message(run)


def prove(run: Run) -> None:
    """Mail the link that opens an address."""
    mail_proof(run)


def tidy(run: Run) -> None:  # noqa: ARG001 - every job is given its run
    """Forget what was told long ago."""
    forget_old_deliveries()
    forget_old_notices()
    forget_unfollowed()
