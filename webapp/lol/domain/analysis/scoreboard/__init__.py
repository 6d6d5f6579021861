"""The scoreboard: one row for each player, and what each side or small team adds up to."""

from collections.abc import Sequence

from webapp.lol.domain.analysis.scoreboard.records import (
    Scoreboard,
    ScoreRow,
    SideTotal,
    SubteamTotal,
)
from webapp.lol.domain.analysis.scoreboard.rows import row
from webapp.lol.domain.analysis.scoreboard.sums import over
from webapp.lol.domain.records import Match, Player, Team

__all__ = ["ScoreRow", "Scoreboard", "SideTotal", "SubteamTotal", "scoreboard_of"]


def scoreboard_of(match: Match) -> Scoreboard:
    """Work out the scoreboard of any match; an aborted one has no rows."""
    sided = any(player.side for player in match.players)
    return Scoreboard(
        mode=match.mode,
        ending=match.ending,
        winner=match.winner,
        duration_s=match.duration_s,
        has_timeline=match.timeline is not None,
        rows=tuple(row(player, match) for player in match.players),
        sides=tuple(_side(side, match) for side in "ab") if sided else (),
        subteams=_subteams(match.players),
        missing=match.missing,
    )


def _side(side: str, match: Match) -> SideTotal:
    own = [player for player in match.players if player.side == side]
    team = match.team(side)
    return SideTotal(
        side=side,
        won=None if match.winner is None else match.winner == side,
        kills=over(own, lambda one: one.combat.kills),
        deaths=over(own, lambda one: one.combat.deaths),
        assists=over(own, lambda one: one.combat.assists),
        damage=over(own, lambda one: one.damage.to_champions),
        gold=over(own, lambda one: one.farm.gold),
        cs=over(own, lambda one: one.farm.cs),
        vision=over(own, lambda one: one.sight.score),
        turrets=_took(team, "turret"),
        inhibitors=_took(team, "inhibitor"),
        dragons=_took(team, "dragon"),
        grubs=_took(team, "grub"),
        heralds=_took(team, "herald"),
        barons=_took(team, "baron"),
        atakhans=_took(team, "atakhan"),
        bans=tuple(ban.champion_id or 0 for ban in team.bans) if team else (),
    )


def _took(team: Team | None, kind: str) -> int | None:
    tally = team.tally(kind) if team else None
    return tally.kills if tally else None


def _subteams(players: Sequence[Player]) -> tuple[SubteamTotal, ...]:
    numbers = {player.subteam for player in players if player.subteam is not None}
    made = [
        _subteam(number, [one for one in players if one.subteam == number]) for number in numbers
    ]
    return tuple(sorted(made, key=lambda one: (one.place or len(made) + 1, one.subteam)))


def _subteam(number: int, own: Sequence[Player]) -> SubteamTotal:
    return SubteamTotal(
        subteam=number,
        place=own[0].subteam_place or own[0].place,
        slots=tuple(player.slot for player in own),
        kills=over(own, lambda one: one.combat.kills),
        deaths=over(own, lambda one: one.combat.deaths),
        damage=over(own, lambda one: one.damage.to_champions),
        gold=over(own, lambda one: one.farm.gold),
    )
