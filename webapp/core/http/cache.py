"""The last good answer to each question: a row in Postgres, its body in the object store.

Shared by all processes. The body is written first and never changed, then the row that
names it; the body it replaces is deleted after that. A body that is gone is a miss.
hishel was measured and left out: it stores bodies beside its own bookkeeping, in one place.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
import structlog
import zstandard
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import utc_now
from webapp.core.http.headers import fresh_for
from webapp.core.http.upstream import Reply, Route
from webapp.core.http.wire import Answer
from webapp.core.models import ResponseCache
from webapp.core.objects import ObjectMissing, Objects, StorageDown

LOG = structlog.get_logger(__name__)
ROWS = sa.inspect(ResponseCache).local_table
KEPT_HEADERS = ("content-type", "etag", "last-modified", "cache-control")
LONGEST_LINE = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer from before, with what it takes to ask whether it still holds."""

    key: str
    reply: Reply
    fresh_until: datetime

    def questions(self) -> dict[str, str]:
        """Give the headers that turn the next question into "has it changed?"."""
        named = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        return {
            ask: self.reply.headers[have]
            for ask, have in named.items()
            if have in self.reply.headers
        }


@dataclass(frozen=True, slots=True)
class ResponseStore:
    """Answers of one upstream, kept for everyone."""

    engine: sa.Engine
    objects: Objects
    upstream: str

    def load(self, key: str, url: str) -> Kept | None:
        """Give the kept answer with its body, or nothing."""
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(ROWS).where(ROWS.c.key == key)).one_or_none()
        if row is None:
            return None
        try:
            body = zstandard.decompress(self.objects.get(row.object_key), row.bytes)
        except (ObjectMissing, StorageDown, zstandard.ZstdError):
            return None
        reply = Reply(row.status, row.headers, body, row.fetched_at, from_cache=True, url=url)
        return Kept(key, reply, row.fresh_until)

    def save(self, key: str, route: Route, answer: Answer) -> None:
        """Keep an answer, if its headers let us; a full disk must not cost the answer."""
        now = utc_now()
        span = fresh_for(answer.headers, now)
        validators = {"etag", "last-modified"} & set(answer.headers)
        if span is None or (not span and not validators):
            return
        place = f"http-cache/{self.upstream}/{key[:2]}/{key}-{uuid.uuid4().hex[:12]}.zst"
        row = {
            "key": key,
            "upstream": self.upstream,
            "route": route.template,
            "object_key": place,
            "status": answer.status,
            "bytes": len(answer.body),
            "fetched_at": now,
            "fresh_until": now + span,
            "used_at": now,
            **_kept_headers(answer.headers),
        }
        try:
            self.objects.put(place, zstandard.compress(answer.body, 3))
            self._replace(row)
        except (StorageDown, sa.exc.SQLAlchemyError) as error:
            LOG.warning("answer_not_kept", upstream=self.upstream, why=type(error).__name__)

    def renew(self, kept: Kept, headers: Mapping[str, str]) -> Reply:
        """Note that a kept answer still holds, and give it as of now."""
        now = utc_now()
        span = fresh_for({**kept.reply.headers, **headers}, now)
        change = {"fetched_at": now, "used_at": now, "fresh_until": now + span if span else now}
        with self.engine.begin() as connection:
            connection.execute(sa.update(ROWS).where(ROWS.c.key == kept.key).values(**change))
        reply = kept.reply
        return Reply(reply.status, reply.headers, reply.body, now, from_cache=True, url=reply.url)

    def _replace(self, row: dict[str, object]) -> None:
        with self.engine.begin() as connection:
            held = sa.select(ROWS.c.object_key).where(ROWS.c.key == row["key"]).with_for_update()
            before = connection.execute(held).scalar_one_or_none()
            new = insert(ROWS).values(row)
            connection.execute(new.on_conflict_do_update(index_elements=["key"], set_=row))
        if before is not None:
            self.objects.delete(before)


def cache_key(upstream: str, url: str, headers: Mapping[str, str]) -> str:
    """Name a question: its URL and everything sent that may change the answer."""
    said = sorted((name.lower(), value) for name, value in headers.items())
    return hashlib.sha256(repr((upstream, url, said)).encode()).hexdigest()


def prune_responses(engine: sa.Engine, objects: Objects, before: datetime) -> int:
    """Forget answers nobody renewed since a moment, rows first, then bodies."""
    with engine.begin() as connection:
        gone = sa.delete(ROWS).where(ROWS.c.used_at < before).returning(ROWS.c.object_key)
        places = connection.execute(gone).scalars().all()
    for place in places:
        objects.delete(place)
    return len(places)


def _kept_headers(headers: Mapping[str, str]) -> dict[str, object]:
    kept = {
        name: headers[name][:LONGEST_LINE].replace("\0", "")
        for name in KEPT_HEADERS
        if name in headers
    }
    return {"headers": kept, "etag": kept.get("etag"), "last_modified": kept.get("last-modified")}
