"""The registered teams of a match, from either way of saying them."""

from typing import Final

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.numbers import text

_LOGOS: Final = 2**64


def team_of(body: wire.Match, prefix: str) -> records.Team | None:
    """Give a side's team, None when no team was registered."""
    nested: wire.Team = getattr(body, f"{prefix}_team") or wire.Team()
    logo = getattr(body, f"{prefix}_logo") or 0
    team = records.Team(
        team_id=getattr(body, f"{prefix}_team_id") or nested.team_id or None,
        name=text(getattr(body, f"{prefix}_name")) or text(nested.name),
        tag=text(nested.tag),
        logo_id=logo if 0 < logo < _LOGOS else None,
        logo_url=text(nested.logo_url),
        captain=getattr(body, f"{prefix}_captain") or None,
    )
    return team if team.team_id or team.name else None
