"""The win chance's words."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "chance",
    "Win chance",
    (
        Term(
            "chance-win",
            "Win chance",
            "How often a side that stood like this went on to win, in the matches kept here.",
            "A logistic regression without an intercept on differences between the sides: soul "
            "lead, kills since souls were last counted, buildings lost, Rejuvenators. Swapping "
            "the sides turns p into 1 − p exactly. It never looks ahead, and knows no heroes, "
            "items or players. A Patron whose fall is not told counts from when its weakened form "
            "was first hurt. Shown from 500 verified matches on.",
            "%",
        ),
        Term(
            "chance-swing",
            "Swing",
            "What one second did to the win chance: after less before, in points.",
            "A kill moves it at once by the kill’s weight; its souls are counted at the next soul "
            "sample, where the kill stops counting and the souls begin to.",
            "points",
        ),
        Term(
            "chance-counted",
            "Souls counted",
            "A soul sample: the game writes down everybody’s souls every three to five minutes.",
            "Between samples the chance goes by the last one, for nothing finer is known.",
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
