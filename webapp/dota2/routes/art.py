"""Our copies of heroes' pictures."""

from __future__ import annotations

from flask import Response

from webapp.dota2.routes import bp
from webapp.dota2.store.catalogue import ALBUM


@bp.get("/art/<string:name>")
def art(name: str) -> Response:
    """Answer with our copy of a picture."""
    return ALBUM.send(name)
