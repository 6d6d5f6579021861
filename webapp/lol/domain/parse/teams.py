"""Teams of a body as records."""

from collections.abc import Iterable

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse import words
from webapp.lol.domain.parse.numbers import known, whole


def teams(found: Iterable[wire.Team | None] | None, *, sided: bool) -> tuple[records.Team, ...]:
    """Give every team, by number."""
    made = [_team(one, sided=sided) for one in found or () if one is not None]
    return tuple(sorted(made, key=lambda team: team.team_id))


def _team(source: wire.Team, *, sided: bool) -> records.Team:
    return records.Team(
        team_id=whole(source.team_id) or 0,
        side=words.side(source.team_id) if sided else None,
        win=source.win,
        bans=tuple(
            records.Ban(known(one.pick_turn), known(one.champion_id))
            for one in source.bans or ()
            if one is not None
        ),
        tallies=tuple(
            records.Tally(words.tally(kind), whole(one.kills), one.first)
            for kind, one in (source.objectives or {}).items()
            if one is not None
        ),
        feats=tuple(
            records.FeatState(name, whole(one.feat_state))
            for name, one in (source.feats or {}).items()
            if one is not None
        ),
    )
