"""The words of findings and of the story."""

from typing import Final

from webapp.dota2.domain.terms.term import Group, Term
from webapp.matchplay.terms import Term as AnyTerm

_SHARED: Final = {"stolen": "roshan"}
"""Rules told by the term of another."""

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
            "Worth of a finding",
            "What a finding was worth to a side, in gold.",
            "A fight: the gold the winners gained in it more than the losers. Killing three or "
            "more in a fight: the gold that player gained in it. Roshan, barracks and buybacks "
            "that ended in another death: what the gold lead moved meanwhile, read from the "
            "minutes around. Being dead for a fifth of the match: the player’s share of what "
            "was lost in the fights he fell in. A lead that was lost: the lead itself.",
            "gold",
        ),
        Term(
            "finding-swing",
            "Finding: the lead moved",
            "The five minutes or less that moved the gold lead most, from 3,000 gold on.",
        ),
        Term(
            "finding-thrown",
            "Finding: a lead lost",
            "The largest gold lead the losing side ever had, from 5,000 on.",
        ),
        Term(
            "finding-fight",
            "Finding: a fight won",
            "A fight won by two kills or more, with the buildings that fell by 60 s after it.",
        ),
        Term(
            "finding-spree",
            "Finding: a spree",
            "Three kills or more of one player in one fight.",
        ),
        Term(
            "finding-roshan",
            "Finding: Roshan",
            "An Aegis that was stolen, or that buildings fell to within five minutes.",
        ),
        Term(
            "finding-mega",
            "Finding: mega creeps",
            "A side that lost all six barracks.",
        ),
        Term(
            "finding-died-again",
            "Finding: dead again",
            "A buyback whose player died again within 60 s.",
        ),
        Term(
            "finding-dead",
            "Finding: dead for long",
            "A player who was dead for a fifth of the match or more.",
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

_BY_KEY: Final = {term.key: term for term in GROUP.terms}


def term_of_rule(rule: str) -> AnyTerm:
    """Give the term that says what a rule looks for."""
    return _BY_KEY[f"finding-{_SHARED.get(rule, rule)}"]
