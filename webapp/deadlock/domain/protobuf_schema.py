"""Field numbers of the game's own match message, as far as we read it.

Facts of the wire, found by comparing protobuf and JSON bodies of the same matches field by field;
the message classes are built from this table at run time. Every whole number is read as int64,
which holds both the signed and the unsigned 32-bit numbers the game sends.
"""

import functools
from collections.abc import Iterator
from typing import Final

from google.protobuf import descriptor_pb2, descriptor_pool, message, message_factory

_PACKAGE: Final = "deadlock"
_FILE: Final = "deadlock_match.proto"

_TABLE: Final = """
Envelope: match_details 2 bytes
Body: match_info 2 Match
Match: duration_s 1 int, match_outcome 2 int, winning_team 3 int, players 4 Player*,
  start_time 5 int, match_id 6 int, game_mode 9 int, match_mode 10 int, objectives 11 Objective*,
  match_paths 12 Paths, damage_matrix 13 Matrix, match_pauses 14 Pause*,
  custom_user_stats 15 CustomStat*, mid_boss 19 MidBoss*, low_pri_pool 21 bool,
  new_player_pool 22 bool, average_badge_team0 23 int, average_badge_team1 24 int,
  not_scored 27 bool, bot_difficulty 32 int
Player: account_id 1 int, player_slot 2 int, death_details 3 Death*, items 4 Item*,
  stats 5 Snapshot*, team 6 int, kills 8 int, deaths 9 int, assists 10 int, net_worth 11 int,
  hero_id 12 int, last_hits 13 int, denies 14 int, ability_points 15 int, party 16 int,
  assigned_lane 17 int, level 18 int, pings 19 Ping*, ability_stats 20 AbilityStat*,
  stats_type_stat 21 float*, abandon_match_time_s 23 int, accolades 27 Accolade*, mvp_rank 28 int,
  power_up_buffs 30 Buff*
Place: x 1 float, y 2 float, z 3 float
Death: game_time_s 1 int, time_to_kill_s 2 float, killer_player_slot 9 int, death_pos 10 Place,
  killer_pos 11 Place, death_duration_s 12 int
Item: game_time_s 1 int, item_id 2 int, upgrade_id 3 int, sold_time_s 4 int, flags 5 int,
  imbued_ability_id 6 int
Snapshot: time_stamp_s 1 int, net_worth 2 int, gold_player 3 int, gold_player_orbs 4 int,
  gold_lane_creep_orbs 5 int, gold_neutral_creep_orbs 6 int, gold_boss 7 int, gold_boss_orb 8 int,
  gold_treasure 9 int, gold_denied 10 int, gold_death_loss 11 int, gold_lane_creep 12 int,
  gold_neutral_creep 13 int, kills 14 int, deaths 15 int, assists 16 int, creep_kills 17 int,
  neutral_kills 18 int, possible_creeps 19 int, creep_damage 20 int, player_damage 21 int,
  neutral_damage 22 int, boss_damage 23 int, denies 24 int, player_healing 25 int,
  ability_points 26 int, self_healing 27 int, player_damage_taken 28 int, max_health 29 int,
  weapon_power 30 int, tech_power 31 int, shots_hit 32 int, shots_missed 33 int,
  damage_absorbed 34 int, absorption_provided 35 int, hero_bullets_hit 36 int,
  hero_bullets_hit_crit 37 int, heal_prevented 38 int, heal_lost 39 int, gold_sources 40 Gold*,
  custom_user_stats 41 CustomValue*, damage_mitigated 42 int, level 43 int,
  player_barriering 44 int, teammate_healing 45 int, teammate_barriering 46 int,
  self_damage 47 int, bullet_kills 48 int, melee_kills 49 int, ability_kills 50 int,
  headshot_kills 51 int
Gold: source 1 int, kills 2 int, damage 3 int, gold 4 int, gold_orbs 5 int
CustomValue: value 2 int, id 3 int
Ping: ping_type 1 int, ping_data 2 int, game_time_s 3 int
AbilityStat: ability_id 1 int, ability_value 2 int
Accolade: accolade_id 1 int, accolade_stat_value 2 int, accolade_threshold_achieved 3 int
Buff: type 1 string, value 2 int, is_permanent 3 bool, pickup_times_s 4 int*,
  pickup_stat_values 5 float*
Objective: destroyed_time_s 2 int, creep_damage 4 int, player_damage 6 int,
  first_damage_time_s 8 int, team_objective_id 9 int, team 10 int, player_spirit_damage 11 int
Pause: game_time_s 1 int, pause_duration_s 2 int, player_slot 3 int
CustomStat: name 1 string, id 2 int
MidBoss: team_killed 1 int, team_claimed 2 int, destroyed_time_s 3 int
Paths: interval_s 2 float, x_resolution 3 int, y_resolution 4 int, paths 5 Path*
Path: player_slot 1 int, x_min 2 float, y_min 3 float, x_max 4 float, y_max 5 float, x_pos 6 int*,
  y_pos 7 int*, health 9 int*, combat_type 10 int*, move_type 11 int*
Matrix: damage_dealers 1 Dealer*, sample_time_s 2 int*, source_details 3 SourceDetails
Dealer: dealer_player_slot 1 int, damage_sources 2 Source*
Source: damage_to_players 2 Target*, source_details_index 4 int
Target: target_player_slot 1 int, damage 2 int*
SourceDetails: stat_type 1 int*, source_name 2 string*
"""
_SCALARS: Final = {
    "int": descriptor_pb2.FieldDescriptorProto.TYPE_INT64,
    "bool": descriptor_pb2.FieldDescriptorProto.TYPE_BOOL,
    "float": descriptor_pb2.FieldDescriptorProto.TYPE_FLOAT,
    "string": descriptor_pb2.FieldDescriptorProto.TYPE_STRING,
    "bytes": descriptor_pb2.FieldDescriptorProto.TYPE_BYTES,
}


@functools.cache
def message_class(name: str) -> type[message.Message]:
    """Build the class of one message of the table, "Envelope" and "Body" being the outer two."""
    found = _pool().FindMessageTypeByName(f"{_PACKAGE}.{name}")
    return message_factory.GetMessageClass(found)


@functools.cache
def _pool() -> descriptor_pool.DescriptorPool:
    file = descriptor_pb2.FileDescriptorProto(name=_FILE, package=_PACKAGE, syntax="proto2")
    for name, fields in _messages():
        made = file.message_type.add(name=name)
        for field in fields:
            made.field.append(_field(field))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return pool


def _messages() -> Iterator[tuple[str, list[str]]]:
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        name, _, fields = line.partition(": ")
        yield name, fields.split(", ")


def _field(text: str) -> descriptor_pb2.FieldDescriptorProto:
    name, number, kind = text.split()
    made = descriptor_pb2.FieldDescriptorProto(name=name, number=int(number))
    made.label = made.LABEL_REPEATED if kind.endswith("*") else made.LABEL_OPTIONAL
    kind = kind.rstrip("*")
    if kind in _SCALARS:
        made.type = _SCALARS[kind]
    else:
        made.type, made.type_name = made.TYPE_MESSAGE, f".{_PACKAGE}.{kind}"
    return made
