"""The address a replay is brought to: far larger than anything else a reader brings."""

from __future__ import annotations

from typing import BinaryIO, Final, cast

from flask import Response, abort, redirect, request

from webapp.core.limits import limited
from webapp.core.settings import current_settings
from webapp.core.twins import takes_file
from webapp.dota2 import actions
from webapp.dota2.routes import bp
from webapp.matchroom.demos.parts import TooLarge

FORM_BYTES: Final = 64 * 1024


@bp.post("/replays")
@takes_file("A replay of a match: .dem or .dem.bz2.")
@limited
def bring_replay() -> Response:
    """Take the replay of a match a reader brings."""
    request.max_content_length = current_settings().dota2_replay_bytes + FORM_BYTES
    file = request.files.get("file")
    if file is None or not file.filename:
        abort(400, "No file arrived. Choose a replay (.dem or .dem.bz2).")
    stream = cast("BinaryIO", file.stream)
    if not actions.is_replay(stream):
        abort(415, "This is not a replay: it does not begin as one.")
    try:
        run_id, _ = actions.keep_replay(file.filename, stream)
    except TooLarge as large:
        abort(413, f"This file is {large}.")
    return cast("Response", redirect(f"/jobs/{run_id}", 303))
