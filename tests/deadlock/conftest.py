"""What most tests of pages start from: the bundled names, and a kept match."""

from __future__ import annotations

import pytest

from tests.deadlock.kept import keep
from webapp.deadlock import ingest
from webapp.simulator import sample_assets


@pytest.fixture
def names(app: object) -> None:
    assert app
    ingest.save_bundled(sample_assets())


@pytest.fixture
def kept_match(names: None) -> None:
    assert names is None
    keep()
