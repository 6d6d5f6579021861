"""Changes of one channel, whatever its kind: what goes in, a test, on again, away."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.actions import channels
from webapp.accounts.current import current_account, needs_account
from webapp.accounts.domain.signed import Signed
from webapp.accounts.store.channels import load_channel
from webapp.core.limits import limiter

bp = Blueprint("channels", __name__)
CHANNEL = "/account/channels/<int(max=9223372036854775807):channel_id>"
PINGS = "5 per minute; 40 per hour"


def _whose() -> str:
    account = current_account()
    return f"account:{account.id}" if account else "nobody"


pings = limiter.shared_limit(PINGS, "pings", key_func=_whose)


@bp.post(f"{CHANNEL}/events")
@needs_account
def choose(channel_id: int) -> Response:
    """Choose what goes into a channel."""
    back = _back(channel_id)
    channels.choose_events(_mine().id, channel_id, request.form.getlist("event"))
    return redirect(back, 303)


@bp.post(f"{CHANNEL}/test")
@needs_account
@pings
def try_out(channel_id: int) -> Response:
    """Send a test into a channel."""
    back = _back(channel_id)
    if not channels.try_out(_mine().id, channel_id):
        abort(409, "This channel takes nothing at the moment: it is off, or not opened yet.")
    return redirect(back, 303)


@bp.post(f"{CHANNEL}/opening")
@needs_account
def open_again(channel_id: int) -> Response:
    """Switch a channel on again."""
    back = _back(channel_id)
    channels.open_again(_mine().id, channel_id)
    return redirect(back, 303)


@bp.post(f"{CHANNEL}/removal")
@needs_account
def remove(channel_id: int) -> Response:
    """Remove a channel."""
    back = _back(channel_id).partition("/account/webhooks/")
    channels.remove(_mine().id, channel_id)
    return redirect("/account/webhooks" if back[1] else back[0], 303)


def _mine() -> Signed:
    return current_account() or abort(401)


def _back(channel_id: int) -> str:
    """Name the page of one of somebody's own channels; there is no other."""
    channel = load_channel(_mine().id, channel_id)
    if channel is None or channel.kind == "bell":
        abort(404, "You have no such channel.")
    own_page = channel.kind == "webhook"
    return f"/account/webhooks/{channel_id}" if own_page else "/account/notifications#where"
