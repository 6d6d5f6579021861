"""How somebody signs in: the identities they are known by, and those they may add."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.actions.identities import CLAIMS, count_others
from webapp.accounts.claims import claimables
from webapp.accounts.domain.public_address import keeps_secrets
from webapp.accounts.providers import find_provider, offered
from webapp.accounts.store import passwords
from webapp.accounts.store.ways_in import Known, identities_of
from webapp.core.settings import current_settings

LABELS = {"discord": "Discord", "google": "Google", "github": "GitHub", "eve": "EVE Online"}
LABELS |= {"steam": "Steam", "riot": "Riot"}


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """One identity; `only_way` is one that cannot go, `signs_in` is false for a mere claim."""

    id: int
    provider: str
    label: str
    subject: str
    name: str
    linked_at: datetime
    used_at: datetime | None
    signs_in: bool
    only_way: bool


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """A provider somebody may add; `again` when they have one of it already."""

    name: str
    label: str
    again: bool


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A kind of name in a game that somebody may prove to be theirs."""

    called: str
    url: str


@dataclass(frozen=True, slots=True)
class IdentitiesPage:
    """Every way into an account, and the ways there could be."""

    identities: tuple[IdentityLine, ...]
    providers: tuple[ProviderLine, ...]
    claims: tuple[ClaimLine, ...]
    address: str
    passwords: bool
    problem: str


def identities_page(account_id: int, problem: str = "") -> IdentitiesPage:
    """List an account's identities."""
    mine = identities_of(account_id)
    password = passwords.load_password(account_id)
    have = {one.provider for one in mine}
    settings = current_settings()
    doors = offered() if keeps_secrets(settings.public_url) else ()
    addable = tuple(
        ProviderLine(one.name, one.label, one.name in have)
        for one in doors
        if one.many or one.name not in have
    )
    return IdentitiesPage(
        identities=tuple(
            _line(one, count_others(mine, one.id, password=password is not None)) for one in mine
        ),
        providers=addable,
        claims=tuple(
            ClaimLine(one.called, f"/account/identities/claims/{one.provider}")
            for one in claimables()
        ),
        address=password.address if password else "",
        passwords=settings.password_sign_in,
        problem=problem,
    )


def label_of(provider: str) -> str:
    """Say a provider's name in words, whether it is set up here or no longer."""
    known = find_provider(provider)
    return known.label if known else LABELS.get(provider, provider)


def _line(one: Known, others: int) -> IdentityLine:
    signs_in = one.provider not in CLAIMS
    return IdentityLine(
        id=one.id,
        provider=one.provider,
        label=label_of(one.provider),
        subject=one.subject,
        name=one.name,
        linked_at=one.linked_at,
        used_at=one.used_at,
        signs_in=signs_in,
        only_way=signs_in and not others,
    )
