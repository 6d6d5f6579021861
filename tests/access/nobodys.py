"""What an address names that is there and belongs to nobody: found, or made for the asking."""

from __future__ import annotations

import itertools

from sqlalchemy import select

from tests.people import Person
from webapp.core.db import db
from webapp.core.models import Quarantine
from webapp.core.objects import current_objects
from webapp.deadlock.models import DeadlockPlayer
from webapp.lol.models import LolAccount, LolTalk
from webapp.lol.store.catalogue import load_catalogue

_number = itertools.count(1)


def talk(_owner: Person) -> str:
    """Begin a talk with the coach; its address is its key."""
    about = db.session.scalars(select(LolAccount.id).limit(1)).one()
    talk = LolTalk(account_id=about, turns=[])
    db.session.add(talk)
    db.session.commit()
    return str(talk.id)


def summoner(_owner: Person) -> str:
    """Give a summoner the League room knows; they are nobody's."""
    return str(db.session.scalars(select(LolAccount.id).limit(1)).one())


def champion(_owner: Person) -> str:
    """Give a champion the League room knows."""
    return str(min(load_catalogue().champions))


def hero(_owner: Person) -> str:
    """Give a hero somebody played in the match of the house."""
    return str(db.session.scalars(select(DeadlockPlayer.hero_id).limit(1)).one())


def payload(_owner: Person) -> str:
    """Set a payload aside that nobody could read."""
    key = f"quarantine/{next(_number)}"
    current_objects().put(key, b"not a match")
    row = Quarantine(kind="deadlock.match", key="74001", reason="Not a match.", object_key=key)
    db.session.add(row)
    db.session.commit()
    return str(row.id)
