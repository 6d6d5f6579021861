"""Claiming a name in a game: asked for by its reader, looked at by a job, settled by the sign.

Who sets a sign in the game within ten minutes holds the name; nothing else proves it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from webapp.accounts.claims import Claimable
from webapp.accounts.domain.claim import LIVES, SPARE, choose_sign, still_counts
from webapp.accounts.store import claims, proofs
from webapp.accounts.store.claims import Claim
from webapp.accounts.store.proofs import Shown
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.jobs import enqueue

LOOK = ("Waiting to be asked", "Asking whose name it is")
CHECK = ("Waiting to be asked", "Looking which sign is set")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a game's servers say of a name: whose it is, and which sign is set now."""

    subject: str
    name: str
    sign: int | None
    detail: dict[str, Any] = field(default_factory=dict)


class NotProven(Exception):
    """The claim does not hold; says why, and how to go on."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def begin(account_id: int, claimable: Claimable, wanted: str) -> uuid.UUID:
    """Ask whose name it is; gives the run that finds out."""
    claim_id = claims.begin_claim(account_id, claimable.provider, wanted)
    run = _ask(claimable, claim_id, "look", f"Looking for {wanted}", LOOK)
    db.session.commit()
    return run


def check(claimable: Claimable, claim: Claim) -> uuid.UUID:
    """Ask whether the sign is set; gives the run that looks."""
    title = f"Looking at the {claimable.sign} of {claim.name}"
    run = _ask(claimable, claim.id, "check", title, CHECK)
    db.session.commit()
    return run


def _ask(
    claimable: Claimable, claim_id: int, what: str, title: str, steps: tuple[str, ...]
) -> uuid.UUID:
    return enqueue(
        claimable.work,
        key=f"{claimable.work}:{claim_id}:{what}",
        args={"claim_id": claim_id, "what": what},
        target_url=f"/account/identities/claims/{claimable.provider}",
        steps=steps,
        title=title,
    )


def find(claim_id: int) -> Claim | None:
    """Give the claim a run is about; None when it was given up."""
    return claims.load_claim(claim_id)


def note_seen(claim: Claim, seen: Seen, signs: tuple[int, ...]) -> None:
    """Choose the sign to set, now that it is known whose name it is and which one is set.

    Two who claim the same name are told two signs: to set one proves nothing for the other.
    Raises NotProven where none is left.
    """
    sign = choose_sign(signs, _rivals(claim, seen) | {seen.sign})
    if sign is None:
        raise NotProven("Too many people claim this name at the moment. Try again in a while.")
    claims.change_claim(
        claim.id,
        subject=seen.subject,
        name=seen.name,
        detail=seen.detail,
        sign=sign,
        ends_at=utc_now() + LIVES,
    )


def _rivals(claim: Claim, seen: Seen) -> set[int | None]:
    since = utc_now() - SPARE
    return {*claims.rival_signs(claim.id, claim.provider, seen.subject, since)}


def settle(claim: Claim, seen: Seen, asked_at: datetime) -> None:
    """Give the name to who set the sign, in the caller's transaction; raises NotProven."""
    if claim.sign is None or seen.subject != claim.subject:
        raise NotProven("The name was given up or changed meanwhile. Claim it once more.")
    if not still_counts(claim.ends_at, asked_at):
        raise NotProven("The ten minutes are over. Claim the name once more for a new sign.")
    if seen.sign != claim.sign:
        raise NotProven(
            "Another sign is set there at the moment. Set the one you were told, and look again; "
            "the game's servers may need a minute to notice."
        )
    if claim.sign in _rivals(claim, seen):
        raise NotProven(
            f"Somebody else was told the same at the same time. Claim {seen.name} once more."
        )
    _give(claim, seen)
    claims.end_claim(claim.id)


def _give(claim: Claim, seen: Seen) -> None:
    owned = proofs.hold_identity(claim.provider, seen.subject)
    if owned and owned.account_id != claim.account_id:
        raise _others(seen)
    shown = Shown(seen.name, seen.detail)
    if owned:
        proofs.note_use(owned.id, shown)
        return
    made = proofs.add_identity(claim.account_id, claim.provider, seen.subject, shown)
    if made is None:  # somebody was given it since it was looked for
        raise _others(seen)
    told = {"provider": claim.provider}  # no name: the audit outlives the account
    audit(f"account:{claim.account_id}", "link identity", f"identity:{made}", None, told)


def _others(seen: Seen) -> NotProven:
    return NotProven(
        f"{seen.name} belongs to another account here. If both are yours, unlink it there."
    )


__all__ = ["Claim", "NotProven", "Seen", "begin", "check", "find", "note_seen", "settle"]
