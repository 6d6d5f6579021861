"""The win chance's words."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "chance",
    "Win chance",
    (
        Term(
            "chance-win",
            "Win chance",
            "How often a side that stood like this went on to win, in the games the model knows.",
            "A logistic regression without an intercept on differences between the sides: gold "
            "and experience as a share of all, also times the minutes; towers, drakes, soul, "
            "elder and Baron while they last, inhibitors down, kills. Before 5:00 gold and "
            "experience are shares of what there usually is at 5:00. No weight is below 0. "
            "Swapping the sides turns p into 1 − p exactly. It never looks ahead, and knows no "
            "champions, items or players.",
            "%",
        ),
        Term(
            "chance-swing",
            "Swing",
            "What the minute of an event did to the win chance, for the side that did it.",
            "The chance at the first frame that has the event, less that at the last frame that "
            "has not. Timelines know the state once a minute, so everything else of that minute "
            "is in it too.",
            "points",
        ),
        Term(
            "chance-frame",
            "Frame",
            "The state of a game as its timeline knows it, once a minute and at its end.",
            "Nothing finer is recorded; a chosen second shows the last frame before it.",
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
            "chance-turning",
            "Turning point",
            "One of the minutes that moved the chance most.",
        ),
        Term(
            "chance-calibration",
            "Calibration",
            "Of the moments at which the model said 70 %, did 70 % come true?",
            "On games it was not fitted on. With few games each is judged by a model of all the "
            "others. The interval is Wilson’s at 95 % with n the games, for moments of one game "
            "are not independent.",
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
