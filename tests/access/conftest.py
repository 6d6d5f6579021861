"""One house for a whole file of tests: furnished once, everything switched on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from importlib import import_module

import pytest
from flask import Flask

from tests.conftest import emptied
from tests.games import GAMES, said_absent
from webapp.app import MADE_AT, create_app
from webapp.config import Settings
from webapp.core.db import db


@pytest.fixture(scope="module")
def house(made_app: Flask, settings: Settings) -> Iterator[Flask]:
    """Give an app with all it can offer, and matches and players of the three games in it.

    Nobody is inside its context, so that requests share nothing.
    """
    assert made_app
    if absent := said_absent(GAMES):
        pytest.skip(absent)
    mail = {"smtp_url": "smtp://127.0.0.1:9", "mail_from": "house@example.org"}
    house = create_app(dataclasses.replace(settings, password_sign_in=True, **mail))
    house.extensions[MADE_AT] -= 3600  # it has been up for a while
    with emptied(house):
        import_module("tests.access.places").furnish()
    yield house
    with house.app_context():
        db.engine.dispose()
