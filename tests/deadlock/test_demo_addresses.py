"""Plain http is spoken to the game's own file servers, for this match's demo, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from webapp.core.settings import EXTENSION
from webapp.core.upstream_errors import UpstreamError, Walled
from webapp.deadlock.upstream.demos import DemoServers, open_demo_servers

MATCH = 35077269
GOOD = f"http://replay214.valve.net/1422450/{MATCH}_987654321.dem.bz2"


@pytest.fixture
def servers_at(app: Flask) -> Callable[[str], DemoServers]:
    """Open the file servers that belong to an archive at some address."""

    def opened(api_url: str) -> DemoServers:
        kept = app.extensions[EXTENSION]
        app.extensions[EXTENSION] = replace(kept, deadlock_api_url=api_url)
        try:
            return open_demo_servers()
        finally:
            app.extensions[EXTENSION] = kept

    return opened


@pytest.mark.parametrize("url", [GOOD, GOOD.replace("http:", "https:")])
def test_the_games_own_servers_may_be_asked(
    servers_at: Callable[[str], DemoServers], url: str
) -> None:
    servers_at("https://api.deadlock-api.com").check(MATCH, url)


@pytest.mark.parametrize(
    "url",
    [
        GOOD.replace("valve.net", "valve.net.evil.example"),
        GOOD.replace("replay214.valve.net", "evil.example"),
        GOOD.replace("replay214.valve.net", "replay214.valve.net@evil.example"),
        GOOD.replace("replay214.valve.net", "replay214.valve.net:81"),
        GOOD.replace("replay214", "replay1234567"),
        GOOD.replace("replay214", "replay"),
        GOOD.replace("replay214", "replay٢"),
        GOOD.replace("1422450", "570"),
        GOOD.replace("http:", "ftp:"),
        GOOD.replace("http:", "HTTP:"),
        GOOD.replace(".dem.bz2", ".meta.bz2"),
        GOOD.replace(str(MATCH), "7"),
        GOOD.replace(str(MATCH), f"0x{MATCH:x}"),
        f"{GOOD}?x=1",
        f"{GOOD}#x",
        f"{GOOD}\n",
        f"{GOOD}\r\nHost: evil.example",
        f" {GOOD}",
        "http://127.0.0.1/1422450/35077269_9.dem.bz2",
        "http://169.254.169.254/1422450/35077269_9.dem.bz2",
        "file:///1422450/35077269_9.dem.bz2",
        "",
    ],
)
def test_nobody_else_is_and_no_other_file(
    servers_at: Callable[[str], DemoServers], tmp_path: Path, url: str
) -> None:
    servers = servers_at("https://api.deadlock-api.com")
    with pytest.raises(Walled):
        servers.fetch_demo(MATCH, url, tmp_path / "demo", seconds=1)
    assert not (tmp_path / "demo").exists()


def test_a_stand_in_on_this_machine_has_its_files_there_too(
    servers_at: Callable[[str], DemoServers], tmp_path: Path
) -> None:
    servers = servers_at("http://127.0.0.1:9/deadlock")
    mine = f"http://127.0.0.1:9/deadlock/1422450/{MATCH}_1.dem.bz2"
    servers.check(MATCH, mine)
    with pytest.raises(Walled):
        servers.check(MATCH, mine.replace(":9/", ":10/"))
    with pytest.raises(UpstreamError, match="could not be reached"):
        servers.fetch_demo(MATCH, mine, tmp_path / "demo", seconds=2)


def test_a_public_name_that_leads_inside_is_not_called(
    servers_at: Callable[[str], DemoServers], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    servers = servers_at("https://api.deadlock-api.com")
    inside = replace(servers._files, resolve=lambda _host, _port: ["10.0.0.7"])  # noqa: SLF001
    monkeypatch.setattr(servers, "_files", inside)
    with pytest.raises(Walled, match="leads to an address we do not call"):
        servers.fetch_demo(MATCH, GOOD, tmp_path / "demo", seconds=2)
