"""From a brought replay to a match like any other; a refused one leaves nothing behind."""

from __future__ import annotations

import bz2
import io
import json
import random
import shutil
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.archive import OURS, done, sent
from tests.dota2.kept import UNPARSED, body_of, keep_body
from tests.dota2.recorded import sample
from tests.dota2.test_replay_reading import real
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.core.objects import current_objects
from webapp.core.settings import EXTENSION, current_settings
from webapp.dota2.domain.replays.header import BRING_IT_THERE, OLD_ENGINE
from webapp.dota2.domain.replays.numbers import is_own
from webapp.dota2.ingest.match import INTAKE
from webapp.dota2.ingest.replay import job, reading
from webapp.dota2.models import Dota2Upload
from webapp.dota2.pages.door import reads_file
from webapp.dota2.store import matches, replays
from webapp.home.rooms import reader_of
from webapp.jobs.models import JobRun
from webapp.matchroom import reanalysing
from webapp.matchroom.files import Provenance, Raw

MATCH = 8_400_000_201
HEADER = b"PBDEMS2\0" + bytes(8) + b"\x01\x00\x06\x32\x04dota"
PLAIN = HEADER + bytes(range(256)) * 40
OTHER_GAME = b"PBDEMS2\0" + bytes(8) + b"\x01\x00\x09\x32\x07citadel"
STAND_IN = """
import json, sys
from pathlib import Path
asked = json.loads(Path(sys.argv[1]).read_text())
body = json.loads(Path(%r).read_text())
body["match_id"] = body["match_id"] or asked["own_number"]
folder = Path(sys.argv[1]).parent
(folder / "body.json").write_text(json.dumps(body))
(folder / "report.json").write_text(json.dumps({"match_id": body["match_id"]}))
"""


@pytest.fixture(autouse=True)
def _clear(app: Flask) -> None:
    """Start without what an earlier test left behind: folders and objects outlive tests."""
    del app
    for key, _size in list(current_objects().list("dota2/replays")):
        current_objects().delete(key)
    shutil.rmtree(current_settings().data_dir / "demos", ignore_errors=True)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file a stand-in for the reader tells as what it found."""
    body, script = tmp_path / "told.json", tmp_path / "reader.py"
    body.write_text(json.dumps({**sample(), "source": "replay"}))
    script.write_text(STAND_IN % str(body))
    monkeypatch.setattr(reading, "READER", script)
    return body


def posted(client: FlaskClient, body: bytes, name: str = "own.dem") -> TestResponse:
    file = (io.BytesIO(body), name)
    return client.post("/dota2/replays", data={"file": file}, headers=OURS)


def brought(client: FlaskClient, body: bytes) -> JobRun:
    answer = posted(client, body)
    assert answer.status_code == 303, answer.text
    return done(uuid.UUID(answer.headers["Location"].removeprefix("/jobs/")))


def nothing_left() -> bool:
    """Say whether neither a temporary folder nor a part of a replay is left."""
    home = current_settings().data_dir / "demos"
    parts = list(current_objects().list("dota2/replays"))
    return not parts and (not home.exists() or not list(home.iterdir()))


def test_a_brought_replay_becomes_a_match(client: FlaskClient, told: Path) -> None:
    del told
    run = brought(client, zstandard.compress(PLAIN))
    assert run.state == "done", run.sentence
    row = matches.load_row(MATCH)
    assert row is not None
    assert (row.provenance, row.source, row.parsed) == ("upload", "replay", True)
    assert client.get(run.target_url).headers["Location"] == f"/dota2/matches/{MATCH}"
    page = client.get(f"/dota2/matches/{MATCH}/data")
    assert "a file a reader brought" in page.text
    assert "what was read of a replay here" in page.text
    assert nothing_left()


def test_a_replay_without_a_number_is_the_same_match_each_time(
    client: FlaskClient, told: Path
) -> None:
    told.write_text(json.dumps({**sample(), "match_id": 0}))
    urls = set()
    for body in (PLAIN, bz2.compress(PLAIN), zstandard.compress(PLAIN)):
        run = brought(client, body)
        assert run.state == "done", run.sentence
        urls.add(client.get(run.target_url).headers["Location"])
    (url,) = urls
    assert is_own(int(url.rsplit("/", 1)[1]))
    assert client.get(url).status_code == 200
    assert "Fetch it from OpenDota" not in client.get(f"{url}/data").text
    assert client.post(f"{url}/analysis", headers=OURS).status_code == 404
    unknown = client.get(f"{url[:-1]}{(int(url[-1]) + 1) % 10}")
    assert "Bring the replay again" in unknown.text


def test_what_opendota_read_of_a_replay_is_never_replaced(client: FlaskClient, told: Path) -> None:
    keep_body(json.dumps(sample()).encode())
    told.write_text(json.dumps({**sample(), "source": "replay", "radiant_score": 99}))
    run = brought(client, PLAIN)
    assert run.state == "done"
    row = matches.load_row(MATCH)
    assert row is not None
    assert (row.provenance, row.score_a) == ("upstream", sample()["radiant_score"])
    assert client.get(run.target_url).headers["Location"] == f"/dota2/matches/{MATCH}"
    assert nothing_left()


def test_a_replay_takes_the_place_of_a_scoreboard_and_not_the_other_way(
    client: FlaskClient, told: Path
) -> None:
    del told
    poor = json.dumps(json.loads(body_of(UNPARSED)) | {"match_id": MATCH}).encode()
    keep_body(poor)
    assert brought(client, PLAIN).state == "done"
    kept = matches.load_row(MATCH)
    assert kept is not None
    assert (kept.provenance, kept.source, kept.parsed) == ("upload", "replay", True)
    lesser: tuple[Provenance, ...] = ("upstream", "upload")
    for provenance in lesser:
        reanalysing.keep_if_worth(INTAKE, Raw(poor, "json", utc_now(), provenance), MATCH)
    db.session.expire_all()
    assert kept.source == "replay"
    full = json.dumps(sample()).encode()
    reanalysing.keep_if_worth(INTAKE, Raw(full, "json", utc_now(), "upstream"), MATCH)
    db.session.expire_all()
    assert (kept.provenance, kept.parsed) == ("upstream", True)
    reanalysing.keep_if_worth(INTAKE, Raw(poor, "json", utc_now(), "upstream"), MATCH)
    db.session.expire_all()
    assert kept.parsed


def test_a_file_that_calls_itself_a_replays_gives_way_to_a_scoreboard(client: FlaskClient) -> None:
    del client
    keep_body(json.dumps({**sample(), "source": "replay"}).encode(), "upload")
    poor = json.dumps(json.loads(body_of(UNPARSED)) | {"match_id": MATCH}).encode()
    reanalysing.keep_if_worth(INTAKE, Raw(poor, "json", utc_now(), "upstream"), MATCH)
    kept = matches.load_row(MATCH)
    assert kept is not None
    assert kept.provenance == "upstream"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"PBUFDEM\0" + bytes(100), OLD_ENGINE),
        (bz2.compress(OTHER_GAME), BRING_IT_THERE),
        (
            zstandard.compress(HEADER + random.Random(7).randbytes(400_000))[:-9],
            "This replay is cut short.",
        ),
        (
            zstandard.compress(HEADER + bytes(80 * 1024 * 1024)),
            "This replay unpacks to more than one may be here, so it was not read.",
        ),
        (HEADER, "Nobody plays in this replay: it holds no hero of anybody."),
        (PLAIN, "This replay is damaged, or of a form the reader does not know."),
    ],
)
def test_a_refused_replay_says_why_and_leaves_nothing(
    client: FlaskClient, body: bytes, sentence: str
) -> None:
    run = brought(client, body)
    assert (run.state, run.sentence) == ("failed", sentence)
    assert nothing_left()
    assert client.get(run.target_url).status_code == 404


def test_a_body_nobody_can_read_is_kept_aside(client: FlaskClient, told: Path) -> None:
    told.write_text(json.dumps({"match_id": MATCH, "players": []}))
    run = brought(client, PLAIN)
    assert run.state == "failed"
    assert "no players" in (run.sentence or "")
    assert db.session.query(Quarantine).count() == 1
    assert nothing_left()


def test_a_fault_of_ours_keeps_the_replay_for_the_next_try(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(job, "unpack_replay", lambda *_args, **_more: broken())
    assert brought(client, PLAIN).state in {"queued", "waiting"}
    assert list(current_objects().list("dota2/replays"))
    assert not list((current_settings().data_dir / "demos").iterdir())


def test_a_replay_nobody_came_to_read_is_let_go(client: FlaskClient) -> None:
    posted(client, PLAIN)
    row = db.session.query(Dota2Upload).one()
    row.uploaded_at -= 2 * replays.KEPT
    db.session.commit()
    replays.drop_old_replays()
    assert nothing_left()


def test_only_a_replay_of_a_fair_size_is_taken(app: Flask, client: FlaskClient) -> None:
    assert posted(client, b"{}").status_code == 415
    assert client.post("/dota2/replays", headers=OURS).status_code == 400
    kept = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(kept, dota2_replay_bytes=5000)
    try:
        assert posted(client, PLAIN).status_code == 413
    finally:
        app.extensions[EXTENSION] = kept
    assert nothing_left()


def test_a_dropped_recording_goes_to_the_room_that_reads_it(app: Flask) -> None:
    del app
    for head, slug in (
        (HEADER, "dota2"),
        (bz2.compress(PLAIN), "dota2"),
        (zstandard.compress(PLAIN), "dota2"),
        (b"PBUFDEM\0", "dota2"),
        (OTHER_GAME, "deadlock"),
        (bz2.compress(OTHER_GAME), "deadlock"),
    ):
        room = reader_of("any.dem.bz2", head)
        assert room is not None
        assert room.slug == slug
    assert reads_file("a.dem", OTHER_GAME) == ""
    assert reads_file("a.json", b'{"radiant_win": true}') == "yes"


def test_a_real_synthetic_replay_dropped_on_the_house_is_refused(client: FlaskClient) -> None:
    run = sent(client, real("synthetic_fileinfo_only.dem").read_bytes(), "lobby.dem")
    assert (run.kind, run.state) == ("dota2.replay", "failed")
    assert run.sentence == "Nobody plays in this replay: it holds no hero of anybody."
    assert nothing_left()
