"""What tests of this room start from: pictures come as fast as they can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from webapp.dota2.upstream import pictures


@pytest.fixture(autouse=True)
def _pictures_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PICTURE", replace(pictures.PICTURE, windows=()))
