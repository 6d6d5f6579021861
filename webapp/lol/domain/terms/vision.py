"""The words of the Vision tab; vision score and control wards are the scoreboard's."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "vision",
    "Vision",
    (
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
            "vision-phase",
            "Phase",
            "Laning until 14:00, middle game until 25:00, late game after.",
        ),
    ),
)
