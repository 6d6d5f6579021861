"""Upstreams: all, one, stopped and let go."""

from __future__ import annotations

from flask import Response, abort
from werkzeug.wrappers import Response as Answer

from webapp.accounts.current import needs_proof, needs_role
from webapp.admin.actions import upstreams as actions
from webapp.admin.pages.upstreams import upstream_page, upstreams_page
from webapp.admin.routes.frame import back_to, bp, show


@bp.get("/admin/upstreams")
@bp.get("/admin/upstreams.json")
@needs_role("admin")
def upstreams() -> Response:
    """Show every upstream."""
    return show("admin/upstreams.html", upstreams_page(), "upstreams")


@bp.get("/admin/upstreams/<name>")
@bp.get("/admin/upstreams/<name>.json")
@needs_role("admin")
def upstream(name: str) -> Response:
    """Show one upstream."""
    page = upstream_page(name) or abort(404, "No such upstream is known here.")
    return show("admin/upstream.html", page, "upstream")


@bp.post("/admin/upstreams/<name>/pause")
@needs_role("admin")
@needs_proof
def pause_upstream(name: str) -> Answer:
    """Stop an upstream."""
    actions.pause(name)
    return back_to(f"/admin/upstreams/{name}")


@bp.post("/admin/upstreams/<name>/release")
@needs_role("admin")
@needs_proof
def release_upstream(name: str) -> Answer:
    """Let an upstream be asked again."""
    actions.release(name)
    return back_to(f"/admin/upstreams/{name}")
