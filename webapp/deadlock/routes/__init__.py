"""Deadlock's addresses. A GET only looks; asking for anything is a POST."""

from flask import Blueprint

bp = Blueprint("deadlock", __name__, url_prefix="/deadlock")

from webapp.deadlock.routes import (  # noqa: E402, F401 - they add to bp
    builds,
    chance,
    combat,
    data,
    deaths,
    demo,
    economy,
    files,
    findings,
    heroes,
    laning,
    matches,
    method,
    objectives,
    overview,
    performance,
    players,
)
from webapp.deadlock.routes import map as _map  # noqa: E402, F401 - a word of Python's own
