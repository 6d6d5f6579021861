"""The words of gold and experience: where they come from, how a lead goes."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "economy",
    "Economy",
    (
        Term(
            "gold-earned",
            "Gold earned",
            "All gold a player got so far, spent or not, before what deaths cost.",
            "The replay’s own running total at each whole minute. It is not net worth, which is "
            "told by the minute only of a replay that was read here.",
            "gold",
        ),
        Term(
            "gold-lead",
            "Gold lead",
            "Gold earned by one side less that of the other.",
            "The sum over a side’s five players at each minute. OpenDota’s own graph is the same "
            "sum; where its figures are others, ours stand and the page says so.",
            "gold",
        ),
        Term(
            "lead-story",
            "How the lead went",
            "Comeback, stomp, held lead or close: what became of the gold lead.",
            "Comeback: the winner was once behind by 2,000 gold and by 4 % of all gold earned. "
            "Stomp: the winner got ahead by 15 % of all gold and was never behind after 10:00. "
            "Held lead: ahead by 4 % at the widest. Close: none of these.",
        ),
        Term(
            "gold-sources",
            "Gold by source",
            "What a player earned, by what it was earned from.",
            "The game’s own reasons, added up over the whole match; the replay has no seconds of "
            "them. Older replays count neutral creeps with lane creeps, and bounty runes under "
            "“Other”.",
            "gold",
        ),
        Term(
            "gold-unlisted",
            "By itself",
            "Gold that no source explains: mostly what comes by itself, second by second.",
            "Gold earned at the last minute less all sources. In real matches it is the same for "
            "all ten players to a few gold, as it should be.",
            "gold",
        ),
        Term(
            "farm",
            "Units killed",
            "How many of each sort a player finished off.",
            "Counted by the engine’s names of units, as OpenDota does; neutral creeps include the "
            "ancients. Stacks are camps pulled so that more creeps came. Dead: all seconds "
            "between falling and coming back.",
        ),
    ),
)
