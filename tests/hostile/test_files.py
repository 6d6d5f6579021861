"""Files nobody should bring: refused with a sentence, and nothing of them half kept."""

from __future__ import annotations

import bz2
import json
from functools import cache
from typing import Any

import pytest
import zstandard
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.archive import OURS, done, drop, sent
from tests.deadlock.kept import body_of, counts, protobuf_of
from tests.hostile.sound import sound
from webapp.config import Settings
from webapp.core.db import db
from webapp.deadlock.models import DeadlockUpload
from webapp.jobs.models import JobRun

MATCH = 5406
REFUSED_AT_THE_DOOR = {
    "nothing at all": b"",
    "a program": b"MZ\x90\x00" + bytes(500),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "gzip": b"\x1f\x8b\x08" + bytes(500),
    "a web page": b"<!doctype html><title>Not found</title>",
    "one NUL": b"\x00",
    "an XML bomb": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>',
}


@pytest.mark.parametrize("body", REFUSED_AT_THE_DOOR.values(), ids=REFUSED_AT_THE_DOOR.keys())
def test_a_file_no_room_reads_stops_at_the_door(client: FlaskClient, body: bytes) -> None:
    answer = sound(drop(client, body, "7.bin"))
    assert answer.status_code == 415
    assert "not a file any room here reads" in answer.text
    assert db.session.scalar(select(func.count()).select_from(DeadlockUpload)) == 0


def changed(**facts: Any) -> bytes:
    """Give a good match with some of its facts replaced."""
    match = json.loads(body_of(MATCH, "short"))
    for path, value in facts.items():
        *way, last = path.split("__")
        where = match
        for step in way:
            where = where[int(step) if step.isdigit() else step]
        where[last] = value
    return json.dumps(match).encode()


def players(count: int) -> bytes:
    found = json.loads(body_of(MATCH, "short"))["match_info"]["players"]
    return changed(match_info__players=(found * 2)[:count])


def spoilt(old: bytes, new: bytes) -> bytes:
    body = body_of(MATCH, "short")
    assert old in body
    return body.replace(old, new, 1)


@cache
def refused() -> dict[str, bytes]:
    good = body_of(MATCH, "short")
    raw = protobuf_of(MATCH, "short")
    return {
        "only a magic": b"BZh9",
        "zstd with nothing in it": b"\x28\xb5\x2f\xfd",
        "bzip2 cut short": bz2.compress(raw)[:-9],
        "zstd cut short": zstandard.compress(raw)[:-9],
        "bzip2 with a tail": bz2.compress(raw) + b"tail",
        "zstd with a tail": zstandard.compress(raw) + b"tail",
        "bzip2 in bzip2": bz2.compress(bz2.compress(raw)),
        "a bomb": bz2.compress(bytes(100 * 1024 * 1024)),
        "zstd that says it is huge": b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 8 + b"\x01\x00\x00",
        "packed nothing": bz2.compress(b""),
        "packed noise": bz2.compress(bytes(range(256)) * 40),
        "protobuf of five million parts": b"\x12\x80\xad\xe2\x04" + b"\x0a\x00" * 5_000_000,
        "protobuf that says it is long": b"\x12\xff\xff\xff\xff\x07" + bytes(100),
        "protobuf without a match": b"\x08\x01",
        "JSON nested deeply": b'{"match_info":' * 100_000,
        "lists nested deeply": b'{"match_info":' + b"[" * 200_000,
        "two matches in one": good[:-1] + b"," + good[1:],
        "a key twice": spoilt(b'"duration_s":', b'"duration_s": 5, "duration_s":'),
        "not a number": spoilt(b'"duration_s": ', b'"duration_s": NaN, "x": '),
        "infinity": spoilt(b'"duration_s": ', b'"duration_s": 1e999, "x": '),
        "a lone surrogate for a number": changed(match_info__duration_s="\ud800"),
        "no UTF-8": good.replace(b'"match_info"', b'"match_info\xff"', 1),
        "another JSON": b'{"players": [1, 2, 3]}',
        "a list for a match": b'{"match_info": []}',
        "null for a match": b'{"match_info": null}',
        "no players": changed(match_info__players=[]),
        "players that are words": changed(match_info__players=["Ada", "Bo"]),
        "a huge list": b'{"match_info": {"players": [' + b"{}," * 900_000 + b"{}]}}",
        "an id below zero": changed(match_info__match_id=-5),
        "an id of nothing": changed(match_info__match_id=0),
        "an id that is huge": changed(match_info__match_id=2**70),
        "a duration below zero": changed(match_info__duration_s=-1),
        "a start in no year": changed(match_info__start_time=2**62),
    }


NAMES = [*refused()]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_no_match_is_refused_with_a_sentence(client: FlaskClient, name: str) -> None:
    run = sent(client, refused()[name], "7.meta")
    assert (run.state, run.error) == ("failed", None), run.sentence
    assert run.sentence.endswith("The file is kept aside for a better reader.")
    assert counts() == (0, 0, 0)
    assert run.sentence.split(":")[0] in sound(client.get(f"/jobs/{run.id}.json")).json["sentence"]


ODD = {
    "eleven players": lambda: players(11),
    "thirteen players": lambda: players(13),
    "one player": lambda: players(1),
    "a winner of no side": lambda: changed(match_info__winning_team=7),
    "a mode nobody knows": lambda: changed(match_info__game_mode=99, match_info__match_mode=98),
    "a hero nobody knows": lambda: changed(match_info__players__0__hero_id=4_000_000_000),
    "a start before Steam": lambda: changed(match_info__start_time=0),
    "no objectives": lambda: changed(match_info__objectives=[]),
    "no paths": lambda: changed(match_info__match_paths=None),
    "no damage": lambda: changed(match_info__damage_matrix=None),
    "no snapshots": lambda: changed(match_info__players__0__stats=[]),
    "deaths of nobody's doing": lambda: changed(match_info__players__0__death_details=[{}]),
    "a field of the next patch": lambda: changed(next_patch={"a": [1, {"b": None}]}),
    "a match of no time": lambda: changed(match_info__duration_s=0),
    "an id as a word": lambda: changed(match_info__match_id=str(MATCH)),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_match_is_kept_whole_or_not_at_all(client: FlaskClient, name: str) -> None:
    run = sent(client, ODD[name](), "7.json")
    assert run.error is None
    if run.state == "failed":
        assert counts() == (0, 0, 0)
        return
    assert run.state == "done"
    kept, slices, _ = counts()
    assert (kept, slices > 0) == (1, True)
    for tab in ("", "/map", "/data", ".json", "/map?t=99999", "/analysis.json"):
        assert sound(client.get(f"/deadlock/matches/{MATCH}{tab}")).status_code == 200


FILENAMES = [
    b"../../../etc/passwd",
    b"..\\..\\win.ini",
    b"a\x00b.json",
    b"a\x07\x1b[31mb.json",
    b"\xe2\x80\xaenosj.exe",
    b"x" * 500 + b".json",
    b"<svg onload=alert(1)>.json",
    b"\xff\xfe.json",
    b"%s%n{{'gu'*2}}.json",
    "😀.json".encode(),
    b"CON.json",
    b".",
]


@pytest.mark.parametrize("name", FILENAMES, ids=range(len(FILENAMES)))
def test_a_files_name_is_only_text(client: FlaskClient, name: bytes) -> None:
    answer = sound(drop(client, b'{"no": "match"}', name))
    assert answer.status_code in {303, 400}
    if answer.status_code == 303:
        run = done(db.session.scalars(select(JobRun)).one().id)
        page = sound(client.get(f"/jobs/{run.id}"))
        assert b"<svg onload" not in page.data
        assert b"gugu.json" not in page.data
        kept = db.session.scalars(select(DeadlockUpload)).one().filename
        assert kept.isprintable()
        assert len(kept) <= 120
        assert not set(kept) & set("/\\")


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    client: FlaskClient, settings: Settings
) -> None:
    answer = sound(drop(client, b"{" + bytes(settings.max_upload_bytes), "7.json"))
    assert answer.status_code == 413
    assert "Bring a smaller file" in answer.text
    assert db.session.scalar(select(func.count()).select_from(DeadlockUpload)) == 0


FORMS: list[tuple[bytes, str, int]] = [
    (b"", "multipart/form-data; boundary=cut", 400),
    (b"no parts at all", "multipart/form-data; boundary=cut", 400),
    (b"--cut\r\n", "multipart/form-data", 400),
    (b"--cut\r\n" + b"a" * 70_000, "multipart/form-data; boundary=cut", 400),
    (b"a=" + b"1" * 300_000, "application/x-www-form-urlencoded", 400),
    (b'--cut\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n' * 30 + b"--cut--",
     "multipart/form-data; boundary=cut", 413),
    (b'{"file": 1}', "application/json", 400),
    (b"\xff" * 100, "text/plain", 400),
]  # fmt: skip


@pytest.mark.parametrize(("form", "kind", "status"), FORMS, ids=range(len(FORMS)))
def test_a_form_without_a_file_is_told_so(
    client: FlaskClient, form: bytes, kind: str, status: int
) -> None:
    answer = sound(client.post("/open", data=form, content_type=kind, headers=OURS))
    assert answer.status_code == status
