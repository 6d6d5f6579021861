"""The page that defines every metric."""

from __future__ import annotations

import re
from pathlib import Path

from flask.testing import FlaskClient

from webapp.deadlock.domain.terms import GROUPS, TERMS

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_every_metric_is_defined_once() -> None:
    """Two terms of one key would hide one of them, on the page and in the anchors."""
    assert len(TERMS) == sum(len(group.terms) for group in GROUPS)
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in TERMS)


def test_the_method_page_shows_every_term_at_its_anchor(client: FlaskClient) -> None:
    """A word on any page leads to its own line."""
    html = client.get("/deadlock/method").text
    assert [key for key in TERMS if f'id="{key}"' not in html] == []


def test_every_link_into_the_method_page_has_an_anchor() -> None:
    """A template never points at a term that is not there."""
    asked = {
        key
        for file in TEMPLATES.rglob("*.html")
        for key in re.findall(r"/deadlock/method#([a-z0-9-]+)", file.read_text())
    }
    assert asked <= TERMS.keys() | {group.key for group in GROUPS}


def test_the_method_page_is_json_too(client: FlaskClient) -> None:
    """Programs read the same definitions."""
    groups = client.get("/deadlock/method.json").get_json()["groups"]
    assert [group["key"] for group in groups] == [group.key for group in GROUPS]
