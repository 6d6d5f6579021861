"""Somebody and their account. `email` is told to whoever it belongs to, null to everybody else."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import msgspec

from webapp.jobs.latest import latest_runs
from webapp.lol.domain.asking import summoner_key
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId, read_riot_id
from webapp.lol.models import LolAccount
from webapp.lol.store import accounts


class AccountBody(msgspec.Struct, rename="camel"):
    """An account, as the older service named its fields."""

    id: str
    summoner_name: str
    riot_id: str = msgspec.field(name="riot_id")
    puuid: str
    profile_icon_id: int | None
    summoner_level: int | None


class UserBody(AccountBody):
    """Somebody by their account, which `riot_account` tells again."""

    email: str | None
    riot_account: AccountBody = msgspec.field(name="riot_account")


@dataclass(frozen=True, slots=True)
class Found:
    """An account that is known here, or the Riot ID to look up."""

    riot_id: RiotId
    account: LolAccount | None


def find(text: str) -> Found | None:
    """Read a Riot ID and find its account; None for what is no Riot ID."""
    riot_id = read_riot_id(text)
    return Found(riot_id, accounts.load_account(riot_id)) if riot_id else None


def account_of(text: str) -> LolAccount | None:
    """Find a known account by our id or its Riot ID."""
    try:
        return accounts.load_account_by_id(uuid.UUID(text))
    except ValueError:
        found = find(text)
        return found.account if found else None


def work_on(riot_id: RiotId) -> str | None:
    """Give the page of the work that looks a Riot ID up now, wherever; None where there is none."""
    runs = latest_runs([summoner_key(where, riot_id) for where in ("", *PLATFORMS)])
    return next((one.url for one in runs.values() if one.live), None)


def user_body(account: LolAccount, email: str | None) -> UserBody:
    """Tell somebody by their account; `email` is None but to themselves."""
    told = AccountBody(
        id=str(account.id),
        summoner_name=account.name,
        riot_id=f"{account.name}#{account.tag}",
        puuid=account.puuid,
        profile_icon_id=account.icon,
        summoner_level=account.level,
    )
    return UserBody(**msgspec.structs.asdict(told), email=email, riot_account=told)
