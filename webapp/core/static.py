"""Addresses of our own files, named by their content so that browsers keep them for good."""

from __future__ import annotations

import hashlib
from functools import cache
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Flask, Response, abort
from werkzeug.security import safe_join

bp = Blueprint("files", __name__)
FOLDER = Path(__file__).parents[2] / "static"
FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def static_hash(name: str) -> str:
    """Hash one file of ours; twelve hexadecimal digits."""
    return hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:12]


def static_url(name: str) -> str:
    """Give the address of one of our files, its content hash in the path."""
    return f"/static/{static_hash(name)}/{name}"


@bp.get("/static/<string(length=12):digest>/<path:name>")
def file(digest: str, name: str) -> Response:
    """Answer with one of our files; an old hash gets today's file, not kept for good."""
    response = _file(name)
    response.headers["Cache-Control"] = FOR_GOOD if digest == static_hash(name) else "no-cache"
    return response


@bp.get("/favicon.ico")
def favicon() -> Response:
    """Answer browsers that ask for an icon without being told where it is."""
    return _file("icon.svg")


def _file(name: str) -> Response:
    path = safe_join(str(FOLDER), name)
    if path is None or not Path(path).is_file():
        abort(404)
    # Read whole: a streamed file is left open behind the compression of responses.
    return Response(Path(path).read_bytes(), mimetype=guess_type(name)[0])


def serve_static(app: Flask) -> None:
    """Serve our files and let templates name them."""
    app.register_blueprint(bp)
    app.jinja_env.globals["static_url"] = static_url
