"""The scoreboard figures of one participant, group by group."""

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse.numbers import whole


def combat(source: wire.Participant) -> records.Combat:
    """Read kills and what goes with them."""
    return records.Combat(
        kills=whole(source.kills),
        deaths=whole(source.deaths),
        assists=whole(source.assists),
        double_kills=whole(source.double_kills),
        triple_kills=whole(source.triple_kills),
        quadra_kills=whole(source.quadra_kills),
        penta_kills=whole(source.penta_kills),
        largest_spree=whole(source.largest_killing_spree),
        largest_multi_kill=whole(source.largest_multi_kill),
        first_blood=source.first_blood_kill,
        first_blood_assist=source.first_blood_assist,
        longest_life_s=whole(source.longest_time_spent_living),
        dead_s=whole(source.total_time_spent_dead),
        crowd_control_s=whole(source.time_ccing_others),
    )


def damage(source: wire.Participant) -> records.Damage:
    """Read damage, healing and shields."""
    return records.Damage(
        to_champions=whole(source.total_damage_dealt_to_champions),
        physical_to_champions=whole(source.physical_damage_dealt_to_champions),
        magic_to_champions=whole(source.magic_damage_dealt_to_champions),
        true_to_champions=whole(source.true_damage_dealt_to_champions),
        dealt=whole(source.total_damage_dealt),
        taken=whole(source.total_damage_taken),
        physical_taken=whole(source.physical_damage_taken),
        magic_taken=whole(source.magic_damage_taken),
        true_taken=whole(source.true_damage_taken),
        mitigated=whole(source.damage_self_mitigated),
        to_objectives=whole(source.damage_dealt_to_objectives),
        to_turrets=whole(source.damage_dealt_to_turrets),
        to_buildings=whole(source.damage_dealt_to_buildings),
        to_epic_monsters=whole(source.damage_dealt_to_epic_monsters),
        healed=whole(source.total_heal),
        healed_on_allies=whole(source.total_heals_on_teammates),
        shielded_on_allies=whole(source.total_damage_shielded_on_teammates),
    )


def farm(source: wire.Participant) -> records.Farm:
    """Read gold and minions."""
    return records.Farm(
        gold=whole(source.gold_earned),
        gold_spent=whole(source.gold_spent),
        lane_cs=whole(source.total_minions_killed),
        jungle_cs=whole(source.neutral_minions_killed),
        own_jungle_cs=whole(source.total_ally_jungle_minions_killed),
        enemy_jungle_cs=whole(source.total_enemy_jungle_minions_killed),
    )


def sight(source: wire.Participant) -> records.Sight:
    """Read vision and wards."""
    return records.Sight(
        score=whole(source.vision_score),
        placed=whole(source.wards_placed),
        killed=whole(source.wards_killed),
        control_placed=whole(source.detector_wards_placed),
        control_bought=whole(source.vision_wards_bought_in_game),
    )


def taken(source: wire.Participant) -> records.Taken:
    """Read what was taken from the map."""
    return records.Taken(
        turrets=whole(source.turret_takedowns),
        inhibitors=whole(source.inhibitor_takedowns),
        dragons=whole(source.dragon_kills),
        barons=whole(source.baron_kills),
        stolen=whole(source.objectives_stolen),
        stolen_assists=whole(source.objectives_stolen_assists),
        first_tower=source.first_tower_kill,
        first_tower_assist=source.first_tower_assist,
    )


def casts(source: wire.Participant) -> records.Casts:
    """Read how often abilities and summoner spells were used."""
    abilities = (source.spell1_casts, source.spell2_casts, source.spell3_casts, source.spell4_casts)
    spells = (source.summoner1_casts, source.summoner2_casts)
    return records.Casts(tuple(map(whole, abilities)), tuple(map(whole, spells)))
