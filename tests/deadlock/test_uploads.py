"""Files readers bring: read in any packing, labelled, never in place of the archive's body."""

from __future__ import annotations

import bz2
import hashlib
import uuid
from datetime import datetime
from typing import Any

import pytest
import zstandard
from flask.testing import FlaskClient

from tests.archive import Archive, brought, sent
from tests.deadlock.kept import aside, body_of, counts, keep, protobuf_of, row_of
from tests.jobs.asked import row
from webapp.core.objects import current_objects
from webapp.deadlock import actions
from webapp.deadlock.store import matches
from webapp.jobs import perform
from webapp.matchroom import ingesting
from webapp.matchroom.uploads import Inbox
from worker.queues import KINDS

MATCH = 5006
UNVERIFIED = "This match is unverified"


@pytest.mark.parametrize(
    ("packing", "name"),
    [
        ("json", "7.json"),
        ("bzip2", "7.meta.bz2"),
        ("zstandard", "7.meta.bz2"),
        ("protobuf", "7.meta"),
    ],
)
def test_a_file_in_any_packing_opens_labelled(client: FlaskClient, packing: str, name: str) -> None:
    body = packed(packing)
    run = sent(client, body, name)
    assert run.state == "done", run.sentence
    match = row_of(MATCH)
    assert (match.provenance, match.raw_format) == ("upload", packing)
    assert matches.load_raw(match) == body
    page = client.get(run.target_url, follow_redirects=True)
    assert page.status_code == 200
    assert page.request.path == f"/deadlock/matches/{MATCH}"
    assert UNVERIFIED in page.text


def packed(packing: str) -> bytes:
    if packing == "json":
        return body_of(MATCH)
    raw = protobuf_of(MATCH)
    if packing == "protobuf":
        return raw
    return bz2.compress(raw) if packing == "bzip2" else zstandard.compress(raw)


def test_json_packed_by_a_reader_is_read_too(client: FlaskClient) -> None:
    assert sent(client, bz2.compress(body_of(MATCH)), "match.json.bz2").state == "done"
    assert row_of(MATCH).raw_format == "bzip2"


def test_an_upload_never_replaces_the_archives_body(client: FlaskClient) -> None:
    keep(MATCH)
    before = row_of(MATCH).content_version
    run = sent(client, body_of(MATCH).replace(b'"net_worth": ', b'"net_worth": 9'))
    assert run.state == "done"
    match = row_of(MATCH)
    assert (match.provenance, match.content_version) == ("upstream", before)
    page = client.get(run.target_url, follow_redirects=True)
    assert page.status_code == 200
    assert UNVERIFIED not in page.text


def test_the_archives_body_replaces_an_upload(client: FlaskClient, archive: Archive) -> None:
    sent(client, body_of(MATCH))
    page = client.get(f"/deadlock/matches/{MATCH}/data")
    assert "Fetch it from deadlock-api instead" in page.text
    archive.calm()
    assert brought(client, MATCH).state == "done"
    assert row_of(MATCH).provenance == "upstream"
    after = client.get(f"/deadlock/matches/{MATCH}/data")
    assert "Fetch it from deadlock-api instead" not in after.text
    assert after.headers["ETag"] != page.headers["ETag"]


def test_an_upload_replaces_an_upload(client: FlaskClient) -> None:
    sent(client, body_of(MATCH))
    first = row_of(MATCH).content_version
    sent(client, packed("bzip2"))
    assert row_of(MATCH).content_version != first


def test_the_same_file_twice_is_one_file(client: FlaskClient) -> None:
    first, second = (sent(client, body_of(MATCH)) for _ in range(2))
    assert first.target_url == second.target_url
    assert counts()[0] == 1


def test_a_file_brought_again_as_its_run_ends_is_read_again(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[uuid.UUID] = []
    drop = ingesting.drop_body

    def brought_meanwhile(inbox: Inbox[Any], digest: str, before: datetime) -> None:
        if not again:
            again.append(actions.keep_upload("again.json", body_of(MATCH))[0])
        drop(inbox, digest, before)

    monkeypatch.setattr(ingesting, "drop_body", brought_meanwhile)
    assert sent(client, body_of(MATCH)).state == "done"
    assert perform(again[0], KINDS)
    assert row(again[0]).state == "done"
    digest = hashlib.sha256(body_of(MATCH)).hexdigest()
    assert not current_objects().exists(f"deadlock/uploads/{digest}")


def test_a_generated_sample_is_not_replaced_by_a_file(client: FlaskClient) -> None:
    keep(101, "comeback", "generated")
    sent(client, body_of(101, "stomp"))
    assert row_of(101).provenance == "generated"


BROKEN = {
    "a cut bzip2": packed("bzip2")[:-200],
    "a cut zstd": packed("zstandard")[: -len(packed("zstandard")) // 2],
    "damage in the middle": packed("bzip2")[:3000] + bytes(64) + packed("bzip2")[3064:],
    "something after the end": packed("bzip2") + b"and more",
    "a bzip2 bomb": bz2.compress(bytes(200 * 1024 * 1024)),
    "a zstd bomb": zstandard.compress(bytes(200 * 1024 * 1024)),
    "a wrong file": b"BZh9 is how it begins, and that is all",
    "JSON of something else": b'{"matches": [1, 2, 3]}',
    "half of a JSON": body_of(MATCH)[:100_000],
    "an empty object": b"{}",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_kept_aside_and_half_writes_nothing(
    client: FlaskClient, body: bytes
) -> None:
    run = sent(client, body)
    assert (run.state, run.error) == ("failed", None)
    assert run.sentence.endswith("The file is kept aside for a better reader.")
    assert counts() == (0, 0, 0)
    (note,) = aside()
    assert note.detail["sha256"] == hashlib.sha256(body).hexdigest()
    assert current_objects().get(note.object_key or "") == body
    assert run.sentence in client.get(f"/jobs/{run.id}").text
    assert client.get(run.target_url).status_code == 404
