"""Our own files: named by content, small, and the ones from elsewhere exactly as published."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.core.static import FOLDER, serve_static, static_url

VENDOR = FOLDER / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())["files"]
MOST_SCRIPT_BYTES = 40_000
MOST_STYLE_BYTES = 16_000


@pytest.fixture
def browser() -> FlaskClient:
    app = Flask("files", static_folder=None)
    serve_static(app)
    return app.test_client()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def squeezed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


@pytest.mark.parametrize("entry", MANIFEST, ids=[entry["file"] for entry in MANIFEST])
def test_a_file_from_elsewhere_is_exactly_as_published(entry: dict[str, str]) -> None:
    assert digest(VENDOR / entry["file"]) == entry["sha256"]
    assert digest(VENDOR / entry["licence_file"]) == entry["licence_sha256"]
    assert entry["version"] in entry["file"]


def test_every_file_from_elsewhere_is_in_the_manifest() -> None:
    named = {entry["file"] for entry in MANIFEST} | {entry["licence_file"] for entry in MANIFEST}
    assert {path.name for path in VENDOR.iterdir()} == named | {"manifest.json"}


def test_the_name_holds_the_content_and_is_kept_for_good(browser: FlaskClient) -> None:
    url = static_url("css/look.css")
    assert digest(FOLDER / "css" / "look.css")[:12] in url
    with browser.get(url) as response:
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]


def test_an_old_name_gives_todays_file_and_is_not_kept(browser: FlaskClient) -> None:
    with browser.get("/static/000000000000/css/look.css") as response:
        assert response.status_code == 200
        assert "immutable" not in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["nope.css", "../pyproject.toml", "%2e%2e/pyproject.toml", "css", "css/../../wsgi.py"]
)
def test_a_name_that_is_not_ours_is_not_found(browser: FlaskClient, name: str) -> None:
    with browser.get(f"/static/000000000000/{name}") as response:
        assert response.status_code == 404


def test_scripts_of_a_page_stay_small() -> None:
    scripts = [*(FOLDER / "js").glob("*.js"), *VENDOR.glob("*.js")]
    assert squeezed(scripts) < MOST_SCRIPT_BYTES


def test_styles_are_two_small_files_that_fetch_nothing() -> None:
    styles = list((FOLDER / "css").glob("*.css"))
    assert len(styles) == 2
    assert squeezed(styles) < MOST_STYLE_BYTES
    assert not any("url(" in path.read_text() or "@import" in path.read_text() for path in styles)


def test_our_scripts_never_evaluate_text_or_set_markup() -> None:
    for path in (FOLDER / "js").rglob("*.js"):
        text = path.read_text()
        for word in ("eval(", "new Function", "innerHTML", "document.write", ".style."):
            assert word not in text, f"{path.name} uses {word}"
