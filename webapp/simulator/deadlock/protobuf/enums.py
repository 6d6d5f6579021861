"""Numbers behind the enum names that the dialect of 2024 used in their place."""

_OBJECTIVES = (
    *("Core", "Tier1_Lane1", "Tier1_Lane2", "Tier1_Lane3", "Tier1_Lane4"),
    *("Tier2_Lane1", "Tier2_Lane2", "Tier2_Lane3", "Tier2_Lane4", "Titan"),
    *("TitanShieldGenerator_1", "TitanShieldGenerator_2"),
    *("BarrackBoss_Lane1", "BarrackBoss_Lane2", "BarrackBoss_Lane3", "BarrackBoss_Lane4"),
)
_STATS = ("Damage", "Healing", "HealPrevented", "Mitigated", "LethalDamage", "Regen")
GOLD_SOURCES = ("Players", "LaneCreeps", "Neutrals", "Bosses", "Treasure", "Assists", "Denies",
                "TeamBonus", "AbilityAssassinate", "ItemTrophyCollector", "ItemCultistSacrifice",
                "Breakable", "ItemGooseEgg")  # fmt: skip
NUMBERS = {
    "k_eOutcome_TeamWin": 0,
    "k_eOutcome_Error": 1,
    "k_eOutcome_MatchDraw": 2,
    "k_ECitadelLobbyTeam_Team0": 0,
    "k_ECitadelLobbyTeam_Team1": 1,
    "k_ECitadelGameMode_Normal": 1,
    "k_ECitadelMatchMode_Unranked": 1,
    "k_ECitadelMatchMode_Ranked": 4,
    **{f"k_eCitadelTeamObjective_{name}": index for index, name in enumerate(_OBJECTIVES)},
    **{f"k_eType_{name}": index for index, name in enumerate(_STATS)},
    **{f"k_e{name}": index + 1 for index, name in enumerate(GOLD_SOURCES)},
}


def number_of(value: int | str) -> int:
    """Give the number on the wire: itself, a number told as text, or an enum's."""
    if isinstance(value, str):
        return int(value) if value.lstrip("-").isdigit() else NUMBERS[value]
    return int(value)
