"""The words of buildings, of the ladder and of the Rejuvenator."""

from webapp.deadlock.domain.analysis.objectives import AFTER_S, BEFORE_S, OBJECTIVE_RADIUS_M
from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "objectives",
    "Objectives",
    (
        Term(
            "objective-first",
            "First hurt",
            "The second a building first lost health to the enemy, troopers included.",
            "As recorded. Buildings the match does not mention were never hurt.",
        ),
        Term(
            "objective-fell",
            "Fell",
            "The second a building was destroyed.",
            "As recorded. Some matches of 2026 record no fall of the Patron, only of its weakened "
            "form: then it was down by the second that form was first hurt.",
        ),
        Term(
            "objective-lasted",
            "Held out",
            "From first hurt to fall.",
            "Fall − first hurt. A building may have been left alone for long stretches between.",
            "m:ss",
        ),
        Term(
            "objective-by",
            "Damage by",
            "Health a building lost to heroes and to troopers over the whole match.",
            "As recorded, all attackers together: a match does not say which hero dealt how much "
            "to which building. Gun is heroes’ damage that was not spirit; before 2026 the two "
            "are not told apart. Damage a building shrugs off is not in it.",
        ),
        Term(
            "objective-near",
            "Near",
            f"Living heroes within {OBJECTIVE_RADIUS_M:.0f} m of the building at that second.",
            "Positions are one a second and know no height, so the distance is flat. Whoever fell "
            "in that very second counts. Where buildings stand is measured, not recorded; which "
            "Shrine is which is told by the attackers nearest to it as it fell.",
        ),
        Term(
            "objective-kills",
            f"Kills, {BEFORE_S} s before",
            "Heroes the attackers killed and lost to players in the minute before, anywhere.",
            f"Kills by players from {BEFORE_S} s before the fall to the fall: attackers’ – "
            "defenders’.",
        ),
        Term(
            "objective-taken",
            "Taken ground",
            "On the ladder, the time after a building fell, in the colour of who took it.",
            "Rows lie as the lane does, so the taken ground shows how far a side had pushed.",
        ),
        Term(
            "objective-rejuvenator",
            "Rejuvenator",
            "What the mid boss leaves behind; whichever side takes it gets it, not who killed it.",
            f"Stolen when another side took it. What fell in the next {AFTER_S // 60} minutes is "
            "told with it: a window of ours, not how long it works. A match names one side a boss, "
            "even if its parts were shared.",
        ),
    ),
)
