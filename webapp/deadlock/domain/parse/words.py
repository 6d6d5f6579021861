"""Numbers and engine names of the upstream turned into words; what is unknown stays as it came."""

from functools import lru_cache
from typing import TypeAlias

from webapp.deadlock.domain.records.damage import STAT_WORDS
from webapp.matchplay.unreadable import MatchUnreadable

Words: TypeAlias = dict[int | str, str]

SIDES = ("a", "b")

_PREFIXES = (
    "k_eCitadelTeamObjective_",
    "k_ECitadelLobbyTeam_",
    "k_ECitadelGameMode_",
    "k_ECitadelMatchMode_",
    "k_eOutcome_",
    "k_eType_",
    "k_e",
)
_TEAMS: dict[int | str, int] = {0: 0, 1: 1, "Team0": 0, "Team1": 1}
_OUTCOMES: Words = {
    0: "win",
    1: "error",
    2: "draw",
    "TeamWin": "win",
    "Error": "error",
    "MatchDraw": "draw",
    "Draw": "draw",
}
_GAME_MODES: Words = {1: "Normal", 4: "Street Brawl", "StreetBrawl": "Street Brawl"}
_MATCH_MODES: Words = {
    1: "Unranked",
    2: "Private lobby",
    3: "Co-op against bots",
    4: "Ranked",
    5: "Server test",
    6: "Tutorial",
    7: "Hero Labs",
    8: "Placement",
    "PrivateLobby": "Private lobby",
    "CoopBot": "Co-op against bots",
    "ServerTest": "Server test",
    "HeroLabs": "Hero Labs",
}
_PLAYER_OUTCOMES: Words = {
    1: "win",
    2: "loss",
    3: "penalised",
    4: "party penalised",
    5: "not scored",
}
_STATS: Words = {
    "Damage": "damage",
    "Healing": "healing",
    "HealPrevented": "heal prevented",
    "Mitigated": "mitigated",
    "LethalDamage": "lethal damage",
    "Regen": "regeneration",
}
_STATS.update(enumerate(STAT_WORDS))
_GOLD_SOURCES: Words = {
    1: "Enemy kills",
    2: "Troopers",
    3: "Neutral enemies",
    4: "Objectives",
    5: "Rift and urn",
    6: "Kill assists",
    7: "Denies",
    8: "Team catch-up",
    9: "Assassinate",
    10: "Trophy Collector",
    11: "Cultist Sacrifice",
    12: "Breakable pickups",
    "Players": "Enemy kills",
    "LaneCreeps": "Troopers",
    "Neutrals": "Neutral enemies",
    "Bosses": "Objectives",
    "Treasure": "Rift and urn",
    "Assists": "Kill assists",
    "Denies": "Denies",
    "TeamBonus": "Team catch-up",
    "AbilityAssassinate": "Assassinate",
    "ItemTrophyCollector": "Trophy Collector",
    "ItemCultistSacrifice": "Cultist Sacrifice",
    "Breakable": "Breakable pickups",
}


def clean(word: str) -> str:
    """Return the word as it came; raises MatchUnreadable when it holds control characters."""
    if not word.isprintable():
        raise MatchUnreadable("A name in this response holds control characters.")
    return word


def team(value: int | str | None) -> int | None:
    """0 or 1, or None for anything else."""
    return _TEAMS.get(_bare(value)) if value is not None else None


def side(value: int | str | None) -> str | None:
    """Side "a" or "b", or None."""
    number = team(value)
    return None if number is None else SIDES[number]


def outcome(value: int | str | None) -> str:
    """How the match ended; absent means that a team won, the upstream's default."""
    return _word(_OUTCOMES, 0 if value is None else value)


def game_mode(value: int | str | None) -> str:
    """Name the rules that were played."""
    return _word(_GAME_MODES, value)


def match_mode(value: int | str | None) -> str:
    """How people were brought together."""
    return _word(_MATCH_MODES, value)


def player_outcome(value: int | str | None) -> str | None:
    """Say what the match counted as for one player."""
    return None if value is None else _word(_PLAYER_OUTCOMES, value)


@lru_cache(maxsize=64)
def stat(value: int | str | None) -> str:
    """Say what kind of figure a damage source is."""
    return _word(_STATS, 0 if value is None else value)


@lru_cache(maxsize=64)
def gold_source(value: int | str | None) -> str:
    """Where souls came from."""
    return _word(_GOLD_SOURCES, value)


def plain(value: int | str | None) -> str:
    """Strip the prefix of an engine name; an id becomes text."""
    return "unknown" if value is None else clean(str(_bare(value)))


def _word(words: Words, value: int | str | None) -> str:
    if value is None:
        return "unknown"
    bare = _bare(value)
    return words.get(bare) or clean(str(bare))


def _bare(value: int | str) -> int | str:
    if isinstance(value, int):
        return value
    for prefix in _PREFIXES:
        if value.startswith(prefix) and len(value) > len(prefix):
            return value[len(prefix) :]
    return value
