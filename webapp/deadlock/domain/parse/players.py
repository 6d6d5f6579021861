"""Players of a response as records; absent counts are 0, absent people and places are None."""

from collections.abc import Iterable, Mapping

from webapp.deadlock.domain import records, wire
from webapp.deadlock.domain.parse import lanes, words
from webapp.deadlock.domain.parse.numbers import real, reals
from webapp.deadlock.domain.parse.snapshots import snapshot
from webapp.matchplay.unreadable import MatchUnreadable

_ACCOUNTS = 2**32
_SLOTS = 255


def players(
    found: Iterable[wire.Player], *, four: bool, builds: Mapping[int, int]
) -> tuple[records.Player, ...]:
    """All who belong to a side, side a first, by slot. Raises MatchUnreadable for a slot twice."""
    seated = [player for player in found if words.team(player.team) is not None]
    slots = {player.player_slot for player in seated}
    if len(slots) != len(seated) or not all(slot and 0 < slot <= _SLOTS for slot in slots):
        raise MatchUnreadable("Two players of this response share a slot.", "match_info.players")
    made = [_player(player, slots, four=four, builds=builds) for player in seated]
    return tuple(sorted(made, key=lambda player: (player.team, player.slot)))


def _player(
    source: wire.Player, slots: set[int | None], *, four: bool, builds: Mapping[int, int]
) -> records.Player:
    account = source.account_id or 0
    number = words.team(source.team) or 0
    return records.Player(
        slot=source.player_slot or 0,
        account_id=account if 0 < account < _ACCOUNTS else None,
        side=words.SIDES[number],
        team=number,
        hero_id=source.hero_id or 0,
        lane=lanes.lane(source.assigned_lane, four=four),
        party=source.party,
        abandoned_at_s=source.abandon_match_time_s or None,
        mvp_rank=source.mvp_rank or None,
        outcome=words.player_outcome(source.player_match_outcome),
        rank_change=_rank(source.player_rank_data),
        finals=_finals(source),
        snapshots=_snapshots(source),
        deaths=_deaths(source, slots),
        items=_items(source),
        pings=_pings(source),
        accolades=_accolades(source),
        buffs=_buffs(source),
        ability_stats=_ability_stats(source),
        stat_totals=reals(source.stats_type_stat or ()),
        hero_build_id=builds.get(account),
    )


def _finals(source: wire.Player) -> records.Finals:
    return records.Finals(
        kills=source.kills or 0,
        deaths=source.deaths or 0,
        assists=source.assists or 0,
        souls=source.net_worth or 0,
        last_hits=source.last_hits or 0,
        denies=source.denies or 0,
        level=source.level or 0,
        ability_points=source.ability_points or 0,
    )


def _rank(source: wire.Rank | None) -> records.RankChange | None:
    if source is None:
        return None
    return records.RankChange(
        initial_badge=source.initial_display_rank,
        initial_progress=source.initial_flat_progress,
        final_progress=source.final_flat_progress,
    )


def _snapshots(source: wire.Player) -> tuple[records.Snapshot, ...]:
    made = [snapshot(one) for one in source.stats or ()]
    return tuple(sorted(made, key=lambda one: one.at_s))


def _deaths(source: wire.Player, slots: set[int | None]) -> tuple[records.Death, ...]:
    others = slots - {source.player_slot}
    made = [
        records.Death(
            at_s=one.game_time_s or 0,
            killer=one.killer_player_slot if one.killer_player_slot in others else None,
            time_to_kill_s=None if one.time_to_kill_s is None else real(one.time_to_kill_s),
            respawn_s=one.death_duration_s or 0,
            place=_place(one.death_pos),
            killer_place=_place(one.killer_pos),
        )
        for one in source.death_details or ()
    ]
    return tuple(sorted(made, key=lambda one: one.at_s))


def _place(source: wire.Place | None) -> records.Place | None:
    if source is None or source.x is None or source.y is None:
        return None
    return records.Place(*reals((source.x, source.y, source.z)))


def _items(source: wire.Player) -> tuple[records.ItemEvent, ...]:
    made = [
        records.ItemEvent(
            at_s=one.game_time_s or 0,
            item_id=one.item_id or 0,
            upgrade_id=one.upgrade_id or 0,
            sold_at_s=one.sold_time_s or None,
            consumed=bool((one.flags or 0) & 1),
            flags=one.flags or 0,
            imbued_ability_id=one.imbued_ability_id or None,
        )
        for one in source.items or ()
    ]
    return tuple(sorted(made, key=lambda one: one.at_s))


def _pings(source: wire.Player) -> tuple[records.Ping, ...]:
    return tuple(
        records.Ping(one.game_time_s or 0, words.plain(one.ping_type), one.ping_data or 0)
        for one in source.pings or ()
    )


def _accolades(source: wire.Player) -> tuple[records.Accolade, ...]:
    return tuple(
        records.Accolade(
            one.accolade_id or 0, one.accolade_stat_value or 0, one.accolade_threshold_achieved
        )
        for one in source.accolades or ()
    )


def _buffs(source: wire.Player) -> tuple[records.Buff, ...]:
    return tuple(
        records.Buff(
            kind=words.clean(one.type or "unknown"),
            count=one.value or 0,
            permanent=bool(one.is_permanent),
            picked_at_s=tuple(at_s or 0 for at_s in one.pickup_times_s or ()),
            gave=reals(one.pickup_stat_values or ()),
        )
        for one in source.power_up_buffs or ()
    )


def _ability_stats(source: wire.Player) -> tuple[tuple[int, int], ...]:
    return tuple(
        (one.ability_id or 0, one.ability_value or 0) for one in source.ability_stats or ()
    )
