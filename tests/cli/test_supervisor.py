"""The supervisor: restarts what ends, stops in order, leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.core.test_embedded import is_gone, until
from webapp.cli import supervisor as supervising
from webapp.cli.program import Program
from webapp.cli.supervisor import Child, Supervisor
from webapp.core.embedded.service import spawn

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
KILLED = """
import sys
from functools import partial
from pathlib import Path
from webapp.cli.program import Program
from webapp.cli.supervisor import Supervisor
from webapp.core.embedded.service import spawn
supervisor = Supervisor(Path("."))
for name in ("one", "two"):
    supervisor.add(name, 0, lambda: Program(spawn(["/bin/sleep", "60"])))
print(*(child.program.process.pid for child in supervisor.children), flush=True)
supervisor.run()
"""


def program(*command: str) -> Program:
    return Program(spawn(["/bin/sh", "-c", *command]))


@pytest.fixture
def supervisor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Supervisor]:
    monkeypatch.setattr(supervising, "TICK_SECONDS", 0.01)
    monkeypatch.setattr(supervising, "_FIRST_DELAY_SECONDS", 0.02)
    made = Supervisor(tmp_path)
    yield made
    made.stop()


def ticks(supervisor: Supervisor, wanted: int = 500) -> Iterator[Child]:
    for _ in range(wanted):
        supervisor.tick()
        yield supervisor.children[0]


def test_a_killed_part_is_started_again(supervisor: Supervisor) -> None:
    supervisor.add("part", 0, partial(program, "sleep 60"))
    first = supervisor.children[0].program
    assert first
    first.process.kill()
    first.process.wait()
    assert any(child.program and child.program is not first for child in ticks(supervisor))


def test_a_part_that_keeps_ending_is_given_up_on(
    supervisor: Supervisor, capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor.add("part", 0, partial(program, "exit 3"))
    assert any(supervisor.hopeless() for _ in ticks(supervisor))
    assert "part ended with code 3; starting it again" in capsys.readouterr().err


def test_parts_stop_in_the_opposite_order_of_their_tiers(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    for tier, name in enumerate(("database", "site")):
        trap = f"trap 'echo {name} >> {said}; exit' TERM; touch {tmp_path}/{name}; "
        supervisor.add(name, tier, partial(program, trap + "while :; do sleep 0.02; done"))
    assert until(lambda: (tmp_path / "database").exists() and (tmp_path / "site").exists())
    supervisor.stop()
    assert said.read_text().split() == ["site", "database"]


def test_a_part_that_will_not_stop_is_ended_with_its_children(
    supervisor: Supervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervising, "_STOP_SECONDS", 0.2)
    pids = tmp_path / "pids"
    stubborn = f"trap '' TERM; sleep 60 & echo $$ $! > {pids}; wait; sleep 60"
    supervisor.add("part", 0, partial(program, stubborn))
    assert until(lambda: pids.exists() and len(pids.read_text().split()) == 2)
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 5
    assert all(until(lambda pid=pid: is_gone(int(pid))) for pid in pids.read_text().split())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_killed_supervisor_leaves_nothing_behind() -> None:
    killed = subprocess.Popen(
        [sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert killed.stdout
    with killed:
        pids = [int(word) for word in killed.stdout.readline().split()]
        os.kill(killed.pid, signal.SIGKILL)
    assert len(pids) == 2
    assert all(until(lambda pid=pid: is_gone(pid)) for pid in pids)
