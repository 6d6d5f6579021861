"""What a reader may do about following: begin, and leave off."""

from __future__ import annotations

from webapp.accounts.rooms import Seen
from webapp.accounts.store import follows
from webapp.accounts.store.follows import Thing
from webapp.core.db import db


def follow(account_id: int, seen: Seen) -> bool:
    """Follow what lies at an address; False when they follow as much as one may. Commits."""
    what = seen.what
    done = follows.add_follow(account_id, thing_at(seen), title=what.title, url=what.url)
    db.session.commit()
    return done


def unfollow(account_id: int, seen: Seen) -> None:
    """Leave off following. Commits."""
    follows.drop_follow(account_id, thing_at(seen))
    db.session.commit()


def leave(account_id: int, follow_id: int) -> bool:
    """Leave off a line of somebody's own list, by whatever name; False for another's. Commits."""
    gone = follows.drop_line(account_id, follow_id)
    db.session.commit()
    return gone


def thing_at(seen: Seen) -> Thing:
    """Name what lies at an address."""
    return Thing(seen.room.slug, seen.what.kind, seen.what.key)
