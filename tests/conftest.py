"""Fixtures every test may use: real Postgres and Valkey of its own, the app, the real samples."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import structlog
from flask import Flask, g
from flask.testing import FlaskClient
from playwright.sync_api import expect
from sqlalchemy import text

from tests.archive import Archive
from tests.games import forget_games, game_of
from webapp.app import MADE_AT, create_app
from webapp.cli.chromium import find_chromium
from webapp.config import Settings
from webapp.core import momentary, watched
from webapp.core.db import db
from webapp.core.embedded import start_postgres, start_valkey, temporary_home
from webapp.core.limits import limit_costly_work, limiter
from webapp.jobs import push
from webapp.simulator import create_simulator
from webapp.simulator.dota2.budget import Allowances
from webapp.simulator.server import RunningSimulator, running_simulator

ROOT = Path(__file__).parents[1]

# Nobody else may: the audit is only ever added to.
WITHOUT_TRIGGERS = "SET LOCAL session_replication_role = replica"
COUNT_FROM_ONE = """
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL
"""

# What takes minutes begins first, so that no process sits alone with it at the end.
# Whole sites are started by chaos and by the command line: not both at once. Beside chaos goes
# what keeps to one core.
LONG = (
    ("tests/chaos/",),
    ("tests/deadlock/test_alike.py", "tests/api/"),
    ("tests/browser/", "tests/home/test_browser.py"),
    ("tests/cli/", "tests/security/", "tests/hostile/"),
)

# How long an example takes, or to make it, says more of the machine than of what is tested.
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")

# A pretty traceback would print every local of every frame, whole match bodies among them.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long tests first, whatever order the rest was shuffled into."""
    items.sort(key=how_short)


def pytest_collection_finish() -> None:
    """Look for garbage from here on, but never through what was made until now."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """Skip a file that is the own of a game which was taken out, saying so."""
    report = yield
    call = getattr(report, "call", None)
    cause = call.excinfo.value.__cause__ if call and call.excinfo else None
    game = game_of(cause.name or "") if isinstance(cause, ModuleNotFoundError) else ""
    if game:
        report.outcome = "skipped"
        report.longrepr = (report.nodeid, 0, f"Skipped: this copy is without {game}")
    return report


def how_short(item: pytest.Item) -> int:
    """Rank the folder a test is in: 0 takes longest."""
    ranks = (rank for rank, folders in enumerate(LONG) if item.nodeid.startswith(folders))
    return next(ranks, len(LONG))


def shared_data() -> Path:
    """Give the folder of real samples; skips the test, saying so, where it is absent."""
    folder = Path(os.environ.get("GUILDHALL_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real samples (../shared/data) is not here")
    return folder


@pytest.fixture(scope="session", name="shared_data")
def shared_data_fixture() -> Path:
    return shared_data()


@pytest.fixture(scope="session", autouse=True)
def nothing_is_a_moment_old() -> Iterator[None]:
    """Let every page show what was changed just before, and look at no set by the clock.

    An upstream is asked again at once.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("webapp.core.http.client.JITTER_SECONDS", 0.01)
        patch.setattr(momentary, "LONGEST_S", 0.0)
        patch.setattr(watched, "LOOK_AGAIN_S", 3600.0)
        yield


@pytest.fixture(scope="session")
def services_dir() -> Iterator[Path]:
    with temporary_home() as folder:
        yield folder


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
def stand_in() -> Iterator[RunningSimulator]:
    """Run the stand-in for every upstream; a test that orders faults takes them back."""
    plenty = Allowances(minute=100_000, day=1_000_000)
    with running_simulator(app=create_simulator(opendota=plenty)) as running:
        yield running


@pytest.fixture(scope="session")
def settings(
    postgres_url: str, valkey_url: str, services_dir: Path, stand_in: RunningSimulator
) -> Settings:
    return Settings(
        database_url=postgres_url,
        redis_url=valkey_url,
        storage_url=f"file://{services_dir}/objects",
        secret_key="a secret for tests only, thirty-two characters",  # noqa: S106
        data_dir=services_dir / "data",
        deadlock_api_url=stand_in.deadlock_url,
        deadlock_image_hosts=("127.0.0.1",),
        opendota_url=stand_in.opendota_url,
        steam_api_url=stand_in.steam_url,
        steam_api_key="steam-test-key",
        riot_api_url=stand_in.riot_url,
        riot_api_key="RGAPI-test",
        ddragon_url=stand_in.ddragon_url,
        lol_languages=("en_US", "de_DE"),
        receiver_on_loopback=stand_in.receiver_url,
        **providers(stand_in),
    )


def providers(stand_in: RunningSimulator) -> dict[str, Any]:
    """Give the settings that put stand-ins behind every way to sign in."""
    given: dict[str, Any] = {"steam_sign_in": True}
    given["steam_openid_url"] = f"{stand_in.identity_url}/steam"
    for name in ("discord", "google", "github", "eve"):
        given[f"{name}_url"] = f"{stand_in.identity_url}/{name}"
        given |= {f"{name}_client_id": "guildhall", f"{name}_client_secret": "guildhall-secret"}
    return given


@pytest.fixture(scope="session")
def made_app(settings: Settings) -> Iterator[Flask]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    app = create_app(settings)
    app.extensions[MADE_AT] -= 3600  # it has been up for a while
    app.before_request_funcs.setdefault(None, []).insert(0, forget_who_asked)
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.engine.dispose()


def forget_who_asked() -> None:
    """Let each request find out anew: inside one app context, as tests are, they would share it."""
    g.pop("_login_user", None)


@pytest.fixture
def app(made_app: Flask) -> Iterator[Flask]:
    """Give the app with nothing kept or counted; a test may commit as it likes."""
    with emptied(made_app) as app:
        yield app


@contextmanager
def emptied(made_app: Flask) -> Iterator[Flask]:
    """Forget all that an app keeps and counts, and let it be used."""
    with made_app.app_context():
        forget_counts(made_app)
        empty_tables()
        forget_games()
        for name in [one for one in made_app.extensions if one.startswith(momentary.EXTENSION)]:
            del made_app.extensions[name]
        yield made_app
        db.session.remove()


def forget_counts(app: Flask) -> None:
    """Empty Valkey and begin to count there, also after it was missed and counted without."""
    push.connection(app).flushdb()
    # One limiter counts for whichever app was made last; it is this one's turn.
    limit_costly_work(app, app.extensions["guildhall.settings"])
    limiter._storage_dead = False  # noqa: SLF001 - it would look again only after a while


def empty_tables() -> None:
    """Delete every row and count from one again; TRUNCATE takes 80 times as long for few rows."""
    deletes = [str(table.delete()) for table in db.metadata.tables.values()]
    db.session.execute(text(";".join((WITHOUT_TRIGGERS, *deletes))))
    db.session.execute(text(COUNT_FROM_ONE))
    db.session.commit()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def archive(
    app: Flask, stand_in: RunningSimulator, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Archive]:
    """Give the stand-in archive, calm at the start and at the end."""
    del app
    archive = Archive(stand_in.url, monkeypatch)
    archive.calm()
    yield archive
    archive.calm()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Use the Chromium that CHROMIUM names, or the system's, where there is one.

    On a busy machine a page is waited for longer than the five seconds that are usual.
    """
    expect.set_options(timeout=20_000)
    found = find_chromium(os.environ)
    return {"executable_path": str(found), "args": ["--no-sandbox"]} if found else {}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="session")
def base_url() -> str:
    """Every test names its whole address; the plugin's own fixture warns under pytest 9.2."""
    return ""
