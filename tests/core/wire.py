"""A server that answers with any bytes at any pace, and remembers what it was asked."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = Callable[[socket.socket], None]


@dataclass
class Listener:
    """Counts connections and keeps each request's head."""

    port: int = 0
    heads: list[str] = field(default_factory=list)
    connections: int = 0
    answers: list[Answer] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """Give where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def next_answer(self) -> Answer:
        """Give what is said next; the last is said for ever."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def listening(*answers: Answer) -> Iterator[Listener]:
    """Serve the answers in turn, the last one for ever, on a free port of this machine."""
    door = socket.create_server(("127.0.0.1", 0))
    listener = Listener(door.getsockname()[1], answers=list(answers))
    thread = threading.Thread(target=_serve, args=(door, listener), daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        listener.stopping.set()
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        door.close()
        thread.join(2)


def says(status: str, body: bytes = b"", **headers: str) -> Answer:
    """Answer properly, with a length."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = {"Content-Length": str(len(body)), "Content-Type": "application/json", **named}
    return sends(
        f"HTTP/1.1 {status}\r\n".encode()
        + "".join(f"{name}: {value}\r\n" for name, value in lines.items()).encode()
        + b"\r\n"
        + body
    )


def sends(whole: bytes) -> Answer:
    """Send these bytes and hang up."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(whole)

    return answer


def drips(first: bytes, rest: bytes, pause: float = 0.05) -> Answer:
    """Send the first bytes at once and the rest one by one."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        for byte in rest:
            connection.sendall(bytes([byte]))
            time.sleep(pause)

    return answer


def resets(first: bytes) -> Answer:
    """Send some bytes and break the connection off."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    return answer


def _serve(door: socket.socket, listener: Listener) -> None:
    while not listener.stopping.is_set():
        try:
            connection, _ = door.accept()
        except OSError:
            return
        listener.connections += 1
        threading.Thread(target=_answer, args=(connection, listener), daemon=True).start()


def _answer(connection: socket.socket, listener: Listener) -> None:
    with suppress(OSError), connection:
        head = b""
        while not _whole(head) and (more := connection.recv(65536)):
            head += more
        listener.heads.append(head.decode("latin-1"))
        listener.next_answer()(connection)


def _whole(head: bytes) -> bool:
    """Say whether a request's head is all there, or a TLS greeting has begun."""
    return b"\r\n\r\n" in head or head.startswith(b"\x16\x03")
