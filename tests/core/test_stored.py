"""What nothing names is found, and taken away only when that is safe."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update

from tests.deadlock.kept import body_of
from tests.deadlock.many import do
from tests.jobs.asked import ask
from webapp.core import naming, stored
from webapp.core.datasets import make_current, place_dataset
from webapp.core.db import db, utc_now
from webapp.core.models import Dataset, Quarantine, StoredOrphan
from webapp.core.objects import current_objects
from webapp.core.objects.local import LocalObjects
from webapp.deadlock import ingest

UNNAMED = "deadlock/matches/5501/raw-ffffffffffffffff.zst"


@pytest.fixture
def store(app: Flask, tmp_path: Path) -> LocalObjects:
    """Give a store of the test's own, with one match in it."""
    app.extensions["guildhall.objects"] = LocalObjects(tmp_path / "objects")
    request_over = app.extensions["guildhall.objects"]
    ingest.save_generated(body_of(5501, "short"))
    return request_over


@pytest.fixture(autouse=True)
def _own_store_again(made_app: Flask) -> object:
    yield
    made_app.extensions.pop("guildhall.objects", None)


def age(store: LocalObjects, key: str, days: float) -> None:
    """Make an object look as if it had been put days ago."""
    then = utc_now().timestamp() - days * 86_400
    os.utime(store.root / key, (then, then))


def look() -> tuple[str, ...]:
    looked = stored.look_at_store()
    stored.keep_look(looked)
    db.session.commit()
    return tuple(key for key, _ in looked.orphans)


def known_since(days: float) -> None:
    db.session.execute(update(StoredOrphan).values(found_at=utc_now() - timedelta(days=days)))
    db.session.commit()


def test_everything_a_kept_match_needs_is_named(store: LocalObjects) -> None:
    assert list(store.list())
    assert look() == ()
    kinds = {one.folder: one for one in stored.folders()}
    assert kinds["deadlock/matches/raw"].objects == 1
    assert sum(one.bytes for one in kinds.values()) == sum(size for _, size in store.list())


def test_what_no_row_names_is_listed_and_not_yet_removed(store: LocalObjects) -> None:
    store.put(UNNAMED, b"old body")
    assert look() == (UNNAMED,)
    assert stored.count_orphans() == (1, 8, 0)
    assert stored.remove_orphans() == (0, 0)
    assert store.exists(UNNAMED)


def test_what_was_unnamed_a_day_ago_and_still_is_goes(store: LocalObjects) -> None:
    store.put(UNNAMED, b"old body")
    age(store, UNNAMED, 2)
    look()
    known_since(1.1)
    assert stored.count_orphans() == (1, 8, 1)
    before = {key for key, _ in store.list()}
    assert stored.remove_orphans() == (1, 8)
    assert {key for key, _ in store.list()} == before - {UNNAMED}
    assert stored.orphans() == ()


def test_what_was_put_again_meanwhile_stays(store: LocalObjects) -> None:
    store.put(UNNAMED, b"old body")
    look()
    known_since(5)
    assert stored.remove_orphans() == (0, 0)
    assert store.get(UNNAMED) == b"old body"


def test_what_a_row_names_meanwhile_stays(store: LocalObjects) -> None:
    store.put(UNNAMED, b"old body")
    age(store, UNNAMED, 9)
    look()
    known_since(5)
    db.session.add(Quarantine(kind="deadlock.match", key="7", reason="r", object_key=UNNAMED))
    db.session.commit()
    assert stored.remove_orphans() == (0, 0)
    assert store.exists(UNNAMED)


def test_a_body_put_while_it_is_being_removed_is_kept(
    store: LocalObjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(UNNAMED, b"old body")
    age(store, UNNAMED, 9)
    rename = Path.rename

    def put_then_rename(path: Path, target: Path) -> Path:
        monkeypatch.undo()
        store.put(UNNAMED, b"new body")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", put_then_rename)
    assert store.delete_older(UNNAMED, utc_now() - timedelta(days=1)) is False
    assert store.get(UNNAMED) == b"new body"
    assert [key for key, _ in store.list() if key == UNNAMED] == [UNNAMED]


def test_more_may_lie_about_than_a_statement_takes_parameters(app: Flask) -> None:
    assert app
    stored.keep_look(stored.Looked((), (("old", 1),)))
    many = tuple((f"deadlock/{number}", 1) for number in range(65_536))
    stored.keep_look(stored.Looked((), many))
    assert stored.count_orphans()[:2] == (65_536, 65_536)
    stored.keep_look(stored.Looked((), ()))
    assert stored.count_orphans() == (0, 0, 0)


def test_what_a_killed_writer_left_goes_after_a_day(
    store: LocalObjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {key for key, _ in store.list()}
    left = store.root / "deadlock" / f"{'0' * 32}~part"
    left.write_bytes(b"half a bo")
    assert stored.clear_staged() == 0
    assert left.exists()
    monkeypatch.setattr(stored, "GRACE", timedelta(seconds=-1))
    assert do("house.storage") == "done"
    assert not left.exists()
    assert {key for key, _ in store.list()} == kept


def test_a_folder_in_which_nothing_is_named_is_left_alone(store: LocalObjects) -> None:
    store.put("elsewhere/pictures/1.png", b"png")
    assert look() == ()
    assert "elsewhere/pictures" in {one.folder for one in stored.folders()}


def test_pictures_a_set_names_in_its_body_are_named(store: LocalObjects) -> None:
    store.put("deadlock/art/one.webp", b"1")
    store.put("deadlock/art/two.webp", b"2")
    placed = place_dataset("names", b'{"art": {"hero": "deadlock/art/one.webp"}}')
    make_current("names", placed.version, placed, utc_now())
    db.session.commit()
    assert db.session.get(Dataset, ("names", placed.version)) is not None
    assert look() == ("deadlock/art/two.webp",)


def test_parts_of_a_file_a_live_run_still_reads_are_named(store: LocalObjects) -> None:
    digest = "ab" * 32
    store.put(f"dota2/replays/{digest}/00000", b"part")
    assert not naming.all_names().has(f"dota2/replays/{digest}/00000")
    ask(args={"sha256": digest})
    assert naming.all_names().has(f"dota2/replays/{digest}/00000")
    assert current_objects() is store
