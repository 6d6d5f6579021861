"""The toy game's tables, there for as long as its tests run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import delete

from tests.matchroom.toy import ToyBase, ToyMatch
from webapp.core.db import db


@pytest.fixture(scope="module")
def toy_tables(made_app: Flask) -> Iterator[None]:
    with made_app.app_context():
        ToyBase.metadata.create_all(db.engine)
    yield
    with made_app.app_context():
        ToyBase.metadata.drop_all(db.engine)


@pytest.fixture(autouse=True)
def toy_game(app: Flask, toy_tables: None) -> None:
    assert app
    assert toy_tables is None
    db.session.execute(delete(ToyMatch))
    db.session.commit()
