"""The words of the laning phase."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "laning",
    "Laning",
    (
        Term(
            "lane-verdict",
            "Lane verdict",
            "Who was ahead in the lane, in souls of the players sent to it.",
            "Net worth of the lane’s players at the last sample by then, each side’s added up. A "
            "lane is even while the sides are no more than 3 % of all its souls apart, about half "
            "a wave of troopers. The margin is the difference over all the lane’s souls.",
            "souls",
        ),
        Term(
            "lane-damage",
            "Damage in the lane",
            "Damage to heroes of the same lane.",
            "From the damage matrix, its own samples, by dealer and target; sources that sum up "
            "others are left out. Damage to all heroes also counts those who came to visit.",
            "damage",
        ),
        Term(
            "lane-guardian",
            "Guardian of the lane",
            "What health it had left, when it was first hurt, and when it fell.",
            "A match holds the two seconds and no building’s health; that is from its demo, once "
            "a second, where one is kept.",
        ),
        Term(
            "lane-players",
            "Players of a lane",
            "Those the game sent to it at the start.",
            "Their figures count wherever they were, and kills wherever they fell: nobody is taken "
            "out for a visit to another lane.",
        ),
    ),
)
