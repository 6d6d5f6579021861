"""The words of the Vision tab."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "vision",
    "Vision",
    (
        Term(
            "vision-score",
            "Vision score",
            "The game’s own figure for vision given and taken.",
        ),
        Term(
            "vision-placed",
            "Wards placed",
            "Wards set, as the timeline dates them.",
            "About a third of what timelines call wards is “undefined”: effects that are none. "
            "They are left out. Timelines never say where a ward stood.",
        ),
        Term(
            "vision-cleared",
            "Wards cleared",
            "Enemy wards destroyed.",
        ),
        Term(
            "vision-control",
            "Control wards",
            "Control wards set, and bought as the game counts them.",
        ),
        Term(
            "vision-phase",
            "Phase",
            "Laning until 14:00, middle game until 25:00, late game after.",
        ),
    ),
)
