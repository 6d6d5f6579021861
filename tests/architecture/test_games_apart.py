"""What games share names none of them, and a game can be taken out with its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GAMES = ("deadlock", "dota2", "lol")
NAMES = re.compile(r"deadlock|dota|league of legends|\blol\b", re.IGNORECASE)
SHARED = ("webapp/matchplay", "webapp/matchroom", "templates/parts", "static/js")
KEPT = ("webapp", "worker", "templates", "static", "migrations", "tests")
BESIDE = ("pyproject.toml",)
HOUSE = ("(home and test_routes)", "(matchplay and test_winning)", "(matchroom and test_taking_in)")
RULES = {
    "deadlock": ("near", "laning", "positions", "economy_page"),
    "dota2": ("finding_rules", "happened", "happened_mirrored", "dota_doors"),
    "lol": ("roles", "scores", "shopping", "reading_matches", "odd_pages"),
}
"""What is run of each game that is left: its rules, and some of its pages."""
FEW = 60
LEFT = "test_every_module_stays.py"
SIMULATOR = Path("webapp/simulator")
WHOLE = """
import pkgutil
from importlib import import_module

import webapp
import worker


def test_every_module_is_read():
    for package in (webapp, worker):
        for module in pkgutil.walk_packages(package.__path__, f"{{package.__name__}}."):
            if not module.name.endswith(("__main__", ".reader")):
                import_module(module.name)


def test_the_app_has_every_room_but_one(made_app):
    left = set(made_app.blueprints)
    assert {game!r} not in left
    assert {rooms!r} <= left
"""


@pytest.mark.parametrize("folder", SHARED)
def test_what_games_share_names_no_game(folder: str) -> None:
    files = [one for one in (ROOT / folder).rglob("*") if one.suffix in {".py", ".html", ".js"}]
    assert files
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in files
        for line in file.read_text().splitlines()
        if NAMES.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("game", GAMES)
def test_no_game_nor_its_tests_read_anything_of_another(game: str) -> None:
    others = "|".join(one for one in GAMES if one != game)
    reads = re.compile(
        rf"^\s*(?:from|import) (?:webapp|worker|tests)\.(?:{others})\b", re.MULTILINE
    )
    files = [one for top in ("webapp", "tests") for one in (ROOT / top / game).rglob("*.py")]
    assert files
    assert [str(one.relative_to(ROOT)) for one in files if reads.search(one.read_text())] == []


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project with what is compiled of it, for all three games."""
    copy = tmp_path_factory.mktemp("apart") / "copy"
    for name in KEPT:
        shutil.copytree(ROOT / name, copy / name)
    for name in BESIDE:
        shutil.copy2(ROOT / name, copy / name)
    return copy


@pytest.fixture(params=GAMES)
def without(request: pytest.FixtureRequest, copied: Path) -> Iterator[tuple[str, Path]]:
    """Take one game's files out of the copy, all that bear its name, and put them back after."""
    game: str = request.param
    named = [one for one in copied.rglob("*") if one.stem == game]
    own = [one for one in named if not {SIMULATOR, *named} & set(within(one, copied))]
    aside = [one.rename(copied.parent / str(number)) for number, one in enumerate(own)]
    yield game, copied
    for place, one in zip(own, aside, strict=True):
        one.rename(place)


def within(file: Path, copy: Path) -> list[Path]:
    """Give the folders a file is in: by their place in the copy and by their whole path."""
    return [*file.relative_to(copy).parents, *file.parents]


def test_a_game_taken_out_leaves_the_rest_whole(without: tuple[str, Path]) -> None:
    game, copy = without
    left = WHOLE.format(game=game, rooms={*GAMES, "home", "jobs"} - {game})
    (copy / "tests" / LEFT).write_text(left)
    # One run reads all tests of the house, which no absent name may break, and does a few of them.
    folders = {one.parent.name for one in (copy / "tests").glob("*/__init__.py")}
    house = [f"tests/{one}" for one in sorted(folders - {*GAMES})]
    house += ["tests/test_migrations.py", f"tests/{LEFT}"]
    rules = [
        f"tests/{other}/test_{one}.py"
        for other, names in RULES.items()
        for one in names
        if other != game
    ]
    chosen = " or ".join((*HOUSE, Path(LEFT).stem, *(Path(one).stem for one in rules)))
    run = python(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *house, *rules, "-k", chosen)
    told = run.stdout[-3000:]
    assert run.returncode == 0, told
    assert f"this copy is without {game}" in told
    ran = re.search(r"(\d+) passed", told)
    assert ran, told
    assert int(ran[1]) > FEW, told


def python(copy: Path, *said: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, knowing nothing of the run this is part of."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    mine.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        [sys.executable, *said], cwd=copy, env=mine, capture_output=True, text=True, check=False
    )
