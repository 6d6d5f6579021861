"""Two accounts of one person: what they proved a moment ago, kept in their session.

Somebody signed in proved an identity that opens another account. Whether the two become one is
theirs to decide, soon, on the page that merges; nothing here changes an account.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from webapp.accounts.session import browser_session
from webapp.core.db import utc_now

KEY: Final = "merge"
LIVES: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class MergeOffer:
    """Which other account this browser's reader proved to be theirs too, and by what."""

    account_id: int
    identity_id: int
    provider: str
    proved_at: datetime


def keep_offer(account_id: int, identity_id: int, provider: str) -> None:
    """Remember in this browser's session that its reader opens another account too."""
    browser_session()[KEY] = [account_id, identity_id, provider, utc_now().isoformat()]


def open_offer() -> MergeOffer | None:
    """Give what was proved in the last ten minutes, if anything."""
    kept = browser_session().get(KEY)
    if not isinstance(kept, list) or len(kept) != 4:  # noqa: PLR2004 - as written above
        return None
    offer = MergeOffer(kept[0], kept[1], kept[2], datetime.fromisoformat(kept[3]))
    return offer if utc_now() - offer.proved_at <= LIVES else None


def drop_offer() -> None:
    """Forget it: it was taken up, or declined."""
    if KEY in browser_session():
        del browser_session()[KEY]
