"""The words of souls: where they come from, what they are worth, how a lead goes."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "economy",
    "Economy",
    (
        Term(
            "soul-sources",
            "Souls by source",
            "What a player earned, by what it was earned from.",
            "The game’s own running totals at each snapshot, orbs included. Net worth = starting "
            "souls + earned − lost to deaths.",
            "souls",
        ),
        Term(
            "soul-income",
            "Income",
            "Souls earned a minute, before what deaths cost.",
            "Souls earned between two samples over the minutes between them. Farm is troopers, "
            "denies, neutrals and breakables; fights are kills and assists; objectives include "
            "the rift and the urn. Catch-up and what items give count in all alone.",
            "souls / min",
        ),
        Term(
            "soul-share",
            "Share of side",
            "A player’s part of what the side earned.",
            "Own souls between two samples over those of all six. Not said where the side earned "
            "none.",
            "%",
        ),
        Term(
            "soul-held",
            "Held unspent",
            "Souls, or ability points, that lay idle, on average over the stretch.",
            "The game’s counters, “Unspent Gold Minutes” and that of points: what one gained "
            "between two samples over the minutes between them. "
            "Not known where the match does not count it.",
        ),
        Term(
            "soul-idle",
            "Not in items, about",
            "An estimate of the souls a player had to spend at the sample.",
            "Net worth less the price of the items held, and half the price of those sold. A "
            "match does not hold prices, so today’s are taken; where they give anybody less than "
            "nothing at any sample, prices were others then and nothing is said.",
            "souls",
        ),
        Term(
            "soul-earned",
            "Earned",
            "All souls a player got over the stretch, from every source.",
            "The sum of the sources beside it; what deaths cost is not taken off.",
            "souls",
        ),
        Term("soul-lost", "Lost", "Souls that deaths cost.", "The game’s own count.", "souls"),
        Term(
            "lead-change",
            "Change of the lead",
            "One side was worth more at one sample, the other at the next.",
            "It lies between the two; the time given with “about” is where the straight line "
            "between them crosses zero. An even sample belongs to neither side.",
        ),
        Term(
            "lead-story",
            "Story of the lead",
            "The word players have for how the lead went.",
            "The first that holds, by share of both sides’ souls at a sample. Thrown lead: the "
            "loser’s widest lead was 4 % or more, and one of 4 % was gone by the next sample. "
            "Comeback: the same, but it went more slowly. Stomp: the winner’s widest lead was 10 % "
            "or more, and it was not behind at any sample from 9:00 on. Held lead: 4 % or more. "
            "Close: less.",
        ),
    ),
)
