"""What a start asks of the machine: a port, and room."""

from __future__ import annotations

import shutil
import socket
from typing import TYPE_CHECKING, NamedTuple

import pytest

from webapp.cli import ports
from webapp.cli.errors import StopCommandError

if TYPE_CHECKING:
    from pathlib import Path


class Usage(NamedTuple):
    """What the system says of a disk."""

    free: int


def test_a_taken_port_is_named_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_LEAVING_SECONDS", 0.0)
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        taken = holder.getsockname()[1]
        with pytest.raises(StopCommandError, match=rf"Port {taken} .* --port {taken + 1}"):
            ports.check_port("127.0.0.1", taken)
    ports.check_port("127.0.0.1", taken)


def test_an_address_of_another_machine_is_a_sentence() -> None:
    with pytest.raises(StopCommandError, match=r"Cannot listen on 203\.0\.113\.7 port 8000"):
        ports.check_port("203.0.113.7", 8000)


def test_a_full_disk_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ports.check_room(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free=3_000_000))
    with pytest.raises(StopCommandError, match="is full: 3 MB are free"):
        ports.check_room(tmp_path)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),  # noqa: S104 - shown, not bound
        ("::1", "http://[::1]:80"),
        ("::", "http://[::1]:80"),
        ("hall.example", "http://hall.example:80"),
    ],
)
def test_the_printed_address_can_be_opened(host: str, address: str) -> None:
    assert ports.address(host, "80") == address
