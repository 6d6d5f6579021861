"""The words of the Builds tab."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "builds",
    "Builds",
    (
        Term(
            "build-spike",
            "Legendary",
            "A finished item of Summoner’s Rift, boots aside; the time is its purchase.",
            "By Data Dragon: buyable on the Rift, 2,000 gold or more, builds into nothing, no "
            "boots.",
        ),
        Term(
            "build-ahead",
            "Against the opponent",
            "How much earlier than the opponent in the same role the same number of legendaries "
            "was bought.",
        ),
        Term(
            "build-undone",
            "Taken back",
            "Purchases and sales undone at the shop; they are left out of the story.",
        ),
        Term(
            "build-given",
            "Not bought",
            "Items of the scoreboard nobody bought: rewards of quests, and what items turned into.",
        ),
        Term(
            "build-order",
            "Order of abilities",
            "Which ability got each point, from level 1 on.",
        ),
    ),
)
