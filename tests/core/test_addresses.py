"""A page's own address is written as addresses are, whatever stands in it."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.core.addresses import canonical_url, json_url
from webapp.core.settings import current_settings


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/lol/summoners/euw1/Jolly%20Owl-EUW", "/lol/summoners/euw1/Jolly%20Owl-EUW"),
        ("/lol/summoners/kr/%ED%95%98-KR1", "/lol/summoners/kr/%ED%95%98-KR1"),
        ("/a%22b%3Cc%25d", "/a%22b%3Cc%25d"),
        ("/deadlock/matches/7", "/deadlock/matches/7"),
    ],
)
def test_an_address_is_written_with_its_escapes(app: Flask, path: str, written: str) -> None:
    with app.test_request_context(f"{path}?t=600"):
        assert canonical_url() == current_settings().public_url + written
        assert json_url() == f"{written}.json?t=600"
