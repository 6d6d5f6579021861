"""Whether Riot takes our key, as far as we know: what the banner says and jobs wait for."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.prepared import Prepared
from webapp.core.settings import current_settings
from webapp.lol.models import LolKey

TRY_AGAIN: Final = timedelta(minutes=5)


class Refusal(NamedTuple):
    """Why a key is refused, and since when."""

    sentence: str
    refused_at: datetime


_REFUSAL = Prepared(
    select(LolKey.sentence, LolKey.refused_at).where(LolKey.key_print == bindparam("key_print"))
)


def key_print() -> str:
    """Give the print of the key in use: enough to tell it from another, never the key."""
    return hashlib.sha256(current_settings().riot_api_key.encode()).hexdigest()[:16]


def refused_key() -> LolKey | None:
    """Give what is known of the key in use being refused; None while it works."""
    return db.session.get(LolKey, key_print())


def read_refusal() -> Refusal | None:
    """Give why the key in use is refused and since when, as committed; None while it works."""
    row = _REFUSAL.row(key_print=key_print())
    return Refusal(*row) if row else None


def may_ask(refused: LolKey) -> bool:
    """Say whether it is time to try a refused key once more; whoever asks first, tries."""
    if utc_now() - refused.tried_at < TRY_AGAIN:
        return False
    refused.tried_at = utc_now()
    db.session.commit()
    return True


def note_refused(sentence: str) -> None:
    """Write down that the key in use is refused. Commits."""
    now = utc_now()
    row = insert(LolKey).values(
        key_print=key_print(), refused_at=now, tried_at=now, sentence=sentence
    )
    change = {"tried_at": now, "sentence": sentence}
    db.session.execute(row.on_conflict_do_update(index_elements=["key_print"], set_=change))
    db.session.commit()


def note_accepted() -> None:
    """Forget that any key was refused. Commits."""
    db.session.execute(delete(LolKey))
    db.session.commit()
