"""Work an account asked for."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.askers import runs_of

MOST: Final = 100_000


def export(account_id: int) -> Any:
    """Give what was asked for and how it stands; old runs are forgotten by themselves."""
    return runs_of(account_id, MOST)


OWNED: Final = Owned("requests", ("job_asker",), export)
