"""Participants of a body as records; an absent figure is None."""

from collections.abc import Iterable
from typing import Any, Final

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse import words
from webapp.lol.domain.parse.figures import casts, combat, damage, farm, sight, taken
from webapp.lol.domain.parse.numbers import known, text, whole
from webapp.lol.domain.parse.roles import Role, roles_of
from webapp.lol.domain.parse.runes import runes
from webapp.matchplay.unreadable import MatchUnreadable

_SLOTS: Final = 64
_BOT: Final = "BOT"
_PINGS: Final = (
    "all_in",
    "assist_me",
    "basic",
    "command",
    "danger",
    "enemy_missing",
    "enemy_vision",
    "get_back",
    "hold",
    "need_vision",
    "on_my_way",
    "push",
    "retreat",
    "vision_cleared",
)


def players(
    found: Iterable[wire.Participant], *, sided: bool, rift: bool
) -> tuple[records.Player, ...]:
    """Give everybody by slot. Raises MatchUnreadable for a slot twice or out of range."""
    seated = list(found)
    slots = {one.participant_id for one in seated}
    if len(slots) != len(seated) or not all(slot and 1 <= slot <= _SLOTS for slot in slots):
        raise MatchUnreadable(
            "Two players of this match share a number.", "info.participants.participantId"
        )
    roles = roles_of(seated) if rift else {}
    made = [_player(one, roles.get(whole(one.participant_id) or 0), sided=sided) for one in seated]
    return tuple(sorted(made, key=lambda player: player.slot))


def _player(source: wire.Participant, role: Role | None, *, sided: bool) -> records.Player:
    return records.Player(
        slot=whole(source.participant_id) or 0,
        puuid=None if source.puuid == _BOT else text(source.puuid),
        name=_name(source),
        tag=text(source.riot_id_tagline),
        icon=whole(source.profile_icon),
        account_level=known(source.summoner_level),
        bot=source.puuid == _BOT,
        team_id=whole(source.team_id),
        side=words.side(source.team_id) if sided else None,
        subteam=known(source.player_subteam_id),
        subteam_place=known(source.subteam_placement),
        place=known(source.placement),
        champion_id=whole(source.champion_id) or 0,
        champion_name=text(source.champion_name),
        transform=known(source.champion_transform),
        level=known(source.champ_level),
        xp=whole(source.champ_experience),
        role=role.name if role else None,
        role_worked_out=role.worked_out if role else False,
        individual_position=text(source.individual_position),
        win=source.win,
        spells=_spells(source),
        runes=runes(source.perks),
        items=_items(source),
        trinket=known(source.item6),
        role_item=known(source.role_bound_item),
        augments=_augments(source),
        played_s=whole(source.time_played),
        early_surrender=bool(source.game_ended_in_early_surrender),
        surrender=bool(source.game_ended_in_surrender),
        combat=combat(source),
        damage=damage(source),
        farm=farm(source),
        sight=sight(source),
        taken=taken(source),
        casts=casts(source),
        pings=_pings(source),
        challenges=_challenges(source.challenges),
    )


def _name(source: wire.Participant) -> str | None:
    return text(source.riot_id_game_name) or text(source.riot_id_name) or text(source.summoner_name)


def _spells(source: wire.Participant) -> tuple[int, ...]:
    """Give both summoner spells; pro games write them under other names."""
    pairs = (
        (source.summoner1_id, source.spell1_id),
        (source.summoner2_id, source.spell2_id),
    )
    return tuple(spell for one, other in pairs if (spell := known(one) or known(other)))


def _items(source: wire.Participant) -> tuple[int, ...]:
    slots = (
        source.item0,
        source.item1,
        source.item2,
        source.item3,
        source.item4,
        source.item5,
    )
    if all(item is None for item in slots):
        return ()
    return tuple(known(item) or 0 for item in slots)


def _augments(source: wire.Participant) -> tuple[int, ...]:
    slots = (
        source.player_augment1,
        source.player_augment2,
        source.player_augment3,
        source.player_augment4,
        source.player_augment5,
        source.player_augment6,
    )
    return tuple(augment for slot in slots if (augment := known(slot)))


def _pings(source: wire.Participant) -> tuple[tuple[str, int], ...]:
    counted = ((name, whole(getattr(source, f"{name}_pings"))) for name in _PINGS)
    return tuple((name.replace("_", " "), count) for name, count in counted if count is not None)


def _challenges(found: dict[str, Any] | None) -> tuple[tuple[str, float], ...]:
    """Keep the figures; a list (of items) or a word is none."""
    return tuple(
        sorted(
            (name, float(value))
            for name, value in (found or {}).items()
            if isinstance(value, int | float)
            and not isinstance(value, bool)
            and abs(value) < 2.0**53
        )
    )
