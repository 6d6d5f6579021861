"""Accounts: who they are, how Riot's ids lead to them, what was last heard of them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, read_together, utc_now
from webapp.core.prepared import Prepared
from webapp.core.readers import Question, Row
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.models import LolAccount, LolKnownPuuid, LolMastery, LolPlayed
from webapp.lol.store.keys import key_print


def load_account(riot_id: RiotId) -> LolAccount | None:
    """Give the account of a Riot ID, written in any way, to be read; None if never asked for."""
    return account_of(read_together(account_question(riot_id))[0])


def account_question(riot_id: RiotId) -> Question:
    """Give the question behind `load_account`, to be asked together with others."""
    name, tag = riot_id.key
    return _CALLED.question(name=name, tag=tag)


def account_of(rows: Sequence[Row]) -> LolAccount | None:
    """Read the answer to `account_question`."""
    return LolAccount(**dict(zip(_COLUMNS, rows[0], strict=True))) if rows else None


def load_account_by_id(account_id: uuid.UUID) -> LolAccount | None:
    """Give an account by our own id."""
    return db.session.get(LolAccount, account_id)


def save_account(
    platform: str, riot_id: RiotId, puuid: str, *, icon: int | None = None, level: int | None = None
) -> uuid.UUID:
    """Keep an account in the caller's transaction; gives our id of it.

    Found by the id Riot gives our key, else by its Riot ID: names change, and keys do.
    """
    name, tag = riot_id.key
    facts: dict[str, object] = {
        "platform": platform,
        "name": riot_id.name,
        "tag": riot_id.tag,
        "name_key": name,
        "tag_key": tag,
        "puuid": puuid,
        "key_print": key_print(),
    }
    facts |= {"icon": icon, "level": level} if level is not None else {}
    account_id = _known(riot_id, puuid)
    _let_go_of_name(riot_id, account_id)
    if account_id is None:
        row = insert(LolAccount).values(id=uuid.uuid4(), **facts).returning(LolAccount.id)
        account_id = db.session.execute(row).scalar_one()
    else:
        db.session.execute(update(LolAccount).where(LolAccount.id == account_id).values(**facts))
    known = insert(LolKnownPuuid).values(puuid=puuid, account_id=account_id)
    change = {"account_id": account_id}
    db.session.execute(known.on_conflict_do_update(index_elements=["puuid"], set_=change))
    return account_id


def touch(account_id: uuid.UUID) -> None:
    """Note that everything about an account was just brought, in the caller's transaction."""
    mine = update(LolAccount).where(LolAccount.id == account_id)
    db.session.execute(mine.values(refreshed_at=utc_now()))


def save_played(account_id: uuid.UUID, match_ids: Sequence[str]) -> None:
    """Keep which matches Riot lists for an account, in the caller's transaction."""
    if match_ids:
        rows = [{"account_id": account_id, "match_id": one} for one in match_ids]
        db.session.execute(insert(LolPlayed).on_conflict_do_nothing(), rows)


def save_mastery(account_id: uuid.UUID, rows: Sequence[dict[str, object]]) -> None:
    """Keep an account's mastery in place of what was known, in the caller's transaction."""
    db.session.execute(delete(LolMastery).where(LolMastery.account_id == account_id))
    if rows:
        told = [{"account_id": account_id, **row} for row in rows]
        db.session.execute(insert(LolMastery), told)


def load_mastery(account_id: uuid.UUID, limit: int) -> list[LolMastery]:
    """Give the champions an account has most points with."""
    query = select(LolMastery).where(LolMastery.account_id == account_id)
    return list(db.session.scalars(query.order_by(LolMastery.points.desc()).limit(limit)))


def recent_accounts(limit: int) -> list[LolAccount]:
    """Give the accounts brought up to date last."""
    query = select(LolAccount).where(LolAccount.refreshed_at.is_not(None))
    return list(db.session.scalars(query.order_by(LolAccount.refreshed_at.desc()).limit(limit)))


def find_accounts(text: str, limit: int) -> list[LolAccount]:
    """Give accounts whose name begins so."""
    start = "".join(text.split()).casefold().replace("\\", "\\\\")
    start = start.replace("%", "\\%").replace("_", "\\_")
    query = select(LolAccount).where(LolAccount.name_key.like(f"{start}%", escape="\\"))
    return list(db.session.scalars(query.order_by(LolAccount.name_key).limit(limit)))


def _known(riot_id: RiotId, puuid: str) -> uuid.UUID | None:
    name, tag = riot_id.key
    owned = select(LolKnownPuuid.account_id).where(LolKnownPuuid.puuid == puuid)
    by_name = (LolAccount.name_key == name) & (LolAccount.tag_key == tag)
    query = select(LolAccount.id).where(or_(LolAccount.id.in_(owned), by_name))
    # The id counts for more than the name, which may have passed on.
    mine: uuid.UUID | None = db.session.scalar(
        query.order_by(LolAccount.id.in_(owned).desc()).limit(1)
    )
    return mine


def _let_go_of_name(riot_id: RiotId, account_id: uuid.UUID | None) -> None:
    """Take a Riot ID from whoever had it before: it has passed on."""
    name, tag = riot_id.key
    others = update(LolAccount).where(
        LolAccount.name_key == name, LolAccount.tag_key == tag, LolAccount.id != account_id
    )
    db.session.execute(others.values(tag_key=LolAccount.id.cast(LolAccount.tag_key.type)))


_COLUMNS = LolAccount.__table__.columns.keys()
_CALLED = Prepared(
    select(*LolAccount.__table__.columns).where(
        LolAccount.name_key == bindparam("name"), LolAccount.tag_key == bindparam("tag")
    )
)
