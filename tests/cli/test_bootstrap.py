"""The first set-up: whole or not at all, again when the lock changes, a sentence when it fails."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from webapp.cli import bootstrap

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]


class Executed(Exception):
    """What the bootstrap became."""


class Installer:
    """Stands in for uv and pip: makes a Python, counts installs, fails on command."""

    def __init__(self) -> None:
        self.installed: list[str] = []
        self.works = True

    def succeeds(self, command: Sequence[str], **_: object) -> bool:
        """Do as told, in place of running anything."""
        words = list(command)
        if "venv" in words and "-c" not in words:
            bootstrap.PYTHON.parent.mkdir(parents=True)
            bootstrap.PYTHON.symlink_to(sys.executable)
        if "install" in words and self.works:
            self.installed.append(Path(words[-1]).name)
        return self.works or "install" not in words


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    made = Installer()
    for lock in (bootstrap.RUNTIME, bootstrap.TESTING):
        (tmp_path / lock).write_text(f"{lock}\n")
    venv = tmp_path / ".venv"
    places = {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "bin" / "python"}
    for name, place in {**places, "STAMP": venv / "guildhall-stamp"}.items():
        monkeypatch.setattr(bootstrap, name, place)
    monkeypatch.setattr(bootstrap, "_succeeds", made.succeeds)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)
    monkeypatch.setenv("PYTHONPATH", "")

    def execute(_: str, words: list[str]) -> None:
        raise Executed(words)

    monkeypatch.setattr(bootstrap.os, "execv", execute)
    return made


def test_the_first_run_installs_and_the_second_does_not(installer: Installer) -> None:
    for _ in range(2):
        with pytest.raises(Executed) as became:
            bootstrap.main(["up", "--demo"])
        assert became.value.args[0][1:] == ["-P", "-m", "webapp.cli", "up", "--demo"]
    assert installer.installed == ["requirements.lock"]


def test_tests_bring_their_tools_and_the_site_needs_nothing_more(installer: Installer) -> None:
    for command in ("test", "up", "check"):
        with pytest.raises(Executed):
            bootstrap.main([command])
    assert installer.installed == ["requirements-test.lock"]


def test_a_changed_lock_is_installed_over_what_is_there(
    installer: Installer, tmp_path: Path
) -> None:
    with pytest.raises(Executed):
        bootstrap.main([])
    (tmp_path / ".venv" / "kept").touch()
    (tmp_path / bootstrap.RUNTIME).write_text("another\n")
    with pytest.raises(Executed):
        bootstrap.main([])
    assert installer.installed == ["requirements.lock"] * 2
    assert (tmp_path / ".venv" / "kept").exists()


def test_an_interrupted_install_is_begun_anew(
    installer: Installer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    installer.works = False
    with pytest.raises(SystemExit) as stopped:
        bootstrap.main([])
    assert stopped.value.code == 1
    assert "The packages could not be installed" in capsys.readouterr().err
    (tmp_path / ".venv" / "half").touch()
    installer.works = True
    with pytest.raises(Executed):
        bootstrap.main([])
    assert not (tmp_path / ".venv" / "half").exists()


def test_an_environment_whose_python_is_gone_is_made_again(
    installer: Installer, tmp_path: Path
) -> None:
    with pytest.raises(Executed):
        bootstrap.main([])
    bootstrap.PYTHON.unlink()
    with pytest.raises(Executed):
        bootstrap.main([])
    assert installer.installed == ["requirements.lock"] * 2
    assert (tmp_path / ".venv").is_dir()


def test_a_checkout_of_somebody_else_is_a_sentence(
    installer: Installer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.os, "access", lambda *_: False)
    with pytest.raises(SystemExit):
        bootstrap.main([])
    assert "is not this user's to write" in capsys.readouterr().err
    assert installer.installed == []


def test_a_folder_that_cannot_be_written_is_a_sentence(
    installer: Installer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(bootstrap.VENV))

    monkeypatch.setattr(installer, "succeeds", refuse)
    monkeypatch.setattr(bootstrap, "_succeeds", refuse)
    with pytest.raises(SystemExit):
        bootstrap.main([])
    assert "cannot be made: [Errno 13] Permission denied" in capsys.readouterr().err


def test_any_python_3_can_read_the_command() -> None:
    ast.parse((ROOT / "guildhall").read_text(), feature_version=(3, 5))


def test_an_old_python_says_what_is_needed(tmp_path: Path) -> None:
    old = (ROOT / "guildhall").read_text().replace("OLDEST = (3, 11)", "OLDEST = (9, 0)")
    (tmp_path / "guildhall").write_text(old)
    ended = subprocess.run(
        [sys.executable, tmp_path / "guildhall"],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert re.fullmatch(r"guildhall: Python 3\.11 or newer is needed; .*\n", ended.stderr)


def test_the_lock_files_name_no_registry() -> None:
    for lock in (bootstrap.RUNTIME, bootstrap.TESTING):
        assert "://" not in (ROOT / lock).read_text()


def test_the_command_can_be_run_as_it_is() -> None:
    assert os.access(ROOT / "guildhall", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert shutil.which("bash")
