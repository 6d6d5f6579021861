"""Field numbers of CMsgMatchMetaData and what hangs below it, as public fact.

One line per message. A field is `name=number` (a varint), or with a suffix: `:f` float, `:s`
text, `:[]` packed varints, `:[f]` packed floats, `:+` unpacked varints, `:[s]` texts,
`:Message` one message, `:[Message]` many.
"""

from dataclasses import dataclass
from functools import cache

_TABLE = """
Position x=1:f y=2:f z=3:f
Death game_time_s=1 time_to_kill_s=2:f killer_player_slot=9 death_pos=10:Position \
killer_pos=11:Position death_duration_s=12
Item game_time_s=1 item_id=2 upgrade_id=3 sold_time_s=4 flags=5 imbued_ability_id=6
Ping ping_type=1 ping_data=2 game_time_s=3
GoldSource source=1 kills=2 damage=3 gold=4 gold_orbs=5
StatName name=1:s id=2
CustomStat value=2 id=3
Buff type=1:s value=2 is_permanent=3 pickup_times_s=4:[] pickup_stat_values=5:[f]
Stats time_stamp_s=1 net_worth=2 gold_player=3 gold_player_orbs=4 gold_lane_creep_orbs=5 \
gold_neutral_creep_orbs=6 gold_boss=7 gold_boss_orb=8 gold_treasure=9 gold_denied=10 \
gold_death_loss=11 gold_lane_creep=12 gold_neutral_creep=13 kills=14 deaths=15 assists=16 \
creep_kills=17 neutral_kills=18 possible_creeps=19 creep_damage=20 player_damage=21 \
neutral_damage=22 boss_damage=23 denies=24 player_healing=25 ability_points=26 self_healing=27 \
player_damage_taken=28 max_health=29 weapon_power=30 tech_power=31 shots_hit=32 shots_missed=33 \
damage_absorbed=34 absorption_provided=35 hero_bullets_hit=36 hero_bullets_hit_crit=37 \
heal_prevented=38 heal_lost=39 gold_sources=40:[GoldSource] custom_user_stats=41:[CustomStat] \
damage_mitigated=42 level=43 player_barriering=44 teammate_healing=45 teammate_barriering=46 \
self_damage=47 bullet_kills=48 melee_kills=49 ability_kills=50 headshot_kills=51
AbilityStat ability_id=1 ability_value=2
Accolade accolade_id=1 accolade_stat_value=2 accolade_threshold_achieved=3
HeroData hero_xp=1
RankData initial_display_rank=1 initial_flat_progress=2 final_flat_progress=3 \
desired_progress_change=4 initial_calibration_games=6 initial_demotion_protection_games=7 \
consumed_demotion_protection=8 initial_win_streak=9
Player account_id=1 player_slot=2 death_details=3:[Death] items=4:[Item] stats=5:[Stats] team=6 \
kills=8 deaths=9 assists=10 net_worth=11 hero_id=12 last_hits=13 denies=14 ability_points=15 \
assigned_lane=17 level=18 pings=19:[Ping] ability_stats=20:[AbilityStat] \
stats_type_stat=21:[f] abandon_match_time_s=23 hero_data=25:HeroData rewards_eligible=26 \
accolades=27:[Accolade] mvp_rank=28 earned_holiday_award_2025=29 power_up_buffs=30:[Buff] \
player_rank_data=32:RankData player_match_outcome=33
Team team=1
Objective legacy_objective_id=1 destroyed_time_s=2 creep_damage=4 creep_damage_mitigated=5 \
player_damage=6 player_damage_mitigated=7 first_damage_time_s=8 team_objective_id=9 team=10 \
player_spirit_damage=11
MidBoss team_killed=1 team_claimed=2 destroyed_time_s=3
Pause game_time_s=1 pause_duration_s=2 player_slot=3
Watched game_time_s=1 player_slot=2
Path player_slot=1 x_min=2:f y_min=3:f x_max=4:f y_max=5:f x_pos=6:[] y_pos=7:[] alive=8:[] \
health=9:[] combat_type=10:[] move_type=11:[]
Paths version=1 interval_s=2:f x_resolution=3 y_resolution=4 paths=5:[Path]
DamageToPlayer target_player_slot=1 damage=2:[]
DamageSource damage_to_players=2:[DamageToPlayer] source_details_index=4
DamageDealer dealer_player_slot=1 damage_sources=2:[DamageSource]
SourceDetails stat_type=1:[] source_name=2:[s]
DamageMatrix damage_dealers=1:[DamageDealer] sample_time_s=2:[] source_details=3:SourceDetails
MatchInfo duration_s=1 match_outcome=2 winning_team=3 players=4:[Player] start_time=5 match_id=6 \
legacy_objectives_mask=8 game_mode=9 match_mode=10 objectives=11:[Objective] match_paths=12:Paths \
damage_matrix=13:DamageMatrix match_pauses=14:[Pause] custom_user_stats=15:[StatName] \
watched_death_replays=16:[Watched] objectives_mask_team0=17 objectives_mask_team1=18 \
mid_boss=19:[MidBoss] is_high_skill_range_parties=20 low_pri_pool=21 new_player_pool=22 \
average_badge_team0=23 average_badge_team1=24 game_mode_version=25 rewards_eligible=26 \
not_scored=27 team_score=28:+ teams=30:[Team] bot_difficulty=32 ranked_type=34 rank_interval=35
Contents match_info=2:MatchInfo
"""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, number, kind of value and whether it repeats."""

    name: str
    number: int
    kind: str
    repeated: bool


@cache
def messages() -> dict[str, tuple[Field, ...]]:
    """Every message by name, its fields in order of their numbers."""
    lines = (line.split() for line in _TABLE.strip().splitlines())
    return {
        name: tuple(sorted((_field(text) for text in fields), key=lambda field: field.number))
        for name, *fields in lines
    }


def _field(text: str) -> Field:
    name, _, rest = text.partition("=")
    number, _, kind = rest.partition(":")
    repeated = kind.startswith("[")
    return Field(name, int(number), kind.strip("[]") or ("packed" if repeated else "v"), repeated)
