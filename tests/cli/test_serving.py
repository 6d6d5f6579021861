"""What the server forks: an app made once that holds nothing two could share; then each apart."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.alone import see_alone
from webapp.cli.serving import shares_of

MADE = """
import gc, os, threading
from pathlib import Path
import wsgi

held = []
for one in Path("/proc/self/fd").iterdir():
    try:
        held.append(os.readlink(one))
    except FileNotFoundError:
        pass
assert [one for one in held if one.startswith("socket:")] == [], held
assert threading.enumerate() == [threading.main_thread()]
assert gc.get_freeze_count() > 100_000
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows open files that way")
def test_making_the_app_opens_no_connection_and_starts_no_thread(tmp_path: Path) -> None:
    nowhere = {
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "REDIS_URL": "redis://127.0.0.1:1",
        "STORAGE_URL": (tmp_path / "objects").as_uri(),
        "SECRET_KEY": "a secret for tests only, thirty-two characters",
        "GUILDHALL_DATA_DIR": str(tmp_path),
    }
    see_alone(MADE, nowhere)


def test_processors_are_dealt_out_evenly_and_each_to_one_process() -> None:
    assert shares_of({5, 1, 4, 0, 3}, 2) == [[0, 3, 5], [1, 4]]
    assert shares_of({2, 7}, 2) == [[2], [7]]
    assert shares_of({2}, 2) == []


APART = """
import os, signal, time
from webapp.cli.serving import keep_apart, shares_of

mine = os.sched_getaffinity(0)
shares = shares_of(mine, 2)
taken = os.memfd_create("shares")

def begin():
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        keep_apart(shares, taken)
        os.write(tell, " ".join(map(str, sorted(os.sched_getaffinity(0)))).encode())
        time.sleep(60)
        os._exit(0)
    return child, [int(one) for one in os.read(told, 1000).split()]

def end(child):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

first, second = begin(), begin()
assert [first[1], second[1]] == shares, (first, second)
end(first[0])
anew, too_many = begin(), begin()
assert anew[1] == shares[0], anew
assert too_many[1] == sorted(mine), too_many
for one in (second, anew, too_many):
    end(one[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processors are chosen on Linux only")
@pytest.mark.skipif(os.cpu_count() == 1, reason="one processor cannot be shared out")
def test_each_process_keeps_to_a_share_and_a_new_one_takes_what_became_free() -> None:
    see_alone(APART, {})
