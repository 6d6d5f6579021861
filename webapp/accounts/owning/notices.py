"""What an account was told."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.notices import all_notices


def export(account_id: int) -> Any:
    """Give everything told that is still kept."""
    return [
        {
            "event": one.event,
            "title": one.title,
            "said": one.said,
            "url": one.url,
            "at": one.at,
            "read_at": one.read_at,
        }
        for one in all_notices(account_id)
    ]


OWNED: Final = Owned("notices", ("notice",), export, words="what you were told")
