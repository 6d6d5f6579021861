"""The words of the Map tab."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "map",
    "Map",
    (
        Term(
            "map-frame",
            "Where everybody was",
            "Players stand where the nearest frame of the timeline has them.",
            "Timelines know positions once a minute, so a pin may be half a minute old or young. "
            "Kills, monsters and buildings have places of their own, to the second.",
        ),
    ),
)
