"""Where people want to be told. What is secret of a channel lies sealed and is unsealed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, func, select, update

from webapp.accounts.domain.events import NAMES
from webapp.accounts.domain.secret import hash_of
from webapp.accounts.domain.signing import OLD_FOR
from webapp.accounts.models import Account, Channel
from webapp.core.db import db, utc_now
from webapp.core.sealing import seal, unseal

ADDRESS: Final = "channel address"
SECRET: Final = "webhook secret"  # noqa: S105 - what a key is for
MOST: Final = {"discord": 5, "email": 3, "webhook": 5}
KINDS: Final = ("bell", "discord", "email", "webhook")
PROOF_FOR: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewChannel:
    """A channel somebody asks for; `proof` is mailed and must come back."""

    kind: str
    address: str
    shown: str
    events: Sequence[str] = NAMES
    secret: str = ""
    proof: str = ""


def add_channel(account_id: int, new: NewChannel) -> int | None:
    """Keep a channel, in the caller's transaction; None when there are too many of its kind."""
    if _count(account_id, new.kind) >= MOST[new.kind]:
        return None
    row = Channel(
        account_id=account_id,
        kind=new.kind,
        sealed_address=seal(new.address, ADDRESS),
        shown=new.shown,
        events=list(new.events),
        sealed_secret=seal(new.secret, SECRET) if new.secret else None,
        proof_hash=hash_of(new.proof) if new.proof else None,
        proof_until=utc_now() + PROOF_FOR if new.proof else None,
    )
    db.session.add(row)
    db.session.flush()
    return row.id


def load_channels(account_id: int, *kinds: str) -> list[Channel]:
    """Give somebody's channels of some kinds, oldest first."""
    mine = select(Channel).where(Channel.account_id == account_id, Channel.kind.in_(kinds))
    return list(db.session.scalars(mine.order_by(Channel.id)))


def load_channel(account_id: int, channel_id: int) -> Channel | None:
    """Give one of somebody's channels; nobody else's."""
    mine = Channel.account_id == account_id
    return db.session.scalar(select(Channel).where(Channel.id == channel_id, mine))


def load_any(channel_id: int) -> Channel | None:
    """Give a channel to a job that was asked to use it."""
    return db.session.get(Channel, channel_id)


def open_channels(account_id: int, event: str) -> list[Channel]:
    """Give the channels somebody wants an event in, those that work; none once disabled."""
    far = ("discord", "email", "webhook")
    usable = (Channel.off_at.is_(None), Channel.proof_hash.is_(None), Channel.kind.in_(far))
    able = select(Channel).join(Account, Account.id == Channel.account_id)
    mine = able.where(Account.id == account_id, Account.disabled_at.is_(None), *usable)
    return [one for one in db.session.scalars(mine.order_by(Channel.id)) if event in one.events]


def bell_events(account_id: int) -> list[str]:
    """Give the events somebody wants under the bell; all until they say otherwise."""
    row = select(Channel.events).where(Channel.account_id == account_id, Channel.kind == "bell")
    found = db.session.scalar(row.order_by(Channel.id).limit(1))
    return list(NAMES) if found is None else list(found)


def keep_bell(account_id: int, events: Sequence[str]) -> None:
    """Keep which events somebody wants under the bell, in the caller's transaction."""
    bell = update(Channel).where(Channel.account_id == account_id, Channel.kind == "bell")
    changed = db.session.execute(bell.values(events=list(events)))
    if not changed.rowcount:  # type: ignore[attr-defined]
        db.session.add(Channel(account_id=account_id, kind="bell", events=list(events)))


def drop_bell(account_id: int) -> None:
    """Forget what somebody chose for the bell, in the caller's transaction."""
    bell = delete(Channel).where(Channel.account_id == account_id, Channel.kind == "bell")
    db.session.execute(bell)


def change_channel(account_id: int, channel_id: int, **values: Any) -> bool:
    """Change one of somebody's channels, in the caller's transaction; False for another's."""
    mine = update(Channel).where(Channel.id == channel_id, Channel.account_id == account_id)
    return bool(db.session.execute(mine.values(**values)).rowcount)  # type: ignore[attr-defined]


def drop_channel(account_id: int, channel_id: int) -> bool:
    """Drop one of somebody's channels, in the caller's transaction; False for another's."""
    mine = delete(Channel).where(Channel.id == channel_id, Channel.account_id == account_id)
    return bool(db.session.execute(mine).rowcount)  # type: ignore[attr-defined]


def change_secret(account_id: int, channel_id: int, secret: str) -> bool:
    """Give a webhook a new secret; the one before signs beside it for a day."""
    return change_channel(
        account_id,
        channel_id,
        sealed_old_secret=Channel.sealed_secret,
        old_until=utc_now() + OLD_FOR,
        sealed_secret=seal(secret, SECRET),
    )


def prove_channel(proof: str) -> bool:
    """Open the channel a mailed proof belongs to, in the caller's transaction, once."""
    mine = update(Channel).where(
        Channel.proof_hash == hash_of(proof), Channel.proof_until > utc_now()
    )
    opened = db.session.execute(mine.values(proof_hash=None, proof_until=None))
    return bool(opened.rowcount)  # type: ignore[attr-defined]


def channel_to_prove(proof: str) -> Channel | None:
    """Give the channel a mailed proof would open."""
    waiting = (Channel.proof_hash == hash_of(proof), Channel.proof_until > utc_now())
    return db.session.scalar(select(Channel).where(*waiting))


def address_of(channel: Channel) -> str:
    """Give the whole address of a channel; empty when it can no longer be read."""
    return unseal(channel.sealed_address, ADDRESS) or ""


def secrets_of(channel: Channel, now: datetime) -> tuple[str, ...]:
    """Give the secrets a webhook's messages are signed with now, the newest first."""
    sealed = [channel.sealed_secret]
    if channel.old_until and channel.old_until > now:
        sealed.append(channel.sealed_old_secret)
    found = [unseal(one, SECRET) for one in sealed if one]
    return tuple(one for one in found if one)


def _count(account_id: int, kind: str) -> int:
    mine = select(func.count()).where(Channel.account_id == account_id, Channel.kind == kind)
    return db.session.scalar(mine) or 0
