"""A house with one stand-in room; nothing here needs a database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Literal

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.served import serving
from webapp.accounts.rooms import Follows, Pace
from webapp.app import create_app
from webapp.config import Settings
from webapp.home.rooms import Room, State, register_rooms
from webapp.home.routes import bp

PLURALS = {"match": "matches", "player": "players"}
PLAYED = datetime(2026, 3, 1, 19, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StandInFound:
    """What the stand-in room knows about a match or player."""

    url: str
    said: str = "30:05"
    state: State = "ok"
    state_text: str = "already analysed"


@dataclass(frozen=True, slots=True)
class StandInMatch:
    """A match of the stand-in room."""

    title: str
    url: str
    said: str = "30:05"
    winner: str = "The Archmother"
    winner_side: Literal["a", "b", ""] = "b"
    score: str = "5 to 2"
    played_at: datetime | None = PLAYED
    analysed_at: datetime | None = PLAYED


@dataclass(frozen=True, slots=True)
class StandInFreshness:
    """The stand-in room's sources all answer."""

    newest_at: datetime | None = PLAYED
    state: State = "ok"
    text: str = "working"


def recognise(kind: str, key: str) -> StandInFound | None:
    return None if kind == "vanity" else StandInFound(f"/deadlock/{PLURALS[kind]}/{key}")


def import_upload(filename: str, stream: BinaryIO) -> str:
    return f"/jobs/{filename.removesuffix('.meta')}-{len(stream.read())}"


def recent(limit: int) -> Sequence[StandInMatch]:
    return [StandInMatch("Deadlock 35077269", "/deadlock/matches/35077269")][:limit]


def nobody_followed() -> Follows:
    return Follows(
        followable=lambda _address: None,
        players_in=lambda _match: frozenset(),
        match_line=lambda _match: None,
        latest_of=lambda _player, _limit: (),
        refresh=lambda _player: "/jobs/1",
        ask_for_new=lambda _player, _since: 0,
        pace=Pace(every=timedelta(minutes=20), at_once=10),
    )


def stand_in() -> Room:
    return Room(
        slug="deadlock",
        name="Deadlock",
        url="/deadlock",
        answers="Match and player analysis",
        sources="deadlock-api, your files",
        recognise=recognise,
        reads_file=lambda _name, head: "yes" if head.startswith(b"BZh") else "",
        import_upload=import_upload,
        recent=recent,
        samples=lambda: [StandInMatch('<svg onload="x">', "/deadlock/matches/101")],
        freshness=StandInFreshness,
        follows=nobody_followed(),
    )


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("house")
    app = create_app(
        Settings(
            database_url="postgresql+psycopg://nobody@127.0.0.1:9/none",
            redis_url="redis://127.0.0.1:9",
            storage_url=f"file://{folder}/objects",
            secret_key="a secret for tests only, thirty-two characters",  # noqa: S106
            data_dir=folder,
        )
    )
    if bp.name not in app.blueprints:
        app.register_blueprint(bp)
    register_rooms(app, [stand_in()])
    return app


@pytest.fixture
def visitor(house: Flask) -> FlaskClient:
    return house.test_client()


@pytest.fixture(scope="session")
def house_url(house: Flask) -> Iterator[str]:
    with serving(house) as address:
        yield address
