"""Who takes what is sent: a program that listens, and Discord's channels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.accounts.telling import Receiver
from webapp.simulator.server import RunningSimulator


@pytest.fixture
def receiver(stand_in: RunningSimulator) -> Iterator[Receiver]:
    made = Receiver(stand_in.receiver_url)
    made.taken("DELETE")
    yield made
    made.taken("DELETE")


@pytest.fixture
def discord(stand_in: RunningSimulator) -> Iterator[Receiver]:
    made = Receiver(f"{stand_in.identity_url}/discord/api/webhooks")
    made.taken("DELETE")
    yield made
    made.taken("DELETE")
