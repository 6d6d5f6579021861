"""Each import contract holds, and each is seen to catch a planted violation."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTS = [
    pytest.param("webapp/core/planted.py", "import webapp.deadlock.store\n", "1. layers", id="1"),
    pytest.param(
        "webapp/matchroom/planted.py",
        "import webapp.deadlock.models\n",
        "1. layers",
        id="1-a-game-in-the-match-room",
    ),
    pytest.param(
        "webapp/dota2/domain/planted.py",
        "import webapp.deadlock.domain.words\n",
        "1. layers",
        id="1-one-game-in-another",
    ),
    pytest.param("webapp/simulator/planted.py", "import webapp.jobs\n", "1b. ", id="1b"),
    pytest.param("webapp/jobs/planted.py", "import webapp.simulator\n", "1c. ", id="1c"),
    pytest.param("webapp/deadlock/helpers.py", "", "2. ", id="2-stray-file"),
    pytest.param(
        "webapp/deadlock/domain/planted.py",
        "import webapp.deadlock.store\n",
        "2. ",
        id="2-upwards",
    ),
    pytest.param("webapp/lol/helpers.py", "", "2. ", id="2-stray-file-of-another-game"),
    pytest.param("webapp/deadlock/domain/planted.py", "import sqlalchemy\n", "3. ", id="3"),
    pytest.param("webapp/matchplay/planted.py", "import flask\n", "3. ", id="3-matchplay"),
    pytest.param(
        "webapp/deadlock/pages/planted.py",
        "import webapp.deadlock.upstream\n",
        "4. ",
        id="4",
    ),
    pytest.param(
        "webapp/matchroom/planted.py",
        "import webapp.core.http\n",
        "4. ",
        id="4-match-room",
    ),
    pytest.param("webapp/home/planted.py", "import webapp.deadlock.models\n", "5. ", id="5"),
    pytest.param(
        "webapp/accounts/pages/planted.py",
        "import webapp.accounts.upstream.oauth\n",
        "6. ",
        id="6",
    ),
    pytest.param(
        "webapp/accounts/planted.py",
        "import webapp.accounts.sign_in.returning\n",
        "6b. ",
        id="6b",
    ),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("webapp", "worker"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken(output: str) -> set[str]:
    return {line.strip() for line in output.splitlines() if line.rstrip().endswith("BROKEN")}


@pytest.mark.parametrize(("path", "line", "contract"), PLANTS)
def test_a_planted_violation_is_caught(copy: Path, path: str, line: str, contract: str) -> None:
    (copy / path).write_text(f'"""Planted."""\n\n{line}')
    result = lint_imports(copy)
    assert result.returncode != 0
    assert any(name.startswith(contract) for name in broken(result.stdout)), result.stdout
