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
            "It is not net worth: earned gold also counts what was lost to deaths and spent on "
            "things used up. OpenDota tells nothing else by the minute.",
            "gold",
        ),
        Term(
            "build-net-worth",
            "Net worth by then",
            "Items and gold the player had at the last full minute before the purchase.",
            "The replay’s own figure at that minute; what came in since is not in it. Known only "
            "of a replay that was read here: elsewhere gold earned has to tell.",
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
            "OpenDota has no second for them; Steam tells one, counted from the start of the "
            "draft, and the hero’s level.",
        ),
        Term(
            "build-lasting",
            "For good",
            "Gains a hero kept: Aghanim’s Shard and Blessing, Moon Shard, stacks of abilities.",
        ),
        Term(
            "build-here",
            "Same hero here",
            "Where a figure stands among stored matches of the same hero.",
            "The share of them that lie below, equal ones by half, with how many there are. "
            "Fewer than 20 say too little for a place. The newest 20,000 fetched matches count, "
            "by the usual rules and won by a side; who left for good does not. Generated samples "
            "and files of readers are left out. Worked out every hour. A match nobody parsed "
            "counts in the figures it has.",
        ),
        Term(
            "build-ranks",
            "Same hero and ranks",
            "The same among players of like rank.",
            "Two medals are taken together, from Herald and Guardian to Divine and Immortal, by "
            "each player’s own rank as OpenDota told it. Who hides theirs has no such place.",
        ),
        Term(
            "build-benchmark",
            "OpenDota",
            "The share of the same hero’s players, as OpenDota knows them, with this or less.",
            "Their share, taken when the match was fetched; they do not say of how many. The "
            "figure itself is ours, by the same formula.",
        ),
    ),
)
