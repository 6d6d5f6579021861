"""From the button, or a brought file, to a demo kept beside its match; failures cost nothing."""

from __future__ import annotations

import bz2
import io
import shutil
import uuid
from argparse import Namespace
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import zstandard
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.archive import OURS, Archive, asked_run, done, sent
from tests.deadlock.demo_files import LOCAL, MIDTOWN_ID, STREET, body_for, demo_path, foreign_path
from tests.deadlock.kept import body_of, keep, keep_body, row_of
from tests.deadlock.recorded import MATCH, keep_recording
from webapp.cli import matches as cli
from webapp.core.db import db
from webapp.core.objects import current_objects
from webapp.core.settings import EXTENSION, current_settings
from webapp.deadlock import ingest
from webapp.deadlock.ingest.demo import job
from webapp.deadlock.ingest.demo.keeping import NEW_FORM, OLDER
from webapp.deadlock.ingest.demo.reading import Reading, read_demo
from webapp.deadlock.ingest.demo.salts import NO_MORE
from webapp.deadlock.models import DeadlockDemo, DeadlockDemoUpload, DeadlockSalts
from webapp.deadlock.store import demos
from webapp.deadlock.upstream.demos import DemoServers
from webapp.jobs.models import JobRun
from webapp.simulator.server import running_simulator

PATH = f"/deadlock/matches/{MIDTOWN_ID}"
NO_SALTS = 5400


@pytest.fixture(autouse=True)
def _clear(app: Flask) -> None:
    """Start without what an earlier test left behind: folders and objects outlive tests."""
    del app
    for key, _size in list(current_objects().list("deadlock/demo-uploads")):
        current_objects().delete(key)
    shutil.rmtree(current_settings().data_dir / "demos", ignore_errors=True)


@pytest.fixture
def kept_match(app: Flask) -> int:
    del app
    return keep_body(body_for(demo_path(), MIDTOWN_ID))


@pytest.fixture
def servers(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """Give a stand-in whose file server has the real demo."""
    folder = tmp_path / "real" / "deadlock" / "demos"
    folder.mkdir(parents=True)
    (folder / f"{MIDTOWN_ID}.dem").symlink_to(demo_path())
    (folder / "5002.dem").symlink_to(demo_path(STREET))
    kept = app.extensions[EXTENSION]
    with running_simulator(real_data=tmp_path / "real") as running:
        app.extensions[EXTENSION] = replace(kept, deadlock_api_url=running.deadlock_url)
        yield Archive(running.url, monkeypatch)
    app.extensions[EXTENSION] = kept


def demo_of(match_id: int = MIDTOWN_ID) -> DeadlockDemo | None:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get(DeadlockDemo, match_id)


def nothing_left() -> bool:
    """Say whether neither a temporary folder nor a part of an upload is left."""
    home = current_settings().data_dir / "demos"
    parts = list(current_objects().list("deadlock/demo-uploads"))
    return not parts and (not home.exists() or not list(home.iterdir()))


def fetched(client: FlaskClient, match_id: int = MIDTOWN_ID) -> JobRun:
    return done(asked_run(client, f"/deadlock/matches/{match_id}/demo"))


def posted(client: FlaskClient, body: bytes, path: str = PATH) -> TestResponse:
    """Send a demo as the Data tab's form does, without any file of our own."""
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="own.dem"\r\n\r\n'
    return client.post(
        f"{path}/demo/file",
        data=head + body + b"\r\n--cut--\r\n",
        headers=OURS,
        content_type="multipart/form-data; boundary=cut",
    )


def brought(client: FlaskClient, body: bytes, path: str = PATH) -> JobRun:
    answer = posted(client, body, path)
    assert answer.status_code == 303, answer.text
    return done(uuid.UUID(answer.headers["Location"].removeprefix("/jobs/")))


def test_a_demo_is_found_fetched_read_and_kept(
    client: FlaskClient, kept_match: int, servers: Archive
) -> None:
    before = row_of(kept_match).content_version
    run = fetched(client)
    assert run.state == "done", run.sentence
    demo = demo_of()
    assert demo is not None
    assert (demo.state, demo.source, demo.build) == ("partial", "salts", 10200)
    assert demo.agreed.startswith("the match’s number and 12 of 12 known players")
    assert demo.demo_bytes == demo_path().stat().st_size
    assert demo.packed_bytes == len(bz2.compress(demo_path().read_bytes(), 1))
    assert {name: one["rows"] for name, one in demo.tables.items()} == {
        "kills": 1,
        "hits": 593,
        "bosses": 12,
        "guardians": 108,
        "items": 2,
    }
    assert row_of(kept_match).content_version != before
    assert nothing_left()
    page = client.get(run.target_url, follow_redirects=True)
    assert "A demo is kept, read in part" in page.text
    assert [one["path"].rpartition("/")[2][:8] for one in servers.asked()] == ["salts", "33394286"]


def test_what_a_real_demo_told_is_on_the_tabs_marked_as_its_own(
    client: FlaskClient, kept_match: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No demo here says when its match began: this one is taken to have begun with it."""

    def on_the_clock(demo: Path, folder: Path) -> Reading:
        read = read_demo(demo, folder)
        return replace(read, header=replace(read.header, on_match_clock=True))

    monkeypatch.setattr(job, "read_demo", on_the_clock)
    assert brought(client, demo_path().read_bytes()).state == "done"
    slots = demos.load_demo_rows(kept_match, "items", "slot")
    assert len(set(slots)) == 1
    buyer = f"/builds{{}}?player={slots[0][0]}"

    [(word, chart)] = client.get(f"{PATH}/objectives.json").json["demo"]["charts"]
    assert (word, chart["plot"]["description"]) == ("Guardians", "None of 2 hurt fell.")
    lanes = client.get(f"{PATH}/laning.json").json["laning"]["lanes"]
    left = [(one["demo"]["a"]["text"], one["demo"]["b"]["text"]) for one in lanes]
    assert left == [("99 %", "80 %"), ("89 %", "98 %"), ("100 %", "96 %")]
    bought = client.get(f"{PATH}{buyer.format('.json')}").json["demo_items"]["lines"]
    assert [(one["clock"], one["what"]) for one in bought] == [
        ("0:09.62", "Bought"),
        ("0:09.86", "Bought"),
    ]
    for tab, mark in (
        ("/objectives", 'id="demo-bosses"'),
        ("/laning", 'id="demo-guardians"'),
        (buyer.format(""), 'id="demo-items"'),
    ):
        page = client.get(PATH + tab).text
        assert "from the <" in page.partition(mark)[2][:2000], tab


def test_a_demo_of_the_older_form_is_told_to_be_one(client: FlaskClient) -> None:
    eve = NEW_FORM - timedelta(seconds=1)
    keep_body(body_for(demo_path(), MIDTOWN_ID, eve))
    assert brought(client, demo_path().read_bytes()).state == "done"
    assert OLDER in client.get(f"{PATH}/data").text
    assert client.get(f"{PATH}/data.json").json["demo"]["missing"][0] == OLDER
    keep_body(body_for(demo_path(), MIDTOWN_ID, NEW_FORM))
    assert brought(client, demo_path().read_bytes()).state == "done"
    assert OLDER not in client.get(f"{PATH}/data").text


def test_addresses_are_asked_for_once_and_shown(
    client: FlaskClient, kept_match: int, servers: Archive
) -> None:
    assert fetched(client).state == "done"
    assert fetched(client).state == "done"
    paths = [one["path"] for one in servers.asked()]
    assert sum(path.endswith("/salts") for path in paths) == 1
    salts = db.session.get_one(DeadlockSalts, kept_match)
    page = client.get(f"{PATH}/data").text.replace("<wbr>", "")
    assert salts.demo_url is not None
    assert salts.demo_url in page
    assert str(salts.metadata_url) in page


def test_a_hundred_readers_share_one_fetch(client: FlaskClient, kept_match: int) -> None:
    del kept_match
    assert len({asked_run(client, f"{PATH}/demo") for _ in range(3)}) == 1


@pytest.mark.parametrize("pack", [bytes, bz2.compress, zstandard.compress])
def test_a_brought_demo_is_kept_however_it_is_packed(
    client: FlaskClient, kept_match: int, pack: object
) -> None:
    assert callable(pack)
    run = brought(client, pack(demo_path().read_bytes()))
    assert run.state == "done", run.sentence
    demo = demo_of(kept_match)
    assert demo is not None
    assert (demo.source, demo.tables["hits"]["rows"]) == ("upload", 593)
    assert nothing_left()
    assert client.get(run.target_url).headers["Location"] == f"{PATH}/data#demo"


def test_the_box_takes_a_demo_to_the_match_it_names(client: FlaskClient, kept_match: int) -> None:
    run = sent(client, bz2.compress(demo_path().read_bytes()), "some.dem.bz2")
    assert (run.kind, run.state) == ("deadlock.demo_file", "done")
    assert demo_of(kept_match) is not None


def test_the_command_line_takes_a_demo_to_the_match_it_names(
    app: Flask,
    kept_match: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli, "opened_site", lambda: nullcontext(current_settings()))
    monkeypatch.setattr("webapp.app.create_app", lambda _settings: app)
    monkeypatch.setattr("webapp.core.logs.configure_logs", lambda _level: None)
    assert cli.bring(Namespace(game="deadlock", files=[demo_path(), demo_path(LOCAL)])) == 1
    told = capsys.readouterr()
    assert f"/deadlock/matches/{kept_match}/data#demo" in told.out
    assert "does not say which match it is of" in told.err
    assert demo_of(kept_match) is not None


def test_a_demo_of_a_match_not_kept_here_waits_for_it(client: FlaskClient) -> None:
    run = sent(client, demo_path().read_bytes(), "some.dem")
    assert run.state == "failed"
    assert f"demo of match {MIDTOWN_ID}, which is not kept here yet" in run.sentence
    run_id = run.id
    keep_body(body_for(demo_path(), MIDTOWN_ID))
    assert client.post(f"/jobs/{run_id}/retry", headers=OURS).status_code == 303
    assert done(run_id).state == "done"
    assert demo_of() is not None
    assert nothing_left()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (STREET, f"the demo of match 15910339, not of match {MIDTOWN_ID}"),
        (LOCAL, "does not say which match it is of"),
    ],
)
def test_another_matchs_demo_is_refused(
    client: FlaskClient, kept_match: int, name: str, words: str
) -> None:
    run = brought(client, demo_path(name).read_bytes())
    assert (run.state, words in run.sentence) == ("failed", True)
    demo = demo_of(kept_match)
    assert demo is not None
    assert (demo.state, demo.tables) == ("none", {})
    assert words in client.get(f"{PATH}/data").text
    assert nothing_left()


def test_other_peoples_demo_with_the_right_number_is_refused(client: FlaskClient) -> None:
    keep(MIDTOWN_ID)
    run = brought(client, demo_path().read_bytes())
    assert run.sentence == "The people in this demo are not those of this match."
    assert nothing_left()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"PBDEMS2\0" + bytes(900), "damaged or cut short"),
        (b"HL2DEMO\0" + bytes(900), "Valve’s older engine"),
        (bz2.compress(b"PBDEMS2\0" + bytes(900))[:-7], "cut short"),
        (zstandard.compress(b"PBDEMS2\0" + bytes(900)) + b"x", "something after its end"),
        (bz2.compress(b"PBDEMS2\0" + bytes(100 << 20)), "unpacks to more"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_with_a_sentence(
    client: FlaskClient, kept_match: int, body: bytes, words: str
) -> None:
    run = brought(client, body)
    assert (run.state, words in run.sentence) == ("failed", True), run.sentence
    assert words in client.get(f"{PATH}/data").text
    assert demo_of(kept_match) is not None
    assert nothing_left()


@pytest.mark.parametrize("name", ["skadi_test_source1.dem", "synthetic_fileinfo_only.dem"])
def test_real_demos_of_other_games_are_refused(
    client: FlaskClient, kept_match: int, name: str
) -> None:
    del kept_match
    run = brought(client, foreign_path(name).read_bytes())
    assert (run.state, "not one of Deadlock" in run.sentence) == ("failed", True)
    assert nothing_left()


def test_what_is_no_demo_or_too_large_is_not_even_taken_in(
    client: FlaskClient, app: Flask, kept_match: int
) -> None:
    del kept_match
    assert posted(client, b"PK\x03\x04 a zip").status_code == 415
    assert client.post(f"{PATH}/demo/file", data={}, headers=OURS).status_code == 400
    kept = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(kept, deadlock_demo_bytes=10_000)
    try:
        for size in (20_000, 200_000):
            assert posted(client, b"PBDEMS2\0" + bytes(size)).status_code == 413
    finally:
        app.extensions[EXTENSION] = kept
    assert nothing_left()
    assert not db.session.scalars(select(JobRun)).all()


def test_a_match_that_is_not_here_has_no_demo_to_ask_for(client: FlaskClient) -> None:
    assert client.post("/deadlock/matches/4321/demo", headers=OURS).status_code == 404
    assert client.post("/deadlock/matches/4321/demo/file", headers=OURS).status_code == 404
    assert client.post("/deadlock/matches/101/demo", headers=OURS).status_code == 404
    assert client.get("/deadlock/matches/4321/demo/hits.parquet").status_code == 404
    assert client.get(f"/deadlock/demos/{uuid.uuid4()}").status_code == 404


def test_the_archive_may_tell_no_address_any_more(client: FlaskClient, archive: Archive) -> None:
    del archive
    keep(NO_SALTS)
    run = fetched(client, NO_SALTS)
    assert (run.state, run.sentence) == ("failed", NO_MORE)
    assert NO_MORE in client.get(f"/deadlock/matches/{NO_SALTS}/data").text


def test_a_demo_the_servers_dropped_is_said_to_be_gone(
    client: FlaskClient, archive: Archive
) -> None:
    del archive
    keep(MATCH)
    run = fetched(client, MATCH)
    assert (run.state, "They keep demos for a few weeks" in run.sentence) == ("failed", True)
    assert nothing_left()


@pytest.mark.parametrize(
    ("fault", "words"),
    [("429", "asked us to slow down"), ("503", "are not known yet")],
)
def test_an_archive_that_cannot_tell_now_is_asked_later(
    client: FlaskClient, archive: Archive, fault: str, words: str
) -> None:
    keep(MATCH)
    archive.strike("/salts", fault, times=2, retry_after=2)
    run = fetched(client, MATCH)
    assert (run.state, words in run.sentence) == ("waiting", True), run.sentence
    assert words in client.get(f"/deadlock/matches/{MATCH}/data").text


@pytest.mark.parametrize(
    ("fault", "state", "words"),
    [
        ("503", "waiting", "has a fault of its own"),
        ("truncate", "waiting", "broke off in the middle"),
        ("reset", "waiting", "broke off in the middle"),
        ("wrong_length", "failed", "cut short"),
        ("html200", "failed", "does not begin as one"),
        ("redirect", "failed", "sent us elsewhere"),
        ("bomb", "failed", "packed in a way"),
        ("bad_gzip", "failed", "packed in a way"),
    ],
)
def test_whatever_the_file_server_does_leaves_nothing_behind(  # noqa: PLR0913, PLR0917 - a fault
    client: FlaskClient, kept_match: int, servers: Archive, fault: str, state: str, words: str
) -> None:
    servers.strike(r"\.dem", fault, times=3)
    run = fetched(client)
    assert (run.state, words in run.sentence) == (state, True), run.sentence
    demo = demo_of(kept_match)
    assert demo is not None
    assert (demo.state, demo.tables) == ("none", {})
    assert nothing_left()


def test_a_demo_larger_than_it_may_be_is_not_fetched(
    client: FlaskClient, app: Flask, kept_match: int, servers: Archive
) -> None:
    app.extensions[EXTENSION] = replace(current_settings(), deadlock_demo_bytes=10_000)
    run = fetched(client)
    said = "The game’s file server sent far more than this should be, so it was not read."
    assert (run.state, run.sentence) == ("failed", said)
    assert said in client.get(f"{PATH}/data").text
    assert [one["path"].rpartition(".")[2] for one in servers.asked()][1:] == ["bz2"]
    demo = demo_of(kept_match)
    assert demo is not None
    assert (demo.state, demo.tables) == ("none", {})
    assert nothing_left()


def test_a_dripping_file_server_is_left_when_time_is_up(
    client: FlaskClient, kept_match: int, servers: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    del kept_match
    true = DemoServers.fetch_demo
    monkeypatch.setattr(DemoServers, "fetch_demo", lambda *told: true(*told, seconds=0.7))
    servers.strike(r"\.dem", "drip")
    run = fetched(client)
    assert (run.state, "in time" in run.sentence) == ("waiting", True)
    assert nothing_left()


def test_the_demo_of_another_match_under_this_ones_name_is_refused(
    client: FlaskClient, servers: Archive
) -> None:
    del servers
    keep(5002)
    run = fetched(client, 5002)
    assert run.sentence == "This is the demo of match 15910339, not of match 5002."
    assert nothing_left()


def test_a_try_in_vain_takes_nothing_from_what_is_kept(
    client: FlaskClient, kept_match: int
) -> None:
    assert brought(client, demo_path().read_bytes()).state == "done"
    tables = dict(demos.load_demo(kept_match).tables)  # type: ignore[union-attr]
    assert brought(client, demo_path(STREET).read_bytes()).state == "failed"
    demo = demo_of(kept_match)
    assert demo is not None
    assert (demo.state, demo.tables) == ("partial", tables)
    page = client.get(f"{PATH}/data").text
    assert "The last try came to nothing" in page
    assert "A demo is kept, read in part" in page


def test_a_full_disk_is_said(
    client: FlaskClient, kept_match: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    del kept_match
    monkeypatch.setattr(job, "has_room", lambda _folder, _bytes: False)
    run = brought(client, demo_path().read_bytes())
    assert (run.state, run.sentence) == ("failed", job.FULL)
    assert nothing_left()


def test_a_job_that_breaks_leaves_no_folder(
    client: FlaskClient, kept_match: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    del kept_match
    monkeypatch.setattr(job, "read_demo", lambda *_told: 1 / 0)
    run = brought(client, demo_path().read_bytes())
    assert run.state == "queued"
    home = current_settings().data_dir / "demos"
    assert not list(home.iterdir())


def test_a_brought_file_nobody_read_is_dropped_after_two_days(
    client: FlaskClient, kept_match: int
) -> None:
    del client, kept_match
    name = demos.keep_demo_upload("x.dem", io.BytesIO(b"PBDEMS2\0"), None, most_bytes=100)
    assert demos.drop_old_demo_uploads() == 0
    row = db.session.get_one(DeadlockDemoUpload, name)
    row.uploaded_at -= 2 * demos.uploads.KEPT
    db.session.commit()
    assert demos.drop_old_demo_uploads() == 1
    assert nothing_left()


def test_working_a_match_out_again_keeps_what_its_demo_told(client: FlaskClient) -> None:
    keep(MATCH)
    keep_recording(MATCH)
    url = f"/deadlock/matches/{MATCH}/objectives"
    before = client.get(f"{url}.json").json["demo"]
    assert before is not None
    ingest.match.reanalyse(MATCH)
    assert client.get(f"{url}.json").json["demo"] == before


def test_another_body_of_the_match_leaves_the_demo_out_until_it_is_brought_again(
    client: FlaskClient,
) -> None:
    keep(MATCH)
    keep_recording(MATCH)
    keep_body(body_of(MATCH) + b" ")
    url = f"/deadlock/matches/{MATCH}"
    assert client.get(f"{url}/objectives.json").json["demo"] is None
    assert "compared with an older body" in client.get(f"{url}/data").text
    keep_recording(MATCH)
    assert client.get(f"{url}/objectives.json").json["demo"] is not None
