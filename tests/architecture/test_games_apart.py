"""What games share names none of them, and a game can be taken out with its files."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GAMES = ("deadlock", "dota2", "lol")
NAMES = re.compile(r"deadlock|dota|league of legends|\blol\b", re.IGNORECASE)
SHARED = ("webapp/matchplay", "webapp/matchroom", "templates/parts", "static/js")
KEPT = ("webapp", "worker", "templates", "static", "migrations", "tests/matchplay")
SIMULATOR = Path("webapp/simulator")
WHOLE = """
import pkgutil
from importlib import import_module
from pathlib import Path

import webapp
import worker

for package in (webapp, worker):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith(("__main__", ".reader")):
            import_module(module.name)

from webapp.app import create_app
from webapp.config import Settings

folder = Path("data")
folder.mkdir()
app = create_app(
    Settings(
        database_url="postgresql+psycopg://nobody@127.0.0.1:9/none",
        redis_url="redis://127.0.0.1:9",
        storage_url=f"file://{folder.resolve()}/objects",
        secret_key="a secret for tests only, thirty-two characters",
        data_dir=folder,
    )
)
print(*sorted(app.blueprints))
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


@pytest.fixture(params=GAMES)
def without(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """Copy the project and take one game's files out: all that bear its name."""
    game: str = request.param
    for name in KEPT:
        junk = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=junk)
    own = [one for one in tmp_path.rglob("*") if one.stem == game and one.exists()]
    for one in own:
        if SIMULATOR not in one.relative_to(tmp_path).parents and one.exists():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
    return game, tmp_path


def test_a_game_taken_out_leaves_the_rest_whole(without: tuple[str, Path]) -> None:
    game, copy = without
    run = subprocess.run(
        [sys.executable, "-c", WHOLE], cwd=copy, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    left = set(run.stdout.split())
    assert left.isdisjoint({game})
    assert {*GAMES, "home", "jobs"} - {game} <= left
