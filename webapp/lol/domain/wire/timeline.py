"""The timeline body: frames, and every event in one loose shape.

One shape for all events, since their types grow with the game and a new one must not refuse the
whole timeline.
"""

from typing import Annotated

import msgspec

from webapp.lol.domain.wire.bounds import FEW, MANY, Number, Word
from webapp.lol.domain.wire.match import Metadata


class Point(msgspec.Struct):
    """A place in map units."""

    x: Number = None
    y: Number = None


class ChampionStats(msgspec.Struct, rename="camel"):
    """What a champion is made of at a frame, as far as it is read."""

    health: Number = None
    health_max: Number = None
    armor: Number = None
    magic_resist: Number = None
    attack_damage: Number = None
    ability_power: Number = None


class DamageStats(msgspec.Struct, rename="camel"):
    """Running totals of damage at a frame, as far as they are read."""

    total_damage_done_to_champions: Number = None
    physical_damage_done_to_champions: Number = None
    magic_damage_done_to_champions: Number = None
    true_damage_done_to_champions: Number = None
    total_damage_done: Number = None
    total_damage_taken: Number = None
    physical_damage_taken: Number = None
    magic_damage_taken: Number = None
    true_damage_taken: Number = None


class ParticipantFrame(msgspec.Struct, rename="camel"):
    """One player at one frame."""

    level: Number = None
    xp: Number = None
    total_gold: Number = None
    current_gold: Number = None
    minions_killed: Number = None
    jungle_minions_killed: Number = None
    time_enemy_spent_controlled: Number = None
    position: Point | None = None
    champion_stats: ChampionStats | None = None
    damage_stats: DamageStats | None = None


class Damage(msgspec.Struct, rename="camel"):
    """One line of a damage recap."""

    participant_id: Number = None
    type: Word | None = None
    name: Word | None = None
    spell_name: Word | None = None
    spell_slot: Number = None
    basic: bool | None = None
    physical_damage: Number = None
    magic_damage: Number = None
    true_damage: Number = None


Recap = Annotated[list[Damage | None], MANY] | None


class Event(msgspec.Struct, rename="camel"):
    """Any event; which fields it has depends on its type."""

    type: Word | None = None
    timestamp: Number = None
    participant_id: Number = None
    creator_id: Number = None
    killer_id: Number = None
    victim_id: Number = None
    assisting_participant_ids: Annotated[list[Number], FEW] | None = None
    team_id: Number = None
    killer_team_id: Number = None
    winning_team: Number = None
    position: Point | None = None
    bounty: Number = None
    shutdown_bounty: Number = None
    kill_streak_length: Number = None
    victim_damage_dealt: Recap = None
    victim_damage_received: Recap = None
    victim_teamfight_damage_dealt: Recap = None
    victim_teamfight_damage_received: Recap = None
    kill_type: Word | None = None
    multi_kill_length: Number = None
    monster_type: Word | None = None
    monster_sub_type: Word | None = None
    name: Word | None = None
    building_type: Word | None = None
    tower_type: Word | None = None
    lane_type: Word | None = None
    actual_start_time: Number = None
    feat_type: Number = None
    feat_value: Number = None
    item_id: Number = None
    before_id: Number = None
    after_id: Number = None
    gold_gain: Number = None
    skill_slot: Number = None
    level_up_type: Word | None = None
    level: Number = None
    ward_type: Word | None = None
    transform_type: Word | None = None


class Frame(msgspec.Struct, rename="camel"):
    """One frame; the players of an aborted game are null."""

    timestamp: Number = None
    participant_frames: dict[Word, ParticipantFrame | None] | None = None
    events: Annotated[list[Event | None], MANY] | None = None


class TimelineInfo(msgspec.Struct, rename="camel"):
    """`info`, or the whole body of a pro game's timeline."""

    game_id: Number = None
    frames: Annotated[list[Frame | None], MANY] | None = None


class TimelineBody(msgspec.Struct):
    """A whole response."""

    metadata: Metadata | None = None
    info: TimelineInfo | None = None
