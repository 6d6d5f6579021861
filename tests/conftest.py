"""Fixtures every test may use: real Postgres and Valkey of its own, the app, the real samples."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.embedded import start_postgres, start_valkey

ROOT = Path(__file__).parents[1]


def shared_data() -> Path:
    """Give the folder of real samples; skips the test, saying so, where it is absent."""
    folder = Path(os.environ.get("GUILDHALL_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real samples (../shared/data) is not here")
    return folder


@pytest.fixture(scope="session", name="shared_data")
def shared_data_fixture() -> Path:
    return shared_data()


@pytest.fixture(scope="session")
def services_dir() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="guildhall-test-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def postgres_url(services_dir: Path) -> Iterator[str]:
    service = start_postgres(services_dir, sync=False)
    yield service.url.replace("postgresql://", "postgresql+psycopg://", 1)
    service.stop()


@pytest.fixture(scope="session")
def valkey_url(services_dir: Path) -> Iterator[str]:
    service = start_valkey(services_dir, appendonly=False)
    yield service.url
    service.stop()


@pytest.fixture(scope="session")
def settings(postgres_url: str, valkey_url: str, services_dir: Path) -> Settings:
    return Settings(
        database_url=postgres_url,
        redis_url=valkey_url,
        storage_url=f"file://{services_dir}/objects",
        secret_key="a secret for tests only, thirty-two characters",  # noqa: S106
        data_dir=services_dir / "data",
        deadlock_api_url="http://127.0.0.1:9/deadlock",
    )


@pytest.fixture(scope="session")
def made_app(settings: Settings) -> Iterator[Flask]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    app = create_app(settings)
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(made_app: Flask) -> Iterator[Flask]:
    """Give the app with an empty database; a test may commit as it likes."""
    with made_app.app_context():
        tables = ", ".join(f'"{table.name}"' for table in db.metadata.sorted_tables)
        if tables:
            db.session.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
            db.session.commit()
        yield made_app
        db.session.remove()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
