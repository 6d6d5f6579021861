"""Asking for a mail: a job sends it. What it says lies sealed in the ledger until then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import msgspec

from webapp.core.sealing import seal, unseal
from webapp.core.settings import current_settings
from webapp.jobs import Refused, enqueue
from webapp.jobs.sweep import forget_runs

KIND = "accounts.mail"
PURPOSE = "mail"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, in plain text."""

    to: str
    subject: str
    text: str


def can_mail() -> bool:
    """Say whether this installation sends mail at all."""
    settings = current_settings()
    return bool(settings.smtp_url and settings.mail_from)


def ask_to_mail(mail: Mail, *, key: str) -> UUID:
    """Ask for one mail; part of the caller's transaction. The same live key is one mail."""
    return enqueue(
        KIND,
        key=f"{KIND}:{key}",
        args={"sealed": seal(msgspec.json.encode(mail).decode(), PURPOSE)},
        target_url="",
        steps=("Handing a mail to the mail server",),
        title="Sending a mail",
    )


def forget_mails(keys: Iterable[str]) -> None:
    """Forget mails by their keys, sent or not, with the address; in the caller's transaction."""
    forget_runs([f"{KIND}:{key}" for key in keys])


def unsealed(sealed: str) -> Mail:
    """Read a mail that was asked for; raises Refused when nobody can any more."""
    text = unseal(sealed, PURPOSE)
    if text is None:
        raise Refused("This mail was written under another key and cannot be read any more.")
    return msgspec.json.decode(text, type=Mail)
