"""A threaded HTTP server for the simulator that can also misbehave below HTTP.

Holds the faults a well-behaved server cannot make: silence, dripping, cut bodies, resets, wrong
lengths. Each connection has a thread; hangs and drips end when the server stops.
"""

import argparse
import io
import signal
import socket
import struct
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from webapp.simulator.app import WSGIApp, create_simulator

HANG_S = 90.0
DRIP_BYTES_PER_S = 50
_DRIP_STEP_S = 0.1


class SimulatorServer(ThreadingHTTPServer):
    """Serves one WSGI app; port 0 takes a free one."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, host: str, port: int, app: WSGIApp) -> None:
        """Bind at once, so that the address is known before serving."""
        self.app = app
        self.stopping = threading.Event()
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent about callers who hang up; tell of anything else on stderr."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@dataclass(frozen=True, slots=True)
class RunningSimulator:
    """A simulator in a thread of this process."""

    url: str

    @property
    def deadlock_url(self) -> str:
        """The base URL to configure as deadlock-api."""
        return f"{self.url}/deadlock"

    @property
    def opendota_url(self) -> str:
        """The base URL to configure as OpenDota."""
        return f"{self.url}/opendota"

    @property
    def steam_url(self) -> str:
        """The base URL to configure as the Steam Web API."""
        return f"{self.url}/steam"

    @property
    def riot_url(self) -> str:
        """The base URL to configure as Riot's servers."""
        return f"{self.url}/riot/{{route}}"

    @property
    def ddragon_url(self) -> str:
        """The base URL to configure as Data Dragon."""
        return f"{self.url}/ddragon"

    @property
    def receiver_url(self) -> str:
        """Where a program of a reader's listens."""
        return f"{self.url}/receiver"

    @property
    def identity_url(self) -> str:
        """Where the providers of identity stand, each below its name."""
        return f"{self.url}/identity"


@contextmanager
def running_simulator(
    *, real_data: Path | None = None, app: WSGIApp | None = None
) -> Iterator[RunningSimulator]:
    """Serve on a free loopback port for as long as the block lasts."""
    server = SimulatorServer("127.0.0.1", 0, app or create_simulator(real_data=real_data))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield RunningSimulator(server.url)
    finally:
        _stop(server)
        thread.join(5)


def serve(host: str, port: int, *, real_data: Path | None = None) -> None:
    """Serve until SIGTERM or SIGINT, then close every socket."""
    server = SimulatorServer(host, port, create_simulator(real_data=real_data))

    def stop(*_: Any) -> None:
        threading.Thread(target=server.shutdown, daemon=True).start()
        server.stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    try:
        server.serve_forever(0.1)
    finally:
        server.server_close()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the simulator from the shell."""
    parser = argparse.ArgumentParser(description="A stand-in for every upstream.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8790)
    parser.add_argument("--real-data", type=Path)
    asked = parser.parse_args(argv)
    serve(asked.host, asked.port, real_data=asked.real_data)
    return 0


def _stop(server: SimulatorServer) -> None:
    server.stopping.set()
    server.shutdown()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: SimulatorServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 120

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline:
            self.close_connection = True
        elif self.parse_request():
            self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the journal has it."""

    def _answer(self) -> None:
        environ, head = self._environ(), []

        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            head.append(f"HTTP/1.1 {status}\r\n")
            head.extend(f"{name}: {value}\r\n" for name, value in headers)

        body = b"".join(self.server.app(environ, start_response))
        fault = environ.get("simulator.byte_fault")
        if fault:
            self.close_connection = True
            self._misbehave(fault, "".join(head).encode(), body)
        else:
            self.wfile.write("".join(head).encode() + b"\r\n" + body)

    def _environ(self) -> dict[str, Any]:
        path, _, query = self.path.partition("?")
        length = self.headers.get("Content-Length") or "0"
        environ: dict[str, Any] = {
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_LENGTH": length,
            "REMOTE_ADDR": self.client_address[0],
            "SERVER_PORT": str(self.server.server_address[1]),
            "wsgi.input": io.BytesIO(self.rfile.read(int(length) if length.isdigit() else 0)),
            "wsgi.url_scheme": "http",
        }
        for name, value in self.headers.items():
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
        return environ

    def _misbehave(self, fault: str, head: bytes, body: bytes) -> None:
        whole = head + b"\r\n" + body
        if fault == "hang":
            self.server.stopping.wait(HANG_S)
        elif fault == "drip":
            self._drip(whole)
        elif fault == "truncate":
            self.wfile.write(head + b"\r\n" + body[: len(body) // 2])
        elif fault == "wrong_length":
            short = f"Content-Length: {len(body) // 2}".encode()
            told = f"Content-Length: {len(body)}".encode()
            self.wfile.write(whole.replace(told, short, 1))
        elif fault == "reset":
            self._reset(whole)

    def _drip(self, whole: bytes) -> None:
        step = max(1, int(DRIP_BYTES_PER_S * _DRIP_STEP_S))
        for start in range(0, len(whole), step):
            self.wfile.write(whole[start : start + step])
            if self.server.stopping.wait(_DRIP_STEP_S):
                return

    def _reset(self, whole: bytes) -> None:
        self.wfile.write(whole[: len(whole) // 3])
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        with suppress(OSError):
            self.connection.close()
