"""The work an account asked for, as long as it is known."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.askers import MOST, runs_of


def export(account_id: int) -> Any:
    """Give what was asked for, and how it ended."""
    return runs_of(account_id, MOST)


OWNED: Final = Owned("asked", ("job_asker",), export, words="what you asked for")
