"""The words of what a match's demo adds."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "demo",
    "From the demo",
    (
        Term(
            "demo-file",
            "Demo",
            "The game’s own recording of a match, a .dem file, with everything the game sent.",
            "It adds to the match’s metadata and never replaces it. It is kept only if it names "
            "this match, has its players on their heroes, and, where it tells kills and the "
            "match’s clock, has at least four in five of its deaths within three seconds.",
        ),
        Term(
            "demo-hit",
            "Single hit",
            "One bullet, blow or pulse of damage that landed, as the demo recorded it.",
            "Counted back from the death to a tenth of a second. Hits on shields count with what "
            "they took from health; healing between hits is not shown.",
        ),
        Term(
            "demo-health-left",
            "Health left",
            "What the victim had left after the hit, as the demo recorded it.",
        ),
        Term(
            "demo-height",
            "From above",
            "How much higher the attacker stood than the victim, in metres; below zero, lower.",
            "From the demo’s positions, one a second: those of the second nearest to the hit. "
            "39.37 game units are a metre.",
            "m",
        ),
        Term(
            "demo-boss-health",
            "Boss health",
            "The health of a building or of the mid boss each time it changed.",
            "At most sixty points of each are drawn; every change is in the table to take away. "
            "The demo’s reader does not tell the health of Guardians.",
        ),
        Term(
            "demo-cast",
            "Cast",
            "An ability or active item used.",
            "Those the game itself tells of: movement and passive abilities are not among them.",
        ),
    ),
)
