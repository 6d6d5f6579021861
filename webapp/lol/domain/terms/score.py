"""The score's words."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "score",
    "Score",
    (
        Term(
            "score",
            "Score",
            "From 0 to 10: 5 is usual for the role, and six parts add or take.",
            "5 plus the points of the parts. Each part is the weighted mean of how many standard "
            "deviations its figures lie from what is usual for the role, bent by tanh so that no "
            "one figure is the whole score, times five times the part’s weight. Everybody is "
            "measured against their own role alone. What the whole side did well is in it: "
            "winners score about two points more.",
        ),
        Term(
            "score-usual",
            "Usual",
            "Mean and spread of a figure for the role, in the games the score was made of.",
            "The weights of the parts come from which of two opponents won, pulled towards equal "
            "weights because there are few games. The method says how many.",
        ),
        Term(
            "score-laning",
            "Laning",
            "Gold, experience and minions ahead of the opponent at 14:00.",
            "Gold and experience as shares of what both have. Supports are not measured by "
            "minions. Left out where there is no timeline.",
            "points",
        ),
        Term(
            "score-combat",
            "Combat",
            "Taking part in kills, damage share, holding enemies, healing and shields for allies.",
            "A support’s damage weighs little, help and control much.",
            "points",
        ),
        Term("score-economy", "Economy", "Gold and minions a minute.", unit="points"),
        Term(
            "score-objectives",
            "Objectives",
            "Damage to objectives, turrets, and a hand in the side’s epic monsters.",
            unit="points",
        ),
        Term(
            "score-vision",
            "Vision",
            "Vision score, control wards and wards cleared, a minute.",
            unit="points",
        ),
        Term("score-survival", "Survival", "Few deaths and little time dead.", unit="points"),
        Term(
            "score-title",
            "MVP and ACE",
            "MVP: the best score of the winners. ACE: the best of the losers.",
        ),
    ),
)
