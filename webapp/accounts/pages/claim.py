"""What the page of a claim shows: what to write, or which sign to set and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.claims import Claimable
from webapp.accounts.domain.claim import is_open
from webapp.accounts.store.claims import claim_of
from webapp.accounts.store.ways_in import identities_of
from webapp.core.db import utc_now


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign to set, where it can be seen, and until when it counts."""

    number: int
    name: str
    picture_url: str
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One kind of name: those already proved, and the claim under way."""

    provider: str
    label: str
    called: str
    example: str
    sign: str
    how: str
    wanted: str
    said: str
    to_set: Sign | None
    over: bool
    proved: tuple[str, ...]


def claim_page(
    account_id: int, claimable: Claimable, wanted: str = "", said: str = ""
) -> ClaimPage:
    """Give the page for an account; `said` is what was wrong with what was written."""
    claim = claim_of(account_id, claimable.provider)
    to_set = None
    if claim and claim.sign is not None and claim.ends_at and is_open(claim.ends_at, utc_now()):
        picture = claimable.picture(claim.sign)
        to_set = Sign(claim.sign, claim.name, picture, claim.ends_at)
    mine = identities_of(account_id)
    return ClaimPage(
        provider=claimable.provider,
        label=claimable.label,
        called=claimable.called,
        example=claimable.example,
        sign=claimable.sign,
        how=claimable.how,
        wanted=wanted or (claim.wanted if claim else ""),
        said=said,
        to_set=to_set,
        over=bool(claim and claim.sign is not None and not to_set),
        proved=tuple(one.name for one in mine if one.provider == claimable.provider),
    )
