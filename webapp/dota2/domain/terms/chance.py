"""The win chance's words."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "chance",
    "Win chance",
    (
        Term(
            "chance-win",
            "Win chance",
            "How often a side that stood like this went on to win, in the matches kept here.",
            "A logistic regression without an intercept on differences between the sides: gold as "
            "a share of all, also times the minutes; experience as a share of all; towers and "
            "barracks lost, an Aegis alive, kills. Before 5:00 gold and experience are shares of "
            "what there usually is at 5:00. No weight is below 0. Swapping the sides turns p into "
            "1 − p exactly. It never looks ahead, and knows no heroes, items or players.",
            "%",
        ),
        Term(
            "chance-swing",
            "Swing",
            "What one minute did to the win chance, for the side it helped.",
            "The chance at the minute’s end less that at its start. Gold and experience are known "
            "once a minute, so everything of that minute is in it.",
            "points",
        ),
        Term(
            "chance-gold",
            "Lead gained",
            "What one minute did to the gold lead, for the side it helped.",
            "The gold lead counted at the minute’s end less that at its start.",
            "gold",
        ),
        Term(
            "chance-worth",
            "Worth of a part",
            "How much lower or higher the chance would be, were this one part even.",
            "The chance less the chance with this part set to even. The parts do not add up to "
            "the whole, for the last points to 100 % are the hardest.",
            "points",
        ),
        Term(
            "chance-aegis",
            "Aegis alive",
            "A side holds the Aegis of Roshan and has not used it.",
            "From when it was taken until its holder is next killed by a hero, and for five "
            "minutes at most. Where nothing says who took it, it is the side’s that killed Roshan.",
        ),
        Term(
            "chance-calibration",
            "Calibration",
            "Of the moments at which the model said 70 %, did 70 % come true?",
            "On matches it was not fitted on, one in five by their number. The interval is "
            "Wilson’s at 95 % with n the matches, for moments of one match are not independent.",
        ),
        Term(
            "chance-brier",
            "Brier score",
            "The mean square of how far off the chances were: 0 is perfect, always saying even "
            "gives 0.25.",
        ),
        Term(
            "chance-log-loss",
            "Log loss",
            "Like the Brier score, but being surely wrong costs more: 0 is perfect, always saying "
            "even gives 0.693.",
        ),
    ),
)
