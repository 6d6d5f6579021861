"""Shorthand for tests of telling: do what waits, follow somebody, see what was told and sent."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import urllib.request
import uuid
from datetime import datetime
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.people import Person
from webapp.accounts.actions import people
from webapp.accounts.models import Channel, Follow, Notice
from webapp.accounts.store import follows
from webapp.accounts.store.follows import Thing
from webapp.core.db import db
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from worker.queues import KINDS

SAME = {"Sec-Fetch-Site": "same-origin"}


def follow(who: Person, game: str, key: str, *, since: datetime | None = None) -> None:
    """Let somebody follow a player, from a moment on."""
    follows.add_follow(who.id, Thing(game, "player", key), title=f"Player {key}", url="/there")
    if since is not None:
        mine = update(Follow).where(Follow.account_id == who.id, Follow.key == key)
        db.session.execute(mine.values(created_at=since))
    db.session.commit()


def disable(who: Person) -> None:
    """Disable somebody's account, as an admin does."""
    people.disable(who.id, "a test", actor="account:0")


def waiting(kind: str) -> list[uuid.UUID]:
    """Give the runs of a kind that are still to be done, oldest first."""
    db.session.rollback()
    live = select(JobRun.id).where(JobRun.kind == kind, JobRun.state.in_(("queued", "waiting")))
    return list(db.session.scalars(live.order_by(JobRun.created_at)))


def do_all(kind: str) -> int:
    """Do all runs of a kind that wait, each once, whenever they were to be tried."""
    found = waiting(kind)
    due = update(JobRun).where(JobRun.id.in_(found))
    db.session.execute(due.values(state="queued", run_at=JobRun.created_at))
    db.session.commit()
    return sum(perform(run_id, KINDS) for run_id in found)


def told(who: Person) -> list[tuple[str, str]]:
    """Give the events somebody was told of, with their titles, oldest first."""
    db.session.rollback()
    mine = select(Notice.event, Notice.title).where(Notice.account_id == who.id)
    return [(event, title) for event, title in db.session.execute(mine.order_by(Notice.id))]


class Receiver:
    """The stand-in that takes what we send."""

    def __init__(self, url: str) -> None:
        self.url = url

    def taken(self, method: str = "GET") -> list[dict[str, Any]]:
        """Give what was taken since it was last forgotten; DELETE forgets it."""
        asked = urllib.request.Request(f"{self.url}/_taken", method=method)  # noqa: S310 - our own simulator
        with urllib.request.urlopen(asked, timeout=30) as reply:  # noqa: S310 - our own simulator
            found: list[dict[str, Any]] = json.load(reply)
        return found


def add_hook(client: FlaskClient, url: str, *events: str) -> tuple[int, str]:
    """Add a webhook by its form, for these events; gives its number and its secret."""
    form = {"url": url, "event": list(events or ("match.ready", "job.failed"))}
    answer = client.post("/account/webhooks", data=form, headers=SAME)
    assert answer.status_code == 201, answer.text
    secret = re.search(r"whsec_[A-Za-z0-9+/=]+", answer.text.replace("&#43;", "+"))
    assert secret is not None
    hook = db.session.scalars(select(Channel.id).order_by(Channel.id.desc())).first()
    return hook or 0, secret[0]


def is_signed(taken: dict[str, Any], secret: str) -> bool:
    """Say whether what a receiver took is signed with this secret, looked at as it would."""
    sent = {name.lower(): value for name, value in taken["headers"].items()}
    signed = f"{sent['webhook-id']}.{sent['webhook-timestamp']}.{taken['body']}".encode()
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mark = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return bool(sent["webhook-signature"] == f"v1,{mark}")
