"""Starts an embedded Postgres: first set-up, left-over servers, readiness.

Only socket connections by default, in a private folder. Uses nothing the wheel
lacks and production might have (no ICU, no lz4), so SQL behaves the same in both.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

from webapp.core.embedded import binaries, leftovers
from webapp.core.embedded.place import open_home, socket_folder
from webapp.core.embedded.service import EmbeddedError, Service, claim, last_lines, spawn

if TYPE_CHECKING:
    from pathlib import Path

    from webapp.core.embedded.account import Account

DATABASE = "guildhall"
PLAIN_PORT = 5432
_START_SECONDS = 60.0
# After a crash it first reads its log of changes again, which killing it only puts off.
_RECOVERY_SECONDS = 900.0
_POLL_SECONDS = 0.01
_SAFE = ("-c", "max_connections=100", "-c", "shared_buffers=128MB")
_QUICK = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
_STILL_LEAVING = ("pre-existing shared memory block", "is another postmaster")


def start_postgres(data_dir: Path, *, sync: bool = True, port: int | None = None) -> Service:
    """Start Postgres on a data folder; made ready first when it is new.

    Without `sync` nothing is flushed to disk: for throwaway databases only. With a
    `port` it also listens on the loopback address, with a password. Raises InUse,
    or EmbeddedError with a sentence.
    """
    home, account = open_home(data_dir)
    lock = claim(data_dir / "postgres.lock")
    try:
        sockets = socket_folder(home, account)
        log = data_dir / "log" / "postgres.log"
        process = _launch(home, account, sockets, log, sync=sync, port=port)
    except BaseException:
        lock.close()
        raise
    return Service(_url(home, sockets, port), process, lock, signal.SIGINT)


def socket_url(sockets: Path, database: str = DATABASE, port: int | None = None) -> str:
    """Give the address of a database behind a socket folder; the port names the socket."""
    named = f"&port={port}" if port else ""
    return f"postgresql://guildhall@/{database}?host={quote(str(sockets), safe='')}{named}"


def _launch(  # noqa: PLR0913 - the folder's facts, and the caller's two wishes
    home: Path, account: Account | None, sockets: Path, log: Path, *, sync: bool, port: int | None
) -> subprocess.Popen[bytes]:
    """Run the server with our database in it; leave no process behind on the way."""
    programs = binaries.postgres_programs(account)
    leftovers.stop_postgres(home / "postgres")
    _initialise(home, programs, account, log)
    process = _start(_command(home, programs, sockets, sync=sync, port=port), home, account, log)
    try:
        _ensure_database(socket_url(sockets, "postgres", port))
    except BaseException:
        process.send_signal(signal.SIGINT)
        process.wait()
        raise
    return process


def _initialise(home: Path, programs: Path, account: Account | None, log: Path) -> None:
    """Make the cluster under another name and rename it: half a set-up is never started."""
    cluster, new = home / "postgres", home / "postgres.new"
    if cluster.exists():
        return
    shutil.rmtree(new, ignore_errors=True)
    secret = _write_password(home, account)
    process = spawn(
        [
            *(str(programs / "initdb"), "-D", str(new), "-U", "guildhall", "--no-sync"),
            *("--encoding=UTF8", "--locale=C", *_locale(programs)),
            *("--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={secret}"),
        ],
        account=account,
        log=log,
        cwd=home,
    )
    if process.wait() != 0:
        raise EmbeddedError(explain("Postgres could not be set up", log))
    new.rename(cluster)


def _locale(programs: Path) -> list[str]:
    """Sort by code point with full Unicode case rules, as production should."""
    version = subprocess.run(
        [programs / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[2]
    has_builtin = int(version.split(".")[0]) >= 17  # noqa: PLR2004 - the builtin provider's first
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if has_builtin else []


def _write_password(home: Path, account: Account | None) -> Path:
    path = home / "postgres.password"
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123
        file.write(secrets.token_urlsafe(24))
    if account:
        os.chown(path, account.uid, account.gid)
    return path


def _command(
    home: Path, programs: Path, sockets: Path, *, sync: bool, port: int | None
) -> list[str]:
    return [
        *(str(programs / "postgres"), "-D", str(home / "postgres"), "-k", str(sockets)),
        *("-h", "127.0.0.1" if port else "", "-p", str(port or PLAIN_PORT)),
        *(_SAFE if sync else (*_SAFE, *_QUICK)),
    ]


def _start(
    command: list[str], home: Path, account: Account | None, log: Path
) -> subprocess.Popen[bytes]:
    """Start the server and wait for it; once more while parts of a killed one still leave."""
    deadline = time.monotonic() + _START_SECONDS
    pid_file = home / "postgres" / "postmaster.pid"
    while True:
        size = log.stat().st_size if log.exists() else 0
        process = spawn(command, death_signal=signal.SIGINT, account=account, log=log, cwd=home)
        if _became_ready(process, pid_file, deadline):
            return process
        said = log.read_bytes()[size:].decode(errors="replace")
        if time.monotonic() > deadline or not any(words in said for words in _STILL_LEAVING):
            process.kill()
            process.wait()
            raise EmbeddedError(explain("Postgres did not start", log))
        time.sleep(0.2)


def _became_ready(process: subprocess.Popen[bytes], pid_file: Path, deadline: float) -> bool:
    """Wait for a server; longer for one that says itself that it is starting."""
    longest = time.monotonic() + _RECOVERY_SECONDS
    while process.poll() is None:
        found = leftovers.read_pid_file(pid_file)
        if found and found.pid == process.pid:
            if found.ready:
                return True
            if found.starting:
                deadline = longest
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return False


def _ensure_database(url: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if known.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")


def _url(home: Path, sockets: Path, port: int | None) -> str:
    if port is None:
        return socket_url(sockets)
    password = (home / "postgres.password").read_text()
    return f"postgresql://guildhall:{password}@127.0.0.1:{port}/{DATABASE}"


def explain(what: str, log: Path) -> str:
    """Say what failed and why, from the end of the log."""
    said = last_lines(log)
    if "No space left on device" in said:
        return f"{what}: the disk of {log.parent.parent} is full. Make room, then try again."
    return f"{what}. The end of {log}:\n{said}"
