"""Our copies of the pictures of champions, items, spells and runes."""

from __future__ import annotations

from flask import Response

from webapp.lol.routes import bp
from webapp.lol.store.catalogue import ALBUM


@bp.get("/art/<string:name>")
def art(name: str) -> Response:
    """Answer with our copy of a picture."""
    return ALBUM.send(name)
