"""One journey to a provider and back: what it is for, and for how long it may be returned from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

Purpose = Literal["sign-in", "link", "again"]
PURPOSES: Final[tuple[Purpose, ...]] = ("sign-in", "link", "again")
LIVES: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was remembered when somebody left; `account_id` is who was signed in, if it matters."""

    session_id: str
    provider: str
    purpose: Purpose
    nonce: str
    verifier: str
    next_path: str
    account_id: int | None
    created_at: datetime

    def fits(self, provider: str, session_id: str | None, now: datetime) -> bool:
        """Say whether this is the same browser, back from the same provider, in time."""
        same = self.provider == provider and self.session_id == session_id
        return same and now - self.created_at <= LIVES


def read_purpose(text: str) -> Purpose:
    """Give the purpose a form names; anything unknown is a plain sign-in."""
    return next((one for one in PURPOSES if one == text), "sign-in")
