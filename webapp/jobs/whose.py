"""Whose a run is to look at: most are anybody's, those about an account its own.

Nothing here knows accounts; the function they name decides, and without one all are anybody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from flask import current_app

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from flask import Flask

Whose = Literal["anybody's", "yours", "another's"]
EXTENSION: Final = "guildhall.whose_run"


def know_whose(app: Flask, tell: Callable[[uuid.UUID, str], Whose]) -> None:
    """Name the function that says whose a run is, by its id and kind, to whoever asks now."""
    app.extensions[EXTENSION] = tell


def whose(run_id: uuid.UUID, kind: str) -> Whose:
    """Say whose a run is to whoever asks now."""
    tell: Callable[[uuid.UUID, str], Whose] | None = current_app.extensions.get(EXTENSION)
    return tell(run_id, kind) if tell else "anybody's"
