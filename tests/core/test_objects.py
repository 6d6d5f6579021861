"""What is put under a key comes back whole, in a folder and in an S3-compatible store alike."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.bucket_store import Bucket, bucket_store
from webapp.core.objects import ObjectMissing, Objects, StorageDown, open_objects


@pytest.fixture
def bucket() -> Iterator[Bucket]:
    with bucket_store() as served:
        yield served


@pytest.fixture(params=["file", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Objects]:
    if request.param == "file":
        yield open_objects(f"file://{tmp_path}/deep/store")
    else:
        with bucket_store() as served:
            yield open_objects(served.url())


def test_a_body_comes_back_whole(store: Objects) -> None:
    body = os.urandom(300_000)
    store.put("deadlock/raw/54331746.json.zst", body)
    assert store.get("deadlock/raw/54331746.json.zst") == body
    assert store.exists("deadlock/raw/54331746.json.zst")
    store.put("deadlock/raw/54331746.json.zst", b"")
    assert store.get("deadlock/raw/54331746.json.zst") == b""


def test_what_is_not_there_is_said_to_be_missing(store: Objects) -> None:
    store.put("a/b", b"1")
    for key in ("nothing", "a/nothing"):
        assert not store.exists(key)
        with pytest.raises(ObjectMissing, match="Nothing is stored under"):
            store.get(key)
        store.delete(key)


def test_a_deleted_body_is_gone(store: Objects) -> None:
    store.put("a/b", b"1")
    store.delete("a/b")
    assert not store.exists("a/b")
    assert list(store.list()) == []


def test_a_folder_is_listed_with_sizes_in_order(store: Objects) -> None:
    for number in range(7):
        store.put(f"x/{number}", b"." * number)
    store.put("x2/other", b"1")
    assert list(store.list("x")) == [(f"x/{number}", number) for number in range(7)]
    assert len(list(store.list())) == 8
    assert list(store.list("none")) == []


@pytest.mark.parametrize(
    "key",
    ["", "/etc/passwd", "../up", "a/../b", "a/..", ".", "..", "a//b", "a/", "a\\b", "a\0b", "a\nb",
     "a b", "ä", "%2e%2e/a", "a/.hidden", "a*", "x" * 901, "y" * 250, "a~part"],
)  # fmt: skip
def test_what_is_no_key_is_refused(store: Objects, key: str) -> None:
    for use in (lambda: store.put(key, b""), lambda: store.get(key), lambda: store.exists(key)):
        with pytest.raises(ValueError, match="not a storage key"):
            use()


def test_folders_and_files_are_private(tmp_path: Path) -> None:
    store = open_objects(f"file://{tmp_path}/store")
    store.put("a/b/c", b"1")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "store").rglob("*")]
    assert sorted(modes) == [0o600, 0o700, 0o700]
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == 0o700


def test_a_half_written_body_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_objects(f"file://{tmp_path}")
    store.put("a/b", b"old")

    def stop(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(StorageDown, match="disk that keeps match files is full"):
        store.put("a/b", b"new")
    monkeypatch.undo()
    assert store.get("a/b") == b"old"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_a_really_full_disk_is_said_so() -> None:
    if not os.access("/dev/full", os.W_OK):
        pytest.skip("this system has no /dev/full")
    from webapp.core.objects.local import _storage_errors

    with (
        pytest.raises(StorageDown, match="full"),
        _storage_errors("a"),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        full.write(b"1")


def test_a_leftover_of_a_crash_is_no_object(tmp_path: Path) -> None:
    store = open_objects(f"file://{tmp_path}")
    (tmp_path / "0123~part").write_bytes(b"half")
    assert list(store.list()) == []


def test_a_folder_in_the_way_is_an_error_not_a_crash(tmp_path: Path) -> None:
    store = open_objects(f"file://{tmp_path}")
    store.put("a/b", b"1")
    assert not store.exists("a")
    with pytest.raises(ObjectMissing):
        store.get("a")
    with pytest.raises((StorageDown, ObjectMissing)):
        store.put("a/b/c", b"1")


def test_a_wrong_secret_is_said_so(bucket: Bucket) -> None:
    store = open_objects(bucket.url(secret="wrong"))  # noqa: S106 - wrong on purpose
    with pytest.raises(StorageDown, match="did not accept our key"):
        store.put("a", b"1")
    assert (bucket.held, bucket.refused) == ({}, 1)


def test_an_ill_store_is_down_not_empty(bucket: Bucket) -> None:
    store = open_objects(bucket.url())
    store.put("a", b"1")
    bucket.ill = True
    with pytest.raises(StorageDown, match="does not answer"):
        store.get("a")
    assert list(bucket.held) == ["some/prefix/a"]


def test_a_store_nobody_serves_is_down() -> None:
    store = open_objects("s3://k:s@127.0.0.1:9/bucket?scheme=http")
    with pytest.raises(StorageDown, match="does not answer"):
        store.get("a")


def test_a_forked_child_gets_a_sentence_and_does_not_hang(bucket: Bucket) -> None:
    store = open_objects(bucket.url())
    store.put("a", b"1")
    child = os.fork()
    if child == 0:
        signal.alarm(5)
        try:
            store.get("a")
        except StorageDown as error:
            os._exit(7 if "forked" in error.sentence else 1)
        os._exit(2)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 7


@pytest.mark.parametrize(
    "url",
    ["file://host/x", "file:///", "ftp://x/y", "s3://", "s3://k:s@host:9", "s3://k:s@h/b?colour=1",
     "s3://k:s@h/b?scheme=gopher", "s3://k:s@h/b/../c", ""],
)  # fmt: skip
def test_an_address_that_names_no_store_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"wants|names|know|key"):
        open_objects(url)
