"""Line 22: what is packed may not grow without end, and no job may use up the machine."""

from __future__ import annotations

import gzip
import os
import random
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from typing import Final

import pytest

from tests.alone import see_alone
from tests.conftest import ROOT
from webapp.core.http.bodies import TooLarge, read_body

GZIP: Final = {"content-encoding": "gzip"}
PLENTY: Final = 2**40
MIB: Final = 1024 * 1024


def zeros(size: int) -> bytes:
    """Give so many bytes of nothing, packed about a thousand times smaller."""
    return gzip.compress(bytes(size))


def streamed(size: int, taken: list[int]) -> Iterator[bytes]:
    """Give the same piece by piece, and note how many bytes of it were asked for."""
    packer = zlib.compressobj(9, wbits=31)
    for _ in range(size // MIB):
        taken.append(MIB)
        yield packer.compress(bytes(MIB)) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


def test_22_a_body_that_grows_too_much_is_refused_though_it_is_small() -> None:
    bomb = zeros(3 * MIB)
    assert len(bomb) < 4_000
    with pytest.raises(TooLarge):
        read_body([bomb], GZIP, max_bytes=PLENTY, max_inflated=PLENTY)


def test_22_a_bomb_is_left_where_it_shows_what_it_is() -> None:
    taken: list[int] = []
    with pytest.raises(TooLarge):
        read_body(streamed(1024 * MIB, taken), GZIP, max_bytes=PLENTY, max_inflated=PLENTY)
    assert sum(taken) <= 3 * MIB


def test_22_what_grows_as_data_does_or_stays_small_is_read() -> None:
    dense = random.Random(22).randbytes(40_000) + bytes(3 * MIB)
    packed = gzip.compress(dense)
    assert 50 < len(dense) / len(packed) < 150
    for body in (dense, bytes(MIB)):
        packed = gzip.compress(body)
        read = read_body([packed], GZIP, max_bytes=PLENTY, max_inflated=PLENTY)
        assert read == (body, len(packed))


@pytest.mark.parametrize(("most_bytes", "most_inflated"), [(10_000, PLENTY), (PLENTY, 100_000)])
def test_22_either_cap_holds_by_itself(most_bytes: int, most_inflated: int) -> None:
    body = gzip.compress(random.Random(22).randbytes(200_000))
    with pytest.raises(TooLarge):
        read_body([body], GZIP, max_bytes=most_bytes, max_inflated=most_inflated)
    assert read_body([body], GZIP, max_bytes=PLENTY, max_inflated=PLENTY)


MEMORY = """
from worker import limits
limits.MEMORY_BYTES = 1 << 30
assert bytearray(1 << 30)
limits.limit_memory()
try:
    bytearray(1 << 30)
except MemoryError:
    assert bytearray(1 << 20)
else:
    raise SystemExit("a job took more memory than it may")
"""
TIME = """
import resource, signal
from worker import limits
limits.GRACE_SECONDS = 0.0
limits.limit_time(1)
print(resource.getrlimit(resource.RLIMIT_CPU)[0], flush=True)
signal.alarm(0)
while True:
    pass
"""


def test_22_a_job_that_wants_more_memory_than_it_may_is_told_so() -> None:
    see_alone(MEMORY, {})


def test_22_a_job_that_hears_nothing_is_killed_when_its_time_is_over() -> None:
    lines = [sys.executable, "-c", TIME]
    cpus = os.cpu_count() or 1
    patience_s = 60 + 2 * cpus
    done = subprocess.run(lines, cwd=ROOT, stdout=subprocess.PIPE, check=False, timeout=patience_s)
    assert int(done.stdout) == 1 * cpus
    assert done.returncode == -signal.SIGKILL
