"""The words a person types, and what comes back when they are wrong."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from flask import Flask

from tests.lol.kept import bodies_of
from webapp.cli import check as checking
from webapp.cli import chromium, commands, matches
from webapp.cli.check import Check
from webapp.cli.games import games
from webapp.cli.logs import trim_logs
from webapp.cli.schema import head_revision
from webapp.config import Settings

ROOT = Path(__file__).parents[2]


def test_every_command_leads_to_a_function() -> None:
    parser = commands._parser()  # noqa: SLF001 - the one list of commands
    actions = next(a for a in parser._actions if a.choices)  # noqa: SLF001
    assert actions.choices
    for name, command in dict(actions.choices).items():
        if name not in {"help", "bench"}:
            assert callable(commands._function(command.get_default("runs"))), name  # noqa: SLF001


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run([]) == 0
    said = capsys.readouterr().out
    assert all(f"    {name} " in said for name in ("up", "test", "backup", "import", "worker"))


def test_matches_are_brought_and_worked_out_again_for_every_game_there_is() -> None:
    parser = commands._parser()  # noqa: SLF001 - the one list of commands
    for slug in (game.slug for game in games()):
        assert parser.parse_args(["import", slug, "match.json"]).game == slug
        assert parser.parse_args(["reanalyse", slug]).game == slug
    assert parser.parse_args(["reanalyse"]).game is None


def test_a_file_is_taken_by_the_game_that_was_named_or_not_at_all(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    assert app
    file = tmp_path / "match.json"
    file.write_bytes(bodies_of("EUW1_7100000008")[0])
    assert matches._bring(file, "lol", settings) == "/lol/matches/EUW1_7100000008"  # noqa: SLF001
    file = file.rename(tmp_path / "holiday.jpg")
    file.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    with pytest.raises(ValueError, match="Dota 2 does not read such a file"):
        matches._bring(file, "dota2", settings)  # noqa: SLF001


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(SystemExit) as refused:
        commands.run(["dance"])
    assert refused.value.code == 2


def test_a_bad_setting_stops_the_start_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GUILDHALL_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GUILDHALL_WRKERS", "3")
    assert commands.run(["up"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("guildhall: The setting GUILDHALL_WRKERS: no such setting")


def test_a_part_run_apart_names_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert commands.run(["worker"]) == 2
    assert "The setting DATABASE_URL: is not set" in capsys.readouterr().err


def test_checks_all_run_and_the_failing_ones_speak(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = Check("second", ("-c", "print('why it failed'); raise SystemExit(4)"))
    checks = (Check("first", ("-c", "print('silent')")), bad, Check("third", ("-c", "")))
    monkeypatch.setattr(checking, "CHECKS", checks)
    assert commands.run(["check"]) == 1
    said = capsys.readouterr().out
    told = sorted(line[:7] for line in said.splitlines()[:3])
    assert told == ["✓ first", "✓ third", "✕ secon"]
    assert "why it failed" in said
    assert "silent" not in said


def test_chromium_is_the_one_that_is_named(tmp_path: Path) -> None:
    assert chromium.find_chromium({"CHROMIUM": str(tmp_path)}) == tmp_path
    assert chromium.find_chromium({"CHROMIUM": str(tmp_path / "absent")}) is None


def test_without_a_browser_or_rights_a_person_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium.shutil, "which", lambda _: None)
    monkeypatch.setattr(chromium, "_MAC_PLACES", ())
    assert chromium.ensure_chromium({}) is None
    assert "the browser tests fail" in capsys.readouterr().err


def test_the_last_migration_is_found_by_sight(tmp_path: Path) -> None:
    assert head_revision(tmp_path) is None
    (tmp_path / "1.py").write_text('revision = "a1"\ndown_revision = None\n')
    (tmp_path / "2.py").write_text("revision: str = 'b2'\ndown_revision: str | None = 'a1'\n")
    assert head_revision(tmp_path) == "b2"
    (tmp_path / "3.py").write_text('revision = "c3"\ndown_revision = "a1"\n')
    assert head_revision(tmp_path) is None
    assert head_revision(ROOT / "migrations" / "versions")


def test_a_long_log_is_moved_aside_under_its_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.cli.logs.LONGEST_BYTES", 10)
    log = tmp_path / "web.log"
    with log.open("a") as writer:
        writer.write("the first line\n")
        writer.flush()
        trim_logs(tmp_path)
        writer.write("next\n")
    assert log.read_text() == "next\n"
    assert (tmp_path / "web.log.1").read_text() == "the first line\n"


def test_on_a_full_disk_a_long_log_makes_room_and_the_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_log: Path, older: Path) -> None:
        older.write_text("the fir")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("webapp.cli.logs.LONGEST_BYTES", 10)
    monkeypatch.setattr("webapp.cli.logs.shutil.copyfile", full)
    log = tmp_path / "web.log"
    log.write_text("the first line\n")
    trim_logs(tmp_path)
    assert log.read_text() == ""
    assert not (tmp_path / "web.log.1").exists()


def test_a_log_that_cannot_be_trimmed_stops_neither_the_others_nor_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.cli.logs.LONGEST_BYTES", 10)
    for name in ("web", "worker-1"):
        (tmp_path / f"{name}.log").write_text("the first line\n")
        (tmp_path / f"{name}.log.1").mkdir()
    (tmp_path / "worker-1.log.1").rmdir()
    trim_logs(tmp_path)
    sizes = {log.name: log.stat().st_size for log in tmp_path.glob("*.log")}
    assert sizes == {"web.log": 15, "worker-1.log": 0}
