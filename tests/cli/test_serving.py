"""What the server forks: an app that was made once and holds nothing two processes could share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.alone import see_alone

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
