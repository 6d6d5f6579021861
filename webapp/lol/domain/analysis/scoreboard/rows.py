"""One row of the scoreboard."""

from collections.abc import Sequence

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.scoreboard.records import ScoreRow
from webapp.lol.domain.analysis.scoreboard.sums import over, rate, share, together
from webapp.lol.domain.records import Combat, Match, Player


def row(player: Player, match: Match) -> ScoreRow:
    """Work out one player's row; rates are over the match's length, as the game's own are.

    Arena's seconds spent dead run on after a team is out, past the match's length: left out.
    """
    own = together(player, match.players)
    minutes = match.duration_s / 60
    combat, damage, farm, sight = player.combat, player.damage, player.farm, player.sight
    return ScoreRow(
        slot=player.slot,
        puuid=player.puuid,
        name=player.name,
        tag=player.tag,
        bot=player.bot,
        champion_id=player.champion_id,
        champion_name=player.champion_name,
        side=player.side,
        subteam=player.subteam,
        place=player.subteam_place or player.place,
        role=player.role,
        role_worked_out=player.role_worked_out,
        win=player.win,
        level=player.level,
        kills=combat.kills,
        deaths=combat.deaths,
        assists=combat.assists,
        kda=kda(combat),
        kill_participation=participation(player, own),
        damage=damage.to_champions,
        physical=damage.physical_to_champions,
        magic=damage.magic_to_champions,
        true=damage.true_to_champions,
        damage_share=share(damage.to_champions, over(own, lambda one: one.damage.to_champions)),
        damage_per_minute=rate(damage.to_champions, minutes),
        damage_per_gold=share(damage.to_champions, farm.gold),
        damage_taken=damage.taken,
        damage_taken_share=share(damage.taken, over(own, lambda one: one.damage.taken)),
        mitigated=damage.mitigated,
        healed_allies=damage.healed_on_allies,
        shielded_allies=damage.shielded_on_allies,
        crowd_control_s=combat.crowd_control_s,
        to_turrets=damage.to_turrets,
        to_objectives=damage.to_objectives,
        gold=farm.gold,
        gold_share=share(farm.gold, over(own, lambda one: one.farm.gold)),
        gold_per_minute=rate(farm.gold, minutes),
        cs=farm.cs,
        cs_per_minute=rate(farm.cs, minutes),
        jungle_cs=farm.jungle_cs,
        vision=sight.score,
        vision_per_minute=rate(sight.score, minutes),
        wards_placed=sight.placed,
        wards_killed=sight.killed,
        control_wards=sight.control_placed,
        turrets=player.taken.turrets,
        largest_spree=combat.largest_spree,
        largest_multi_kill=combat.largest_multi_kill,
        first_blood=combat.first_blood,
        dead_s=None if match.mode == modes.ARENA else combat.dead_s,
        items=player.items,
        trinket=player.trinket,
        role_item=player.role_item,
        spells=player.spells,
        keystone=player.runes.keystone if player.runes else None,
        secondary_style=player.runes.secondary_style if player.runes else None,
        augments=player.augments,
    )


def kda(combat: Combat) -> float | None:
    """Give kills and assists for each death; without a death their plain sum."""
    if combat.kills is None or combat.assists is None or combat.deaths is None:
        return None
    return (combat.kills + combat.assists) / max(combat.deaths, 1)


def participation(player: Player, own: Sequence[Player]) -> float | None:
    """Give the share of the side's kills the player had a hand in.

    Not in Arena, where assists also count for falls that are nobody's kill.
    """
    if player.subteam is not None or player.combat.kills is None or player.combat.assists is None:
        return None
    kills = over(own, lambda one: one.combat.kills)
    return share(player.combat.kills + player.combat.assists, kills)
