"""What somebody's own account shows first: who they are here, and how they like their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.domain.names import LONGEST_NAME
from webapp.accounts.domain.preferences import LANGUAGES, THEMES, time_zones
from webapp.accounts.store import accounts

MAY = {
    "player": "Follow players, keep what is yours.",
    "organiser": "Follow leagues, and all a player may.",
    "moderator": "All an organiser may; nothing more so far.",
    "admin": "Everything, the protected pages too.",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen: (value, words) each; zones by region."""

    themes: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    time_zones: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """An account as its owner sees it; `name` is what the form holds, `called` what is kept."""

    id: int
    called: str
    name: str
    role: str
    may: str
    created_at: datetime
    theme: str
    time_zone: str
    language: str
    longest_name: int
    choices: Choices
    saved: bool
    problem: str


def account_page(
    account_id: int, *, saved: bool = False, name: str | None = None, problem: str = ""
) -> AccountPage | None:
    """Show an account; with a problem, the name that was not taken."""
    known = accounts.read_account(account_id)
    if known is None:
        return None
    return AccountPage(
        id=known.id,
        called=known.name,
        name=known.name if name is None else name,
        role=known.role,
        may=MAY.get(known.role, ""),
        created_at=known.created_at,
        theme=known.theme,
        time_zone=known.time_zone,
        language=known.language,
        longest_name=LONGEST_NAME,
        choices=Choices(THEMES, LANGUAGES, time_zones()),
        saved=saved,
        problem=problem,
    )
