"""Somebody's webhooks. A secret stands in the answer to making it, and nowhere else."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.actions import channels
from webapp.accounts.current import needs_account, needs_proof
from webapp.accounts.pages.webhooks import WebhookPage, WebhooksPage, webhook_page, webhooks_page
from webapp.accounts.routes.channels import pings
from webapp.accounts.routes.notifications import mine
from webapp.core.limits import limited
from webapp.core.pages import send
from webapp.core.twins import answers

bp = Blueprint("webhooks", __name__)
HERE = "/account/webhooks"
LIST, ONE = "account/webhooks.html", "account/webhook.html"
HOOK = f"{HERE}/<int(max=9223372036854775807):channel_id>"
MESSAGE = f"{HERE}/deliveries/<int(max=9223372036854775807):delivery_id>"
NONE = "You have no such webhook."


@bp.get(HERE)
@bp.get(f"{HERE}.json")
@answers(WebhooksPage)
@needs_account
def show() -> Response:
    """Show somebody's webhooks, and the form for another."""
    return send(LIST, page=webhooks_page(mine().id), private=True)


@bp.post(HERE)
@needs_account
@needs_proof
@limited
def add() -> Response:
    """Add a webhook and show its secret, this once."""
    url, events = request.form.get("url", ""), request.form.getlist("event")
    try:
        made = channels.add_webhook(mine().id, url, events)
    except channels.Unfit as unfit:
        page = webhooks_page(mine().id, wrong=str(unfit))
        return send(LIST, page=page, status=400, private=True)
    return send(LIST, page=webhooks_page(mine().id, made=made), status=201, private=True)


@bp.get(HOOK)
@bp.get(f"{HOOK}.json")
@answers(WebhookPage)
@needs_account
def show_one(channel_id: int) -> Response:
    """Show one webhook with its last messages."""
    page = webhook_page(mine().id, channel_id) or abort(404, NONE)
    return send(ONE, page=page, part="messages", private=True)


@bp.post(f"{HOOK}/secret")
@needs_account
@needs_proof
@limited
def change_secret(channel_id: int) -> Response:
    """Give a webhook a new secret and show it, this once."""
    made = channels.change_secret(mine().id, channel_id) or abort(404, NONE)
    page = webhook_page(mine().id, channel_id, made=made) or abort(404, NONE)
    return send(ONE, page=page, status=201, private=True)


@bp.post(f"{MESSAGE}/again")
@needs_account
@pings
def send_again(delivery_id: int) -> Response:
    """Send one message once more."""
    channel_id = channels.send_again(mine().id, delivery_id)
    if channel_id is None:
        abort(404, "You have no such message.")
    return redirect(f"{HERE}/{channel_id}", 303)
