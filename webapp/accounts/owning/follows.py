"""What an account follows."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.follows import load_follows


def export(account_id: int) -> Any:
    """Give each player and match, and since when it is followed."""
    return [
        {
            "game": one.game,
            "kind": one.kind,
            "title": one.title,
            "url": one.url,
            "since": one.created_at,
        }
        for one in load_follows(account_id)
    ]


OWNED: Final = Owned("follows", ("follow",), export, words="what you follow")
