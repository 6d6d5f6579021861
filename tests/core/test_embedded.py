"""Embedded services: started, stopped, killed, left over, shared, out of reach."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import redis

from webapp.cli.ports import free_port
from webapp.core.embedded import (
    EmbeddedError,
    InUse,
    attach_or_start,
    leftovers,
    postgres,
    start_postgres,
    start_valkey,
    temporary_home,
)
from webapp.core.embedded.account import Account, can_enter, service_account
from webapp.core.embedded.place import open_home, socket_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands services to others")
OWNER = """
import sys, time
from pathlib import Path
from webapp.core.embedded import start_postgres, start_valkey
services = [start_postgres(Path(sys.argv[1]), sync=False), start_valkey(Path(sys.argv[1]))]
print(*(service.pid for service in services), flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    with temporary_home() as home:
        yield home


def rows_of(url: str) -> list[tuple[int]]:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT * FROM kept").fetchall()


def keep_a_row(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def test_what_is_kept_survives_a_stop_a_kill_and_a_stale_pid_file(folder: Path) -> None:
    first = start_postgres(folder)
    keep_a_row(first.url)
    first.stop()
    assert not first.alive()
    second = start_postgres(folder)
    assert second.url == first.url
    second.kill()
    pid_file = folder / "services" / "postgres" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    third = start_postgres(folder)
    try:
        assert rows_of(third.url) == [(7,)]
    finally:
        third.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says where a process stands")
@pytest.mark.parametrize("name", ["postgres", "valkey-server"])
def test_a_stale_pid_file_ends_no_server_of_another_folder(folder: Path, name: str) -> None:
    mine, others = folder / "mine", folder / "others"
    mine.mkdir()
    others.mkdir()
    other = subprocess.Popen([f"/{name}", "60"], executable="/bin/sleep", cwd=others)
    try:
        assert until(lambda: leftovers.runs(other.pid, name))
        for pid_file in (mine / "postmaster.pid", mine / "valkey.pid"):
            pid_file.write_text(f"{other.pid}\n")
        leftovers.stop_postgres(mine)
        leftovers.stop_valkey(mine / "valkey.pid")
        assert other.poll() is None
        assert not list(mine.iterdir())
    finally:
        other.kill()
        other.wait()


@pytest.mark.parametrize(("says", "ready"), [("starting", True), ("stopping", False)])
def test_a_server_that_reads_its_log_again_is_waited_for(
    tmp_path: Path, says: str, *, ready: bool
) -> None:
    pid_file = tmp_path / "postmaster.pid"
    lines = ["", "", "", str(tmp_path), "", ""]

    def note(state: str) -> None:
        whole = tmp_path / "new"
        whole.write_text("\n".join([str(server.pid), *lines, f"{state}  "]) + "\n")
        whole.replace(pid_file)

    server = subprocess.Popen(["/bin/sleep", "60"])
    with server:
        note(says)
        later = threading.Timer(0.5, note, ["ready"])
        later.start()
        over = time.monotonic() - 1
        assert postgres._became_ready(server, pid_file, over) is ready  # noqa: SLF001 - its patience
        later.join()
        server.kill()


def test_one_folder_has_one_owner_who_is_named(folder: Path) -> None:
    service = start_valkey(folder)
    try:
        with pytest.raises(InUse, match=f"in use by process {os.getpid()}"):
            start_valkey(folder)
    finally:
        service.stop()
    start_valkey(folder).stop()


def test_a_port_wants_the_password(folder: Path) -> None:
    service = start_postgres(folder, sync=False, port=free_port())
    try:
        with psycopg.connect(service.url) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        start, _, rest = service.url.partition("@")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(f"{start}wrong@{rest}")
    finally:
        service.stop()


def test_what_valkey_was_told_survives_a_kill(folder: Path) -> None:
    first = start_valkey(folder)
    with redis.Redis.from_url(first.url) as client:
        client.set("word", "kept")
        client.config_set("appendfsync", "always")
        client.set("other", "kept")
    first.kill()
    second = start_valkey(folder)
    with redis.Redis.from_url(second.url) as client:
        assert client.mget("word", "other") == [b"kept", b"kept"]
    second.stop()


def test_a_command_uses_running_services_and_leaves_them_running(folder: Path) -> None:
    postgres = start_postgres(folder, sync=False)
    with attach_or_start(folder) as addresses:
        assert addresses.database_url == postgres.url
        assert addresses.redis_url
        with redis.Redis.from_url(addresses.redis_url) as client:
            assert client.ping()
    assert postgres.alive()
    postgres.stop()
    with pytest.raises(redis.ConnectionError), redis.Redis.from_url(addresses.redis_url) as client:
        client.ping()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_services_do_not_outlive_a_killed_owner_and_start_again(folder: Path) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert owner.stdout
    with owner:
        pids = [int(word) for word in owner.stdout.readline().split()]
        owner.send_signal(signal.SIGKILL)
    assert len(pids) == 2
    start_postgres(folder, sync=False).stop()
    start_valkey(folder).stop()
    assert all(until(lambda pid=pid: is_gone(pid)) for pid in pids)


def test_a_long_path_gets_a_short_socket_folder(folder: Path) -> None:
    deep = folder / ("long" * 25)
    home, account = open_home(deep)
    sockets = socket_folder(home, account)
    assert len(str(sockets)) < 90
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    sockets.rmdir()


def test_a_folder_that_cannot_be_made_is_a_sentence(folder: Path) -> None:
    (folder / "file").write_text("in the way")
    with pytest.raises(EmbeddedError, match=r"The data folder .*file/var cannot be used: Not a"):
        start_postgres(folder / "file" / "var")


def test_a_damaged_cluster_is_a_sentence_with_the_log(folder: Path) -> None:
    start_postgres(folder, sync=False).stop()
    (folder / "services" / "postgres" / "PG_VERSION").write_text("6\n")
    with pytest.raises(EmbeddedError, match=r"(?s)Postgres did not start\. The end of .*version 6"):
        start_postgres(folder)


@AS_ROOT
def test_a_private_folder_stays_private_and_the_services_go_elsewhere() -> None:
    with tempfile.TemporaryDirectory() as private:
        data_dir = Path(private) / "checkout" / "var"
        service = start_valkey(data_dir)
        home = (data_dir / "services").resolve()
        try:
            assert service.alive()
            assert stat.S_IMODE(Path(private).stat().st_mode) == 0o700
            assert not home.is_relative_to(private)
        finally:
            service.stop()
            subprocess.run(["/bin/rm", "-rf", home], check=True)


@AS_ROOT
def test_root_hands_services_to_an_unprivileged_account(folder: Path) -> None:
    service = start_valkey(folder)
    uid = Path(f"/proc/{service.pid}").stat().st_uid
    service.stop()
    account = service_account(folder / "services")
    assert account
    assert uid == account.uid != 0


def test_an_account_enters_only_where_every_folder_lets_it(tmp_path: Path) -> None:
    stranger = Account(uid=12345, gid=12345)
    shut = tmp_path / "shut"
    (shut / "inside").mkdir(parents=True)
    shut.chmod(0o700)
    assert can_enter(stranger, Path("/"))
    assert not can_enter(stranger, shut / "inside")
    assert can_enter(Account(os.geteuid(), os.getegid()), shut / "inside")
