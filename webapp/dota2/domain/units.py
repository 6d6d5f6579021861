"""Which hero the engine means by a unit's name, and whose unit it is in a match.

A replay names units, never slots. Engine names of heroes are the game's own and never change;
a hero too new for this list is told by being the only one of the match that is left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.dota2.domain.records import Match, Player, Sums

HERO: Final = "npc_dota_hero_"

_NAMES: Final = """
1:antimage 2:axe 3:bane 4:bloodseeker 5:crystal_maiden 6:drow_ranger 7:earthshaker 8:juggernaut
9:mirana 10:morphling 11:nevermore 12:phantom_lancer 13:puck 14:pudge 15:razor 16:sand_king
17:storm_spirit 18:sven 19:tiny 20:vengefulspirit 21:windrunner 22:zuus 23:kunkka 25:lina 26:lion
27:shadow_shaman 28:slardar 29:tidehunter 30:witch_doctor 31:lich 32:riki 33:enigma 34:tinker
35:sniper 36:necrolyte 37:warlock 38:beastmaster 39:queenofpain 40:venomancer 41:faceless_void
42:skeleton_king 43:death_prophet 44:phantom_assassin 45:pugna 46:templar_assassin 47:viper 48:luna
49:dragon_knight 50:dazzle 51:rattletrap 52:leshrac 53:furion 54:life_stealer 55:dark_seer
56:clinkz 57:omniknight 58:enchantress 59:huskar 60:night_stalker 61:broodmother 62:bounty_hunter
63:weaver 64:jakiro 65:batrider 66:chen 67:spectre 68:ancient_apparition 69:doom_bringer 70:ursa
71:spirit_breaker 72:gyrocopter 73:alchemist 74:invoker 75:silencer 76:obsidian_destroyer 77:lycan
78:brewmaster 79:shadow_demon 80:lone_druid 81:chaos_knight 82:meepo 83:treant 84:ogre_magi
85:undying 86:rubick 87:disruptor 88:nyx_assassin 89:naga_siren 90:keeper_of_the_light 91:wisp
92:visage 93:slark 94:medusa 95:troll_warlord 96:centaur 97:magnataur 98:shredder 99:bristleback
100:tusk 101:skywrath_mage 102:abaddon 103:elder_titan 104:legion_commander 105:techies
106:ember_spirit 107:earth_spirit 108:abyssal_underlord 109:terrorblade 110:phoenix 111:oracle
112:winter_wyvern 113:arc_warden 114:monkey_king 119:dark_willow 120:pangolier 121:grimstroke
123:hoodwink 126:void_spirit 128:snapfire 129:mars 131:ringmaster 135:dawnbreaker 136:marci
137:primal_beast 138:muerta 145:kez 155:largo
"""
HERO_UNITS: Final = {
    int(number): HERO + name for number, name in (one.split(":") for one in _NAMES.split())
}
"""Hero ids to engine names (the numbers and names of the game files)."""


def slots_by_unit(match: Match) -> dict[str, int]:
    """Give the slot each hero's unit belongs to; two of the same hero belong to nobody."""
    named = [(HERO_UNITS.get(player.hero_id), player.slot) for player in match.players]
    units = [unit for unit, _ in named]
    found = {unit: slot for unit, slot in named if unit and units.count(unit) == 1}
    new = [player.slot for player in match.players if _is_new(player)]
    left = {unit for player in match.players for unit in _heroes_in(player.sums)} - set(units)
    if len(new) == len(left) == 1:
        found[left.pop()] = new[0]
    return found


def _is_new(player: Player) -> bool:
    return player.hero_id > 0 and player.hero_id not in HERO_UNITS


def _heroes_in(sums: Sums) -> Iterator[str]:
    for counts in (sums.damage, sums.damage_taken, sums.killed, sums.killed_by):
        yield from (unit for unit in counts or () if unit.startswith(HERO))
