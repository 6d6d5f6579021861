"""Finished pages on disk: what power loss, a full disk or another process leaves is no page."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from webapp.core import page_cache
from webapp.core.page_cache import EXTENSION, Cache, load, save, sweep
from webapp.core.pages import Answer

KEY = "ab" * 16
ANSWER = Answer(b"<p>words</p>", "text/html")


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Iterator[Path]:
    """Give the app a folder of the test's own for its pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(app.extensions, EXTENSION, Cache(tmp_path))
        yield tmp_path


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("left", [b"", b"text/html\n", b"\0\0\0\0"])
def test_a_file_that_power_loss_left_empty_is_no_page(
    app: Flask, folder: Path, left: bytes
) -> None:
    kept = save(KEY, ANSWER)
    assert load(KEY) == kept
    (file,) = files(folder)
    file.write_bytes(left)
    app.extensions[EXTENSION] = Cache(folder)
    assert load(KEY) is None
    save(KEY, ANSWER)
    assert load(KEY) == kept


def test_a_full_disk_keeps_no_page_and_leaves_nothing_lying_about(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert save(KEY, ANSWER).mimetype == "text/html"
    assert files(folder) == []


def test_two_processes_may_sweep_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        save(f"{number}{KEY}", ANSWER)
    oldest, other, newest = sorted(files(folder))
    os.utime(oldest, (1, 1))
    true = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        told = true(path, follow_symlinks=follow_symlinks)
        if path == newest:
            newest.unlink()
        return told

    monkeypatch.setattr(page_cache.Path, "stat", stat)
    assert sweep(folder, 2 * oldest.lstat().st_size) == 1
    monkeypatch.undo()
    assert files(folder) == [other]
