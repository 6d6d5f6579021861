"""What belongs to an account: how each kind is exported, and deleted beyond its rows.

Each file of `webapp/accounts/owning/` names one kind as `OWNED`. Rows that name an account with
ON DELETE CASCADE go with it by themselves, and move by themselves when accounts become one;
`delete` is for what such rows point to (files, tokens held elsewhere).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def _nothing(_account_id: int) -> None:
    """Leave it to the rows."""


@dataclass(frozen=True, slots=True)
class Owned:
    """One kind of thing an account owns.

    `name` becomes a file of the archive; `tables` are those whose rows it tells; `export` gives
    what the owner may read of it, without secrets, as anything msgspec can write as JSON. `words`
    tell a reader what it is.
    """

    name: str
    tables: tuple[str, ...]
    export: Callable[[int], Any]
    delete: Callable[[int], None] = _nothing
    words: str = ""


def owned() -> tuple[Owned, ...]:
    """Give every kind there is, by name."""
    from webapp.accounts import owning

    names = [module.name for module in iter_modules(owning.__path__)]
    found: list[Owned] = [import_module(f"{owning.__name__}.{name}").OWNED for name in names]
    return tuple(sorted(found, key=lambda one: one.name))
