"""The words of the Combat tab: deaths, what dealt them, fights."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "combat",
    "Combat",
    (
        Term(
            "combat-class",
            "Kind of death",
            "How a death came about, by what the timeline says.",
            "Solo: one enemy took part. Ganked: two or more. Execute: no enemy champion took "
            "part. Before an objective: the enemy took a monster or a building within 60 "
            "seconds. With a bounty: it paid a shutdown.",
        ),
        Term(
            "combat-away",
            "Away",
            "How long the death lasted, by level and minute.",
            "Timelines hold no timer. Worked out by the game’s rules for Summoner’s Rift; added "
            "up it gives the scoreboard’s own seconds of being dead.",
            "s",
        ),
        Term(
            "combat-bounty",
            "Paid",
            "The gold a kill paid its killer: the kill itself and the shutdown beside it.",
            "",
            "gold",
        ),
        Term(
            "combat-recap",
            "Recap",
            "The damage the fallen took in the moments before, by spell, as the game recorded it.",
            "Hits of one spell of one source are added up. Executions, lost shields and healing "
            "are not in it.",
        ),
        Term(
            "combat-cost",
            "Cost",
            "The win chance of the fallen side after the minute of the death, less before.",
            "Everything else of that minute is in it too; several deaths of one minute share it.",
            "points",
        ),
        Term(
            "combat-fight",
            "Fight",
            "Two or more kills, each within 15 seconds and 4,000 units of another.",
            "Won by the side with more kills; an execution counts as one of the other side’s. Its "
            "gold is what the kills paid. What followed was taken until 60 seconds after the last.",
        ),
    ),
)
