"""Ada and Bo in fourteen matches: on one side in half of them, against each other in the rest."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tests.deadlock.kept import body_of, keep_body
from tests.deadlock.many import copy_match, do
from webapp.core.db import db
from webapp.deadlock.store import players

ADA, BO = 910_000_001, 910_000_002
HOME = f"/deadlock/players/{ADA}"
NEW = datetime(2026, 6, 1, 12, tzinfo=UTC)
OLD = datetime(2025, 6, 1, 12, tzinfo=UTC)


def with_both(match_id: int, *, together: bool) -> bytes:
    """Give a short match with Ada in it, and Bo on her side or the other."""
    read = json.loads(body_of(match_id, "short"))
    ada, *others = read["match_info"]["players"]
    bo = next(one for one in others if (one["team"] == ada["team"]) == together)
    ada["account_id"], bo["account_id"] = ADA, BO
    return json.dumps(read).encode()


def keep_together() -> None:
    """Keep the fourteen: two as they were played, and six copies of each at another time."""
    keep_body(with_both(74_001, together=True))
    keep_body(with_both(74_002, together=False))
    copy_match(74_001, range(74_010, 74_016), started_at=NEW)
    copy_match(74_002, range(74_020, 74_026), started_at=OLD)
    players.save_profiles({ADA: "Ada", BO: "Bo"})
    db.session.commit()
    do("deadlock.columns")
    do("deadlock.benchmarks")
