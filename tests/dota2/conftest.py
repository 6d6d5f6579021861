"""What tests of this room start from: names read anew, and its stand-ins calm."""

from __future__ import annotations

import pytest

from webapp.dota2.store.catalogue import forget_catalogue


@pytest.fixture(autouse=True)
def _names_anew() -> None:
    forget_catalogue()
