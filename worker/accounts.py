"""Jobs of accounts: mail, archives of somebody's data, forgetting what ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.accounts.actions import exporting, mailing, tidying
from webapp.core.mail import Undeliverable, send_mail
from webapp.jobs import Refused

if TYPE_CHECKING:
    from webapp.jobs import Run


def mail(run: Run) -> None:
    """Send one mail."""
    run.step(1, "Handing a mail to the mail server")
    one = mailing.unsealed(str(run.args["sealed"]))
    try:
        send_mail(one.to, one.subject, one.text)
    except Undeliverable as never:
        raise Refused(str(never)) from never


def export(run: Run) -> None:
    """Put all of somebody's data into one archive."""
    exporting.export_data(run)


def tidy(run: Run) -> None:
    """Forget sessions, links and archives that ended."""
    run.finish(tidying.forget_ended)
