"""Archives that were made of an account's data."""

from typing import Any, Final

from webapp.accounts.owned import Owned
from webapp.accounts.store.exports import exports_of, forget_files


def export(account_id: int) -> Any:
    """Say when each was made."""
    found = exports_of(account_id)
    return [{"made_at": one.made_at, "bytes": one.size_bytes} for one in found]


def delete(account_id: int) -> None:
    """Delete their files."""
    forget_files(exports_of(account_id))


OWNED: Final = Owned("archives", ("account_export",), export, delete, words="earlier archives")
