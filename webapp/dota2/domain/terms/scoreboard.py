"""The scoreboard's words."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "scoreboard",
    "Overview",
    (
        Term("level", "Level", "The hero’s level at the end."),
        Term("kills", "Kills", "Enemy heroes this player struck down."),
        Term("deaths", "Deaths", "How often the player died."),
        Term("assists", "Assists", "Kills of allies this player helped with."),
        Term("kda", "KDA", "Kills and assists, divided by deaths and one."),
        Term("net-worth", "Net worth", "Items and gold at the end. Not in older records."),
        Term(
            "gold-per-minute",
            "Gold per minute",
            "Gold earned a minute, as the game’s own scoreboard has it.",
        ),
        Term("xp-per-minute", "Experience per minute", "Experience earned a minute."),
        Term("last-hits", "Last hits", "Creeps finished off."),
        Term("denies", "Denies", "Own creeps and towers kept from the enemy."),
        Term("hero-damage", "Hero damage", "Damage dealt to enemy heroes."),
        Term("tower-damage", "Tower damage", "Damage dealt to buildings."),
        Term("hero-healing", "Healing", "Health given back to allied heroes."),
    ),
)
