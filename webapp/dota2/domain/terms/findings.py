"""The words of findings and of the story."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "findings",
    "Findings",
    (
        Term(
            "finding",
            "Finding",
            "A sentence about a match that a rule wrote, with its minute, its number and what it "
            "was worth.",
            "At most five are told, the weightiest first. One rule speaks at most once for a "
            "match, about fights twice, and nothing is told twice within 90 s. For one player, "
            "what is shared with others weighs its share. A finding says what came after what; "
            "that one thing came of the other is for you to judge.",
        ),
        Term(
            "finding-worth",
            "Worth",
            "What a finding was worth to a side, in gold.",
            "A fight: the gold the winners gained in it more than the losers. Killing three or "
            "more in a fight: the gold that player gained in it. Roshan, barracks and buybacks "
            "that ended in another death: what the gold lead moved meanwhile, read from the "
            "minutes around. Being dead for a fifth of the match: the player’s share of what "
            "was lost in the fights he fell in. A lead that was lost: the lead itself.",
            "gold",
        ),
        Term(
            "story",
            "Story",
            "The match in about ten sentences, each by a rule of its own.",
            "First blood, the lead at ten minutes, the first tower, Roshan, the three fights with "
            "the most deaths, the largest move of the lead or the lead that was lost, barracks, "
            "the end. What was not recorded is left out.",
        ),
    ),
)
