"""The words of the Builds page."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "builds",
    "Builds",
    (
        Term(
            "build-earned",
            "Earned by then",
            "All gold the player had earned at the last full minute before the purchase.",
            "Net worth is not recorded by the minute: earned gold also counts what was lost to "
            "deaths and spent on things used up.",
            "gold",
        ),
        Term(
            "build-bought",
            "Bought",
            "The second an item was bought or put together.",
            "Recipes are left out, as in OpenDota. Before 0:00 is before the horn.",
        ),
        Term(
            "build-order",
            "Ability order",
            "Points in the order they were spent, talents among them.",
            "The response has no second for them; the hero’s level is told by some only.",
        ),
        Term(
            "build-lasting",
            "For good",
            "Gains a hero kept: Aghanim’s Shard and Blessing, Moon Shard, stacks of abilities.",
        ),
        Term(
            "build-benchmark",
            "Better than",
            "The share of the same hero’s players, as OpenDota knows them, that this beats.",
            "Their share, taken when the match was fetched; the figure beside is ours, by the "
            "same formula.",
        ),
    ),
)
