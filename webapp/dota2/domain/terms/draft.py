"""The words of the draft."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "draft",
    "Draft",
    (
        Term(
            "draft-order",
            "Order",
            "Which side’s turn it was, step by step.",
            "In Captains Mode the order is the game’s and changed over the years. The order a "
            "match is compared with is one that real matches of its time followed; of some years "
            "none is known here.",
        ),
        Term(
            "draft-took",
            "Took",
            "Seconds a turn took, and what was left of the side’s reserve after it.",
            "From the replay; matches that were not parsed, and old replays, have none.",
            "s",
        ),
    ),
)
