"""Deadlock's addresses. A GET only looks; asking for anything is a POST."""

from flask import Blueprint

bp = Blueprint("deadlock", __name__, url_prefix="/deadlock")

from webapp.deadlock.routes import (  # noqa: E402, F401 - they add to bp
    builds,
    chance,
    combat,
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
    performance,
    players,
)
