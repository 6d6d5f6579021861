"""A database without the vector extension: up, down, and a page that says what is missing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text

from tests.conftest import ROOT
from tests.lol.kept import keep
from webapp.cli.migrate import migrating_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.lol.store.shapes import forget_shelf, shelf

FOLDER = str(ROOT / "migrations")
SHAPES = {"lol_curve", "lol_play"}


@pytest.fixture
def plain_house(settings: Settings) -> Iterator[Flask]:
    """Give the app as a user who may make tables and no extension."""
    server = create_engine(settings.database_url, isolation_level="AUTOCOMMIT")
    url = server.url.set(database="plain_house")
    with server.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS plain_house WITH (FORCE)"))
        connection.execute(text("DROP ROLE IF EXISTS plain_user"))
        connection.execute(text("CREATE ROLE plain_user"))
        connection.execute(text("CREATE DATABASE plain_house"))
    inside = create_engine(url, isolation_level="AUTOCOMMIT")
    with inside.connect() as connection:
        connection.execute(text("GRANT ALL ON SCHEMA public TO plain_user"))
    inside.dispose()
    as_user = url.update_query_dict({"options": "-c role=plain_user"})
    address = as_user.render_as_string(hide_password=False)
    app = migrating_app(dataclasses.replace(settings, database_url=address))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    with server.connect() as connection:
        connection.execute(text("DROP DATABASE plain_house WITH (FORCE)"))
        connection.execute(text("DROP ROLE plain_user"))
    server.dispose()


def test_without_the_extension_all_else_works_and_the_page_says_so(plain_house: Flask) -> None:
    upgrade(directory=FOLDER)
    tables = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    assert tables >= set(db.metadata.tables) - SHAPES
    assert tables.isdisjoint(SHAPES)
    keep("EUW1_1")
    forget_shelf()
    assert not shelf().has_vectors
    client = plain_house.test_client()
    for query in ("", "?player=3"):
        twin = client.get(f"/lol/matches/EUW1_1/findings.json{query}").json
        assert "vector extension" in twin["alike"]["nothing"]
        assert twin["cards"]
    assert "vector extension" in client.get("/lol/matches/EUW1_1/findings").text
    db.session.remove()
    downgrade(directory=FOLDER, revision="base")
    assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
