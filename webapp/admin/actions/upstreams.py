"""Upstreams stopped and let go."""

from __future__ import annotations

from flask import abort

from webapp.admin.changes import actor, given_why, keep_change, refuse
from webapp.admin.pages.health import upstream_health
from webapp.core.upstream_pauses import pause_upstream, release_upstream


def pause(family: str) -> None:
    """Let nobody ask an upstream until it is released."""
    _be_known(family)
    why = given_why()
    if not pause_upstream(family, actor(), why):
        refuse("This upstream is paused already.")
    after = {"paused": True, "why": why}
    keep_change("pause upstream", f"upstream:{family}", {"paused": False}, after)


def release(family: str) -> None:
    """Let an upstream be asked again; what waits for it asks within a minute."""
    _be_known(family)
    ended = release_upstream(family)
    if ended is None:
        refuse("This upstream is not paused.")
    before = {"paused": True, "why": ended.why}
    keep_change("release upstream", f"upstream:{family}", before, {"paused": False})


def _be_known(family: str) -> None:
    if family not in {one.family for one in upstream_health().standings}:
        abort(404, "No such upstream is known here.")
