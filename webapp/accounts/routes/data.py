"""All that is kept of one: an archive to take along, and deletion."""

from __future__ import annotations

from flask import Blueprint, abort, make_response, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.actions import deleting, exporting
from webapp.accounts.current import needs_account, needs_proof
from webapp.accounts.pages.data import DataPage, DeletedPage, data_page, deleted_page
from webapp.accounts.routes.account import my_account
from webapp.accounts.session import browser_session
from webapp.core.limits import limited
from webapp.core.objects import ObjectMissing
from webapp.core.pages import PRIVATE, send
from webapp.core.twins import answers

bp = Blueprint("account_data", __name__)
TEMPLATE = "account/data.html"
GONE = "There is no such archive of yours; each is kept for three days. Ask for a new one."


@bp.get("/account/data", endpoint="overview")
@bp.get("/account/data.json", endpoint="overview_json")
@answers(DataPage)
@needs_account
def show() -> Response:
    """Show what one may do with all that is kept of one."""
    page = data_page(my_account().id) or abort(401)
    return send(TEMPLATE, page=page, private=True)


@bp.post("/account/data/archives")
@needs_account
@needs_proof
@limited
def ask() -> Response:
    """Ask for an archive of everything."""
    return redirect(f"/jobs/{exporting.ask_for_export(my_account().id)}", 303)


@bp.get("/account/data/archives/<int:export_id>.zip")
@needs_account
@needs_proof
def fetch(export_id: int) -> Response:
    """Give one of one's own archives."""
    try:
        body = exporting.read_export(my_account().id, export_id)
    except ObjectMissing:
        body = None
    if body is None:
        abort(404, GONE)
    answer = make_response(body)
    answer.mimetype = "application/zip"
    answer.headers["Content-Disposition"] = 'attachment; filename="guildhall-account.zip"'
    answer.headers["Cache-Control"] = PRIVATE
    return answer


@bp.post("/account/data/deletion")
@needs_account
@needs_proof
@limited
def delete() -> Response:
    """Delete one's account, for good."""
    mine = my_account()
    if request.form.get("name", "").strip() != mine.name:
        return _refused(f"Type {mine.name} to delete this account. Nothing was deleted.", 400)
    try:
        deleting.delete_account(mine.id)
    except deleting.Kept as why:
        return _refused(str(why), 409)
    browser_session().sign_out()
    return redirect("/account/data/deleted", 303)


@bp.get("/account/data/deleted", endpoint="deleted")
@bp.get("/account/data/deleted.json", endpoint="deleted_json")
@answers(DeletedPage)
def farewell() -> Response:
    """Say what is left of an account that was deleted; the same to everybody."""
    return send("account/deleted.html", page=deleted_page(), private=True)


def _refused(problem: str, status: int) -> Response:
    page = data_page(my_account().id, problem) or abort(401)
    return send(TEMPLATE, page=page, status=status, private=True)
