"""A jailed process computes and writes, and can do nothing else, for no longer than it may."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from webapp.core.jail.ground import is_known
from webapp.core.jail.run import ROOT, Ended, run_jailed

HEAD = """
import sys
from webapp.core.jail.walls import Limits, raise_walls
raise_walls(Limits(memory_bytes={memory}, cpu_seconds={cpu}, file_bytes=100_000))
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses it in the kernel")


def jailed(
    folder: Path, body: str, *, seconds: float = 20, memory: int = 1 << 30, cpu: int = 20
) -> Ended:
    script = folder / "script.py"
    script.write_text(HEAD.format(memory=memory, cpu=cpu) + body)
    return run_jailed(script, ["one"], folder=folder, seconds=seconds, environment={"TOLD": "yes"})


def test_it_computes_and_writes_beside_itself(tmp_path: Path) -> None:
    ended = jailed(tmp_path, "open('made', 'w').write(sys.argv[1] * 3)")
    assert ended.how == "done", ended.last_words
    assert (tmp_path / "made").read_text() == "oneoneone"


def test_it_inherits_nothing_but_what_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "x" * 40)
    said = "import os; open('made', 'w').write(' '.join(sorted(os.environ)))"
    assert jailed(tmp_path, said).how == "done"
    names = set((tmp_path / "made").read_text().split()) - {"LC_CTYPE"}
    assert names == {"HOME", "JAIL_PARENT", "PYTHONPATH", "TOLD"}


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.invalid', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_it_reaches_no_network_and_starts_no_program(tmp_path: Path, attempt: str) -> None:
    ended = jailed(tmp_path, attempt)
    assert ended.how == "crash"
    assert "PermissionError" in ended.last_words


@LINUX
@pytest.mark.parametrize(
    "attempt",
    [
        "libc.socket(2, 1, 0)",
        "libc.socketpair(1, 1, 0, (ctypes.c_int * 2)())",
        "libc.execve(b'/bin/true', None, None)",
        "libc.ptrace(0, 0, 0, 0)",
        "libc.syscall(0x40000000 + 41, 2, 1, 0)",
    ],
)
def test_not_even_native_code_does(tmp_path: Path, attempt: str) -> None:
    body = f"import ctypes; libc = ctypes.CDLL(None); sys.exit(0 if {attempt} == -1 else 7)"
    ended = jailed(tmp_path, body)
    assert ended.how == "done", ended


@pytest.mark.skipif(not is_known(), reason="this kernel keeps no process to a folder")
@pytest.mark.parametrize(
    "attempt",
    [
        "open(f'{outside}/made', 'w')",
        "open(f'{outside}/there', 'a')",
        "os.unlink(f'{outside}/there')",
        "os.mkdir(f'{outside}/folder')",
        "os.symlink('/etc', f'{outside}/link')",
        "os.rename('own', f'{outside}/own')",
    ],
)
def test_it_writes_nowhere_but_beside_itself(tmp_path: Path, attempt: str) -> None:
    own, outside = tmp_path / "own-folder", tmp_path / "outside"
    own.mkdir()
    outside.mkdir()
    (outside / "there").write_text("kept")
    body = f"import os; outside = {str(outside)!r}; open('own', 'w').close(); {attempt}"
    ended = jailed(own, body)
    assert (ended.how, (own / "own").exists()) == ("crash", True)
    assert "Error" in ended.last_words
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("there", "kept")]


def test_a_child_whose_parent_is_gone_does_nothing(tmp_path: Path) -> None:
    body = "import os; os.environ['JAIL_PARENT'] = '1'; raise_walls(Limits(1 << 30, 9, 9)); 1 / 0"
    ended = jailed(tmp_path, body)
    assert (ended.how, ended.last_words) == ("crash", "")


def test_more_memory_than_it_may_is_its_end(tmp_path: Path) -> None:
    assert jailed(tmp_path, "held = bytearray(3 << 30)").how == "memory"


def test_more_processor_time_than_it_may_is_its_end(tmp_path: Path) -> None:
    assert jailed(tmp_path, "while True: pass", cpu=1).how == "timeout"


def test_a_larger_file_than_it_may_write_is_its_end(tmp_path: Path) -> None:
    assert jailed(tmp_path, "open('made', 'wb').write(bytes(1 << 20))").how == "crash"
    assert (tmp_path / "made").stat().st_size <= 100_000


def test_it_cannot_give_itself_more(tmp_path: Path) -> None:
    body = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40))"
    ended = jailed(tmp_path, body)
    assert (ended.how, "ValueError" in ended.last_words) == ("crash", True)


def test_whoever_does_not_end_is_ended(tmp_path: Path) -> None:
    body = "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(600)"
    begun = time.monotonic()
    assert jailed(tmp_path, body, seconds=1.5) == Ended("timeout")
    assert time.monotonic() - begun < 10
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_a_process_killed_from_outside_is_told_from_a_done_one(tmp_path: Path) -> None:
    body = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert jailed(tmp_path, body).how == "memory"
    body = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    assert jailed(tmp_path, body).how == "crash"


@LINUX
def test_it_dies_with_whoever_started_it(tmp_path: Path) -> None:
    script, parent = tmp_path / "script.py", tmp_path / "parent.py"
    script.write_text(
        HEAD.format(memory=1 << 30, cpu=20)
        + "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(600)"
    )
    parent.write_text(
        "import sys; from pathlib import Path; from webapp.core.jail.run import run_jailed\n"
        f"run_jailed(Path({str(script)!r}), [], folder=Path({str(tmp_path)!r}), seconds=600)"
    )
    started = subprocess.Popen([sys.executable, str(parent)], env={"PYTHONPATH": str(ROOT)})
    told = tmp_path / "pid"
    until(lambda: told.exists() and told.read_text() != "")
    os.kill(started.pid, signal.SIGKILL)
    started.wait(10)
    until(lambda: not Path(f"/proc/{told.read_text()}").exists())


def until(come: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + 20
    while not come():
        assert time.monotonic() < ends_at, "it never came"
        time.sleep(0.02)
