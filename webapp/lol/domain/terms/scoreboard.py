"""The scoreboard's words."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "scoreboard",
    "Overview",
    (
        Term("kda", "KDA", "Kills and assists for each death; without a death their plain sum."),
        Term(
            "kill-participation",
            "Kill participation",
            "Own kills and assists as a share of the side’s kills.",
            "(kills + assists) / kills of the side; not known when it has no kill, nor in Arena, "
            "where assists also count for falls that are nobody’s kill. Agrees with the game’s own "
            "figure in every match measured.",
            "%",
        ),
        Term(
            "damage",
            "Damage",
            "Damage dealt to champions.",
            "The scoreboard’s own figure; the timeline’s last frame has the same.",
        ),
        Term(
            "damage-share",
            "Damage share",
            "Damage to champions as a share of the side’s.",
            unit="%",
        ),
        Term(
            "damage-per-gold",
            "Damage per gold",
            "Damage to champions for each gold earned.",
        ),
        Term(
            "gold",
            "Gold",
            "Gold earned in all, spent or not.",
            "The scoreboard’s own figure, with what comes by itself.",
        ),
        Term("gold-share", "Gold share", "Gold earned as a share of the side’s.", unit="%"),
        Term("cs", "CS", "Creep score: minions and jungle monsters finished off."),
        Term(
            "vision",
            "Vision score",
            "The game’s own sum of sight given and sight taken.",
            "One point for about a minute a ward stands or is cut short; the game does not say "
            "how it weighs the rest.",
        ),
        Term(
            "control-wards",
            "Control wards",
            "Control wards placed.",
            "Vision has those bought beside them, as the game counts them.",
        ),
        Term("mitigated", "Mitigated", "Damage that armour, resistance and shields kept away."),
        Term(
            "helped",
            "Healed and shielded",
            "Health and shields given to allies, the player not included.",
        ),
        Term("crowd-control", "Control", "Seconds for which the player held enemies.", unit="s"),
        Term(
            "rank-now",
            "Rank now",
            "Where a player stood when this site last asked, not when the match was played.",
            "Known for players somebody looked up here. The average is that of the known ones, in "
            "league points from Iron IV.",
        ),
        Term(
            "role-item",
            "Role item",
            "What the slot of the role quest holds, since 2026.",
        ),
    ),
)
