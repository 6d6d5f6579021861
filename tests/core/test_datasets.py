"""Versioned sets: placed as objects, one version of a name current, held until another is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import zstandard
from flask import Flask
from sqlalchemy import select

from webapp.core.datasets import (
    HeldDataset,
    Placed,
    current_dataset,
    make_current,
    place_dataset,
    read_dataset,
)
from webapp.core.db import db
from webapp.core.holding import holding
from webapp.core.models import Dataset
from webapp.core.objects import StorageDown, current_objects

NAME = "fruit"
DAY = datetime(2026, 11, 1, tzinfo=UTC)


def parse(_row: Dataset, body: bytes) -> list[str]:
    return msgspec.json.decode(body, type=list[str])


def keep(words: list[str], at: datetime = DAY) -> Placed:
    """Make a set current, as a job does."""
    placed = place_dataset(NAME, msgspec.json.encode(words))
    make_current(NAME, placed.version, placed, at)
    db.session.commit()
    return placed


def versions() -> dict[str, bool]:
    """Give every version of the name, and whether it is the current one."""
    rows = db.session.scalars(select(Dataset).where(Dataset.name == NAME))
    return {row.version: row.current for row in rows}


def test_a_name_never_kept_gives_the_empty_set(app: Flask) -> None:
    assert app
    assert HeldDataset(NAME, parse, ["none"]).load() == ["none"]
    assert current_dataset(NAME) is None


def test_one_version_is_current_and_the_one_before_stays_known(app: Flask) -> None:
    assert app
    first, second = keep(["apple"]), keep(["pear"])
    assert versions() == {first.version: False, second.version: True}
    keep(["apple"], DAY + timedelta(days=1))
    assert versions() == {first.version: True, second.version: False}
    row = current_dataset(NAME)
    assert row is not None
    assert row.fetched_at == DAY + timedelta(days=1)
    assert read_dataset(row, parse) == ["apple"]


def test_a_set_of_another_name_is_left_alone(app: Flask) -> None:
    assert app
    other = place_dataset("nuts", b"[]")
    make_current("nuts", other.version, other, DAY)
    keep(["apple"])
    assert current_dataset("nuts") is not None


def test_a_held_set_is_read_once_until_told_of_another(app: Flask) -> None:
    assert app
    keep(["apple"])
    read: list[str] = []

    def watch(row: Dataset, body: bytes) -> list[str]:
        read.append(row.version)
        return parse(row, body)

    held = HeldDataset(NAME, watch, [])
    assert held.load() == held.load() == ["apple"]
    held.forget()
    assert held.load() == ["apple"]
    assert len(read) == 1
    keep(["pear"])
    assert held.load() == ["apple"]
    held.forget()
    assert held.load() == ["pear"]
    assert len(read) == 2


def test_a_set_fetched_again_is_read_again_for_its_age(app: Flask) -> None:
    assert app
    keep(["apple"])
    held = HeldDataset(NAME, lambda row, _body: row.fetched_at, DAY - timedelta(days=1))
    assert held.load() == DAY
    keep(["apple"], DAY + timedelta(days=1))
    held.forget()
    assert held.load() == DAY + timedelta(days=1)


def test_what_was_made_of_names_goes_with_them_and_stays_with_other_numbers(app: Flask) -> None:
    assert app
    made: list[str] = []

    def show(word: str) -> str:
        made.append(word)
        return word

    show.__module__ = f"webapp.{NAME}.pages.stall"
    shown = holding(8)(show)
    keep(["apple"])
    numbers = HeldDataset(NAME, parse, [])
    held = HeldDataset(NAME, parse, [], made_of_it=NAME)
    numbers.load()
    held.load()
    assert shown("a") == shown("a") == "a"
    keep(["apple"], DAY + timedelta(days=1))
    held.forget()
    held.load()
    assert shown("a") == "a"
    assert made == ["a"]
    keep(["pear"])
    numbers.forget()
    numbers.load()
    assert shown("a") == "a"
    assert made == ["a"]
    held.forget()
    held.load()
    assert shown("a") == "a"
    assert made == ["a", "a"]


def test_a_set_that_cannot_be_read_leaves_the_one_before(app: Flask) -> None:
    assert app
    keep(["apple"])
    held = HeldDataset(NAME, parse, [])
    assert held.load() == ["apple"]
    lost = keep(["pear"])
    current_objects().delete(lost.key)
    held.forget()
    assert held.load() == ["apple"]
    current_objects().put(lost.key, b"not a set")
    held.forget()
    assert held.load() == ["apple"]
    assert HeldDataset(NAME, parse, ["none"]).load() == ["none"]


def test_a_new_set_that_cannot_be_fetched_leaves_the_one_before_for_a_while(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app
    keep(["apple"])
    held = HeldDataset(NAME, parse, [])
    assert held.load() == ["apple"]
    keep(["pear"])
    asked: list[str] = []

    def away(_store: object, key: str) -> bytes:
        asked.append(key)
        raise StorageDown("The store is away.")

    with monkeypatch.context() as patch:
        patch.setattr(type(current_objects()), "get", away)
        held.forget()
        assert held.load() == held.load() == ["apple"]
        assert len(asked) == 1
        with pytest.raises(StorageDown):
            HeldDataset(NAME, parse, []).load()
    held.forget()
    assert held.load() == ["pear"]


def test_a_packed_set_that_is_damaged_leaves_the_one_before(app: Flask) -> None:
    assert app

    def unpack(row: Dataset, body: bytes) -> list[str]:
        return parse(row, zstandard.ZstdDecompressor().decompress(body))

    packed = place_dataset(NAME, zstandard.ZstdCompressor().compress(b'["apple"]'))
    make_current(NAME, packed.version, packed, DAY)
    held = HeldDataset(NAME, unpack, [])
    assert held.load() == ["apple"]
    keep(["pear"])
    held.forget()
    assert held.load() == ["apple"]


def test_the_same_set_has_the_same_name_and_an_ending_that_says_its_form(app: Flask) -> None:
    assert app
    assert place_dataset(NAME, b"[1]") == place_dataset(NAME, b"[1]")
    packed = place_dataset(NAME, b"[2]", "json.zst")
    assert packed.key == f"datasets/fruit/{packed.version}.json.zst"
    assert current_objects().get(packed.key) == b"[2]"
