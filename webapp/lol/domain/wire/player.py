"""One of the participants, as the match body writes them."""

from typing import Annotated, Any

import msgspec

from webapp.lol.domain.wire.bounds import FEW, Number, Word


class StatPerks(msgspec.Struct):
    """The three shards."""

    offense: Number = None
    flex: Number = None
    defense: Number = None


class Selection(msgspec.Struct):
    """One chosen rune."""

    perk: Number = None
    var1: Number = None
    var2: Number = None
    var3: Number = None


class Style(msgspec.Struct):
    """One of the two trees; `description` is primaryStyle or subStyle."""

    description: Word | None = None
    style: Number = None
    selections: Annotated[list[Selection | None], FEW] | None = None


class Perks(msgspec.Struct, rename="camel"):
    """The rune page."""

    stat_perks: StatPerks | None = None
    styles: Annotated[list[Style | None], FEW] | None = None


class Participant(msgspec.Struct, rename="camel"):
    """One of `participants`; `spell1_id` and `spell2_id` are the summoner spells of pro games."""

    puuid: Word | None = None
    riot_id_game_name: Word | None = None
    riot_id_name: Word | None = None
    riot_id_tagline: Word | None = None
    summoner_name: Word | None = None
    champion_name: Word | None = None
    team_position: Word | None = None
    individual_position: Word | None = None
    win: bool | None = None
    first_blood_kill: bool | None = None
    first_blood_assist: bool | None = None
    first_tower_kill: bool | None = None
    first_tower_assist: bool | None = None
    game_ended_in_early_surrender: bool | None = None
    game_ended_in_surrender: bool | None = None
    team_early_surrendered: bool | None = None
    participant_id: Number = None
    profile_icon: Number = None
    summoner_level: Number = None
    team_id: Number = None
    champion_id: Number = None
    champ_level: Number = None
    champ_experience: Number = None
    champion_transform: Number = None
    item0: Number = None
    item1: Number = None
    item2: Number = None
    item3: Number = None
    item4: Number = None
    item5: Number = None
    item6: Number = None
    role_bound_item: Number = None
    summoner1_id: Number = None
    summoner2_id: Number = None
    spell1_id: Number = None
    spell2_id: Number = None
    summoner1_casts: Number = None
    summoner2_casts: Number = None
    spell1_casts: Number = None
    spell2_casts: Number = None
    spell3_casts: Number = None
    spell4_casts: Number = None
    kills: Number = None
    deaths: Number = None
    assists: Number = None
    double_kills: Number = None
    triple_kills: Number = None
    quadra_kills: Number = None
    penta_kills: Number = None
    largest_killing_spree: Number = None
    largest_multi_kill: Number = None
    longest_time_spent_living: Number = None
    total_time_spent_dead: Number = None
    time_ccing_others: Number = msgspec.field(default=None, name="timeCCingOthers")
    time_played: Number = None
    gold_earned: Number = None
    gold_spent: Number = None
    total_minions_killed: Number = None
    neutral_minions_killed: Number = None
    total_ally_jungle_minions_killed: Number = None
    total_enemy_jungle_minions_killed: Number = None
    total_damage_dealt_to_champions: Number = None
    physical_damage_dealt_to_champions: Number = None
    magic_damage_dealt_to_champions: Number = None
    true_damage_dealt_to_champions: Number = None
    total_damage_dealt: Number = None
    total_damage_taken: Number = None
    physical_damage_taken: Number = None
    magic_damage_taken: Number = None
    true_damage_taken: Number = None
    damage_self_mitigated: Number = None
    damage_dealt_to_objectives: Number = None
    damage_dealt_to_turrets: Number = None
    damage_dealt_to_buildings: Number = None
    damage_dealt_to_epic_monsters: Number = None
    total_heal: Number = None
    total_heals_on_teammates: Number = None
    total_damage_shielded_on_teammates: Number = None
    vision_score: Number = None
    wards_placed: Number = None
    wards_killed: Number = None
    detector_wards_placed: Number = None
    vision_wards_bought_in_game: Number = None
    turret_takedowns: Number = None
    inhibitor_takedowns: Number = None
    dragon_kills: Number = None
    baron_kills: Number = None
    objectives_stolen: Number = None
    objectives_stolen_assists: Number = None
    placement: Number = None
    subteam_placement: Number = None
    player_subteam_id: Number = None
    player_augment1: Number = None
    player_augment2: Number = None
    player_augment3: Number = None
    player_augment4: Number = None
    player_augment5: Number = None
    player_augment6: Number = None
    all_in_pings: Number = None
    assist_me_pings: Number = None
    basic_pings: Number = None
    command_pings: Number = None
    danger_pings: Number = None
    enemy_missing_pings: Number = None
    enemy_vision_pings: Number = None
    get_back_pings: Number = None
    hold_pings: Number = None
    need_vision_pings: Number = None
    on_my_way_pings: Number = None
    push_pings: Number = None
    retreat_pings: Number = None
    vision_cleared_pings: Number = None
    perks: Perks | None = None
    challenges: dict[Word, Any] | None = None
