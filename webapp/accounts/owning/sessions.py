"""Where an account is signed in, and the links that were made to sign it in."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.links import links_of
from webapp.accounts.store.signed_in import sessions_of


def export(account_id: int) -> Any:
    """Give them without what would open them."""
    made = [
        {"made_at": link.made_at, "made_by": link.made_by, "used_at": link.used_at}
        for link in links_of(account_id)
    ]
    sessions = [
        {
            "browser": one.agent,
            "address": one.address,
            "signed_in_by": one.proved_by,
            "created_at": one.created_at,
            "seen_at": one.seen_at,
        }
        for one in sessions_of(account_id)
    ]
    return {"sessions": sessions, "sign_in_links": made}


OWNED: Final = Owned(
    "sessions", ("account_session", "sign_in_link"), export, words="where you are signed in"
)
