"""Who changed what: a row beside each change, in the transaction of the change itself."""

from __future__ import annotations

from typing import Any

from webapp.core.db import db
from webapp.core.logs import request_id
from webapp.core.models import Audit


def audit(
    actor: str,
    action: str,
    subject: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Add one row; it stands or falls with the caller's commit.

    `actor` and `subject` read `account:7`, `job:<id>`, `identity:12`; `action` is a verb and a
    noun such as `cancel job`. No secret goes into `before` or `after`.
    """
    db.session.add(
        Audit(
            actor=actor,
            action=action,
            subject=subject,
            before=before,
            after=after,
            request_id=request_id(),
        )
    )
