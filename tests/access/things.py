"""What belongs to somebody: made anew for a person, named as an address names it.

The key is an argument of a rule, or `endpoint:argument` where the same word means another thing.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from tests.access.nobodys import champion, hero, payload, summoner, talk
from tests.jobs.asked import ask
from tests.people import Person
from webapp.accounts.actions.sessions import handle_of
from webapp.accounts.domain.secret import hash_of, new_secret
from webapp.accounts.models import (
    AccountExport,
    AccountSession,
    ApiToken,
    Channel,
    Delivery,
    Follow,
    Identity,
    JobAsker,
    MailLink,
    Notice,
    SignInLink,
)
from webapp.accounts.store.channels import ADDRESS, SECRET
from webapp.core.db import db, utc_now
from webapp.core.objects import current_objects
from webapp.core.sealing import seal

SOON: Final = timedelta(hours=1)
_number = itertools.count(1)


def kept(row: Any) -> Any:
    """Keep a row; gives it with its key."""
    db.session.add(row)
    db.session.commit()
    return row


def sign_in_link(owner: Person) -> str:
    """Make a one-time link of somebody's; gives its secret."""
    secret, ends_at = new_secret(), utc_now() + SOON
    kept(SignInLink(id=hash_of(secret), account_id=owner.id, ends_at=ends_at, made_by="test"))
    return secret


def mailed_link(owner: Person) -> str:
    """Mail somebody a link to choose a password by."""
    secret, address = new_secret(), f"ada{next(_number)}@example.org"
    row = MailLink(
        id=hash_of(secret), account_id=owner.id, address=address, ends_at=utc_now() + SOON
    )
    kept(row)
    return secret


def job(owner: Person) -> str:
    """Ask for work as somebody, which failed; gives its id."""
    run_id = ask(key=f"deadlock.match:{9000 + next(_number)}")
    kept(JobAsker(run_id=run_id, account_id=owner.id))
    return str(run_id)


def session(owner: Person) -> str:
    """Sign somebody in elsewhere too; gives what names that session."""
    row = AccountSession(id=hash_of(new_secret()), account_id=owner.id, proved_at=utc_now())
    return handle_of(kept(row).id)


def identity(owner: Person) -> str:
    """Link an account of Discord's; one of Steam's stays when it goes."""
    for provider in ("steam", "discord"):
        subject = str(10**17 + next(_number))
        last = kept(
            Identity(account_id=owner.id, provider=provider, subject=subject, name=owner.name)
        )
    return str(last.id)


def token(owner: Person) -> str:
    """Make a token for programs."""
    digest, ends_at = hash_of(new_secret()), utc_now() + SOON
    row = ApiToken(
        account_id=owner.id, name="mine", digest=digest, tail="tail", scopes=[], ends_at=ends_at
    )
    return str(kept(row).id)


def channel(owner: Person) -> str:
    """Add a webhook."""
    url = "https://hooks.example.com/in"
    row = Channel(
        account_id=owner.id,
        kind="webhook",
        sealed_address=seal(url, ADDRESS),
        shown=url,
        events=["job.failed"],
        sealed_secret=seal("whsec_eA==", SECRET),
    )
    return str(kept(row).id)


def mail_proof(owner: Person) -> str:
    """Add an address for mail that is not proved yet; gives what was mailed to it."""
    secret = new_secret()
    row = Channel(
        account_id=owner.id,
        kind="email",
        sealed_address=seal("ada@example.org", ADDRESS),
        shown="a…@example.org",
        proof_hash=hash_of(secret),
        proof_until=utc_now() + SOON,
    )
    kept(row)
    return secret


def notice(owner: Person) -> str:
    """Tell somebody something."""
    said = {"subject": "test", "title": "A match is ready", "url": "/"}
    return str(kept(Notice(account_id=owner.id, event="match.ready", **said)).id)


def delivery(owner: Person) -> str:
    """Try to deliver something to somebody's webhook, in vain."""
    row = Delivery(
        channel_id=int(channel(owner)),
        message_id=f"msg_{next(_number)}",
        event="job.failed",
        body="{}",
        state="failed",
    )
    return str(kept(row).id)


def followed(owner: Person) -> str:
    """Follow a player."""
    what = {"game": "deadlock", "kind": "player", "key": str(next(_number))}
    row = Follow(account_id=owner.id, title="Bo", url="/deadlock/players/910000002", **what)
    return str(kept(row).id)


def export(owner: Person) -> str:
    """Make an archive of somebody's data."""
    key = f"accounts/exports/{next(_number)}.zip"
    current_objects().put(key, b"zip")
    row = AccountExport(account_id=owner.id, object_key=key, size_bytes=3, ends_at=utc_now() + SOON)
    return str(kept(row).id)


THINGS: Final[dict[str, Callable[[Person], str]]] = {
    "admin:account_id": lambda owner: str(owner.id),
    "champion_id": champion,
    "channel_id": channel,
    "delivery_id": delivery,
    "export_id": export,
    "follow_id": followed,
    "hero_id": hero,
    "identity_id": identity,
    "note_id": payload,
    "notice_id": notice,
    "proof": mail_proof,
    "handle": session,
    "password:secret": mailed_link,
    "run_id": job,
    "sign_in_link.show:secret": sign_in_link,
    "sign_in_link.use:secret": sign_in_link,
    "talk_id": talk,
    "token_id": token,
    "user": summoner,
}
