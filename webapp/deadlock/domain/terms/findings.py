"""The words of findings: what each rule needs before it speaks."""

from typing import Final

from webapp.deadlock.domain.terms.term import Group, Term
from webapp.matchplay.terms import Term as AnyTerm

_SHARED: Final = {"stolen": "mid-boss"}
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
            "At most five are told, the weightiest first: by points of win chance where there is "
            "a model, else by souls. One rule speaks at most once for a match, about fights twice, "
            "and nothing is told twice within 90 s. For one player, what is shared with others "
            "weighs its share. A finding says what came after what; that one thing came of the "
            "other is for you to judge.",
        ),
        Term(
            "finding-worth",
            "Worth of a finding",
            "What a finding changed: points of win chance, or souls where there is no model.",
            "Kills and buildings at the very seconds they happened; a stretch of the soul lead "
            "from its first sample to its last; souls by what a soul was worth to the chance "
            "then. In souls: the mean paid for a kill or a building between the two samples.",
        ),
        Term(
            "finding-lead",
            "Finding: the lead",
            "The stretch of at most ten minutes between samples that moved the lead most.",
            "By win chance where there is a model, else by the lead’s share of all souls; from "
            "2 % of them on.",
        ),
        Term(
            "finding-fight",
            "Finding: a fight won",
            "A fight won by two kills or more, with what fell of its lane or of the base within "
            "60 s.",
        ),
        Term("finding-spree", "Finding: a spree", "Two kills or more of one player in one fight."),
        Term(
            "finding-alone",
            "Finding: a death alone",
            "A death beyond the own half with no ally near and two enemies or more.",
        ),
        Term(
            "finding-before-a-fall",
            "Finding: dead when it fell",
            "Two or more defenders who had died within 45 s were away when a Walker, a pair of "
            "Base Guardians, a Shrine or the Patron fell.",
        ),
        Term(
            "finding-deaths",
            "Finding: deaths in a row",
            "A player’s densest five minutes of three deaths or more.",
        ),
        Term(
            "finding-lane",
            "Finding: a lane won",
            "A lane’s verdict at the end of laning, by the rule of the Laning tab.",
        ),
        Term(
            "finding-mid-boss",
            "Finding: the Rejuvenator",
            "A Rejuvenator that was stolen, or that buildings fell to.",
        ),
        Term(
            "finding-unspent",
            "Finding: souls unspent",
            "A player’s stretch of most souls held unspent, 2,000 on average or more.",
            "Half of them count as the cost. The last stretch of a match is left out.",
        ),
        Term(
            "finding-denied",
            "Finding: souls denied",
            "A player who took 300 souls or more by denying in the laning phase.",
        ),
        Term(
            "finding-out-earned",
            "Finding: out-earned",
            "A player’s worst stretch after laning against the mean of the enemy side, from "
            "1,000 souls on.",
        ),
        Term(
            "finding-left",
            "Finding: a player left",
            "A player who abandoned the match: their rate until then over the rest of it.",
        ),
    ),
)

_BY_KEY: Final = {term.key: term for term in GROUP.terms}


def term_of_rule(rule: str) -> AnyTerm:
    """Give the term that says what a rule looks for."""
    return _BY_KEY[f"finding-{_SHARED.get(rule, rule)}"]
