"""The words of a summoner's profile."""

from typing import Final

from webapp.lol.domain.terms.term import Group, Term

_PLAYERS: Final = (
    "Each game counts alike. Every other player of the role counts once, at the mean of the "
    "games kept here."
)

GROUP = Group(
    "profile",
    "A summoner’s profile",
    (
        Term(
            "profile",
            "Profile",
            "Eight sides of play, each a percentile among players of the same role.",
            "100 is ahead of everybody, 50 the middle; players with the same figure count half. "
            "Compared with are all others who played the role in the newest 5,000 fetched games "
            "on Summoner’s Rift that fit the filter for queue, patch, result and days; remakes, "
            "aborted games, uploads and samples are left out. Many of them are known from one game "
            "only. Single games lie further apart than means of many, so somebody with many games "
            "stands nearer to 50 than they would among players known as well. Ranks are not "
            "compared: the others are whoever met the summoners looked up here. Under 20 others a "
            "percentile says little, and the page says so.",
        ),
        Term("profile-fighting", "Fighting", "Damage to champions a minute.", _PLAYERS),
        Term("profile-farming", "Farming", "Minions and monsters killed a minute.", _PLAYERS),
        Term("profile-vision", "Vision in the profile", "Vision score a minute.", _PLAYERS),
        Term("profile-aggression", "Aggression", "Kills a minute.", _PLAYERS),
        Term(
            "profile-toughness",
            "Toughness",
            "Deaths a minute: fewer is better.",
            _PLAYERS + " It does not know how much damage was taken before.",
        ),
        Term(
            "profile-teamplay",
            "Teamplay",
            "Kills and assists as a share of the side’s kills.",
            _PLAYERS + " A game in which the side killed nobody tells nothing.",
        ),
        Term(
            "profile-consistency",
            "Consistency",
            "How far gold a minute swings from game to game: less is better.",
            "The standard deviation of gold a minute as a share of its mean. It needs five games "
            "in the role, of the others too, so fewer are compared.",
        ),
        Term(
            "profile-versatility",
            "Versatility",
            "How likely two of the games are on different champions.",
            "For n games, of which n₁, n₂ … were on each champion: 1 − Σ nᵢ(nᵢ − 1) / n(n − 1) "
            "(Simpson 1949, Nature 163:688), which does not grow just with more games. It needs "
            "five games in the role, of the others too, and is left out while one champion is "
            "chosen.",
        ),
    ),
)
