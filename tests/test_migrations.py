"""The database's shape: one line of migrations, up, down and up again, and just what models say."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text

from tests.conftest import ROOT
from tests.deadlock.kept import body_of
from tests.games import GAMES, needs
from webapp.cli.migrate import migrating_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.deadlock import ingest

FOLDER = str(ROOT / "migrations")


@pytest.fixture
def empty_house(settings: Settings) -> Iterator[Flask]:
    """Give the app on a database of its own with nothing in it."""
    server = create_engine(settings.database_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS migrated WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE migrated"))
    url = server.url.set(database="migrated").render_as_string(hide_password=False)
    app = migrating_app(dataclasses.replace(settings, database_url=url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    with server.connect() as connection:
        connection.execute(text("DROP DATABASE migrated WITH (FORCE)"))
    server.dispose()


def tables() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_there_is_one_line_of_migrations() -> None:
    scripts = ScriptDirectory(FOLDER)
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


@needs(*GAMES)
@pytest.mark.usefixtures("empty_house")
def test_the_database_goes_up_down_and_up_again_with_data_in_it() -> None:
    for _ in range(2):
        upgrade(directory=FOLDER)
        assert tables() == set(db.metadata.tables)
        assert ingest.save_generated(body_of(5501, "short")) == 5501
        db.session.remove()
        downgrade(directory=FOLDER, revision="base")
        assert tables() == set()
    upgrade(directory=FOLDER)
    upgrade(directory=FOLDER)


@needs(*GAMES)
@pytest.mark.usefixtures("empty_house")
def test_migrations_end_in_just_what_the_models_say() -> None:
    upgrade(directory=FOLDER)
    options = {"compare_type": True, "compare_server_default": True}
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, db.metadata) == []
