"""Riot's servers and Data Dragon, calm at the start and at the end of each test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.request import Request, urlopen

import pytest
from flask import Flask

from webapp.lol.upstream import ddragon
from webapp.simulator.server import RunningSimulator


class Riot:
    """The stand-in, as a test orders and reads it."""

    def __init__(self, url: str) -> None:
        self.url = url

    def order(self, **fault: Any) -> None:
        """Have it misbehave: `path_pattern`, `fault`, and so on."""
        self._call("POST", "/_ctl", fault)

    def calm(self) -> None:
        """Take every order back and forget what was asked."""
        self._call("DELETE", "/_ctl")
        self._call("DELETE", "/_log")

    def asked(self) -> list[str]:
        """Give the paths asked of Riot's servers since the last calm."""
        lines = self._call("GET", "/_log")
        return [line["path"] for line in lines if line["path"].startswith("/riot/")]

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(self.url + path, data, method=method)) as answer:  # noqa: S310
            return json.load(answer)


@pytest.fixture(autouse=True)
def _pictures_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ddragon, "PICTURE", replace(ddragon.PICTURE, windows=()))


@pytest.fixture
def riot(app: Flask, stand_in: RunningSimulator) -> Iterator[Riot]:
    """Give the stand-in for Riot's servers."""
    del app
    riot = Riot(stand_in.url)
    riot.calm()
    yield riot
    riot.calm()
