"""Which machine a host name may lead to, decided once and held for the connection.

The name is resolved here, every address it has must be public, and the socket is opened to
the address that was checked: a name that answers differently the second time gains nothing.
TLS and the Host header keep the name.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from webapp.core.http.deadline import Deadline, TooLate

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddress(Exception):
    """The name leads somewhere we do not go."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for every address of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def is_public(text: str) -> bool:
    """Say whether an address, and any address wrapped in it, belongs to the open internet."""
    return all(a.is_global and not a.is_multicast for a in _unwrapped(ipaddress.ip_address(text)))


def is_loopback(text: str) -> bool:
    """Say whether an address is this machine itself."""
    return ipaddress.ip_address(text).is_loopback


def _unwrapped(address: Address) -> list[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    inner: list[Address | None] = [address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [address, *(wrapped for wrapped in inner if wrapped)]


class PinnedBackend(httpcore2.NetworkBackend):
    """Opens sockets for one question: to checked addresses, within its deadline."""

    def __init__(self, deadline: Deadline, allowed: Callable[[str], bool], ask: Resolve) -> None:
        self._deadline = deadline
        self._allowed = allowed
        self._resolve = ask
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first checked address that answers."""
        failed: Exception = httpcore2.ConnectError("the name has no address")
        for address in self._checked(host, port):
            wait = min(timeout or self._deadline.left(), self._deadline.left())
            try:
                stream = self._sockets.connect_tcp(
                    address, port, wait, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
                continue
            return DeadlineStream(stream, self._deadline)
        raise failed

    def _checked(self, host: str, port: int) -> Sequence[str]:
        addresses = self._ask_in_time(host, port)
        if not all(self._allowed(address) for address in addresses):
            raise PrivateAddress
        return addresses

    def _ask_in_time(self, host: str, port: int) -> Sequence[str]:
        """Resolve on a thread of its own: the system's resolver knows no timeout."""
        answer: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                answer.put(httpcore2.ConnectError(str(error)))

        threading.Thread(target=ask, daemon=True, name="resolve").start()
        try:
            found = answer.get(timeout=self._deadline.left())
        except queue.Empty:
            raise TooLate from None
        if isinstance(found, Exception):
            raise found
        return found


class DeadlineStream(httpcore2.NetworkStream):
    """A socket whose every wait ends with the question's deadline, so that drips cannot last."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Read what is there within the time left."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Write within the time left."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Shake hands under the host's own name, within the time left."""
        wait = min(timeout or self._deadline.left(), self._deadline.left())
        return DeadlineStream(
            self._stream.start_tls(ssl_context, server_hostname, wait), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        """Pass the socket's facts on."""
        return self._stream.get_extra_info(info)
