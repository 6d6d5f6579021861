"""The furnished house of the access table, for the lines that are proved by walking all of it.

And a house served to a real browser, for those that only a browser proves.
"""

from __future__ import annotations

import pytest

from tests.access.conftest import house
from tests.browser.conftest import house as served

__all__ = ["house", "served"]


@pytest.fixture
def twentyfold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each request count as twenty, where a limit takes hundreds to be reached."""
    monkeypatch.setattr("flask_limiter._limits.RuntimeLimit.deduction_amount", 20)
