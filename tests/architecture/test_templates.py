"""Every template, walked once: what the policy forbids, what script off needs, what is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import ROOT
from tests.deadlock.kept import PART
from webapp.deadlock.pages import frame as deadlock
from webapp.dota2.pages import frame as dota2
from webapp.lol.pages import frame as lol

TEMPLATES = ROOT / "templates"
GAMES = {"deadlock": deadlock, "dota2": dota2, "lol": lol}
NAMES = [str(file.relative_to(TEMPLATES)) for file in sorted(TEMPLATES.rglob("*.html"))]
FORBIDDEN = {
    "an inline style": r"<style|\sstyle\s*=",
    "an inline script": r"<script(?![^>]*\ssrc=)",
    "an event attribute": r"\son[a-z]+\s*=(?![^{%]*%\})",
    "an evaluated htmx attribute": r"hx-on|hx-vars|hx-trigger=\"[^\"]*\[|hx-vals=\"?js:",
    "an address that runs": r"(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):",
    "an unquoted attribute": (
        r"<[a-z][a-z0-9]*(?:\s+[a-z-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*\s+[a-z-]+=[^\s\"'{>]"
    ),
    "text let through unescaped": r"\|\s*safe\b|autoescape\s+false|Markup\(",
    "another site's file": r"(?:src|srcset)=\"(?:https?:)?//",
    "script for text": r"(?:hx-get|hx-post|href|action)=\{\{",
}


def markup(name: str) -> str:
    return re.sub(r"\{#.*?#\}", "", (TEMPLATES / name).read_text(), flags=re.DOTALL)


class Walker(HTMLParser):
    """Gathers every tag with its attributes, template words taken out first."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(re.sub(r"\{%.*?%\}", " ", re.sub(r"\{\{.*?\}\}", "x", text)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_reads_and_holds_nothing_forbidden(made_app: Flask, name: str) -> None:
    assert made_app.jinja_env.get_template(name)
    text = markup(name)
    found = {what for what, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)}
    assert found == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_template_works_without_script(name: str) -> None:
    for tag, attributes in Walker(markup(name)).tags:
        if "hx-post" in attributes:
            assert (tag, attributes.get("method")) == ("form", "post"), (tag, attributes)
        if "hx-get" in attributes and "hx-trigger" not in attributes:
            assert (tag, bool(attributes.get("href") or attributes.get("action"))) in {
                ("a", True),
                ("form", True),
            }, (tag, attributes)
        if tag == "form" and attributes.get("method") == "post":
            assert attributes.get("action"), attributes
        if tag == "a" and attributes.get("target"):
            assert "noopener" in (attributes.get("rel") or "")


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_short_enough_to_read(name: str) -> None:
    assert len((TEMPLATES / name).read_text().splitlines()) <= 100


PLANTS = {
    "an inline style": '<p style="color: red">',
    "an inline script": "<script>go()</script>",
    "an event attribute": '<a href="/" onclick="go()">',
    "an evaluated htmx attribute": '<div hx-on:click="go()">',
    "an address that runs": '<a href="javascript:go()">',
    "an unquoted attribute": "<a class=x href='/'>",
    "text let through unescaped": "{{ name | safe }}",
    "another site's file": '<img src="//cdn.example/x.png">',
    "script for text": "<a href={{ url }}>",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_is_forbidden_would_be_found(what: str) -> None:
    assert re.search(FORBIDDEN[what], PLANTS[what], re.IGNORECASE)


def routes(app: Flask) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or set()) and not rule.arguments:
            yield rule.rule


def test_every_page_without_a_name_renders_whole_and_in_part(
    app: Flask, client: FlaskClient
) -> None:
    found = sorted(routes(app))
    assert {"/", "/deadlock", "/deadlock.json", "/open", "/styleguide"} <= set(found)
    for path in found:
        for headers in ({}, PART):
            status = client.get(path, headers=headers).status_code
            assert status in _expected(path), path


def _expected(path: str) -> set[int]:
    """Say what somebody signed out gets: who must sign in is sent there, by htmx with a 204.

    Signing in with a password is a setting, and off.
    """
    if path.startswith(("/admin", "/sign-in/password")):
        return {404}
    own = path.startswith(("/account", "/api/", "/me/"))
    return {503} if path == "/readyz" else {200, 204, 303, 401, 404} if own else {200, 303}


def test_every_template_is_used_by_somebody() -> None:
    sources = [*(ROOT / "webapp").rglob("*.py"), *TEMPLATES.rglob("*.html")]
    said = "\n".join(Path(file).read_text() for file in sources)
    tabs = {
        f"{game}/_{page}.html"
        for game, frame in GAMES.items()
        for page, *_ in (*frame.FRAMING.tabs, *frame.FRAMING.sub_pages)
    }
    assert tabs <= set(NAMES)
    assert [name for name in NAMES if f'"{name}"' not in said and name not in tabs] == []
