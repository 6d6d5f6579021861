"""What a one-time sign-in link shows: whom it signs in, or why it no longer does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.accounts.store import accounts, links
from webapp.core.db import utc_now

Standing = Literal["open", "used", "expired", "unknown", "disabled"]
SENTENCES: dict[Standing, str] = {
    "open": "",
    "used": "This link was used already. Each link signs in once.",
    "expired": "This link is too old. Each link works for one hour.",
    "unknown": "There is no such link. It may have been copied without its end.",
    "disabled": "The account of this link is closed, so it signs nobody in.",
}
STATUS: dict[Standing, int] = {"open": 200, "unknown": 404}
GONE = 410


@dataclass(frozen=True, slots=True)
class LinkPage:
    """One link as whoever opened it may see it."""

    standing: Standing
    name: str
    sentence: str

    @property
    def status(self) -> int:
        """What the web calls this standing."""
        return STATUS.get(self.standing, GONE)


def link_page(secret: str) -> LinkPage:
    """Say what a link is worth at this moment; uses nothing up."""
    link = links.load_link(secret)
    account = accounts.load_account(link.account_id) if link else None
    if link is None or account is None:
        standing: Standing = "unknown"
    elif account.disabled_at:
        standing = "disabled"
    elif link.used_at:
        standing = "used"
    else:
        standing = "open" if link.ends_at > utc_now() else "expired"
    name = account.name if account and standing == "open" else ""
    return LinkPage(standing, name, SENTENCES[standing])
