"""The words of the Fights page."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "fights",
    "Fights",
    (
        Term(
            "fight-what",
            "Fight",
            "At least three heroes, of both sides, who fought near each other without a break.",
            "The game notes for every second whether a hero is in combat with heroes; the note "
            "stays about 3 s after the last hit. Two who fight at the same second within 40 m of "
            "each other are in the same fight, and a hero without the note for more than a second "
            "has left it. A killer from further away joins the victim’s fight, unless he is in "
            "another. Fewer than three are a duel. In matches before 2025 the note is missing: "
            "there everybody within 40 m of a death is taken to have fought for the 10 s before "
            "it, so fights without a death are not known.",
        ),
        Term(
            "fight-fought",
            "Fought",
            "Heroes of a side who were in the fight, for however long.",
            "By the rule of a fight. More may fight than were alive at its start, when somebody "
            "comes back meanwhile.",
        ),
        Term(
            "fight-alive",
            "Alive at the start",
            "Heroes of the side alive when the fight began, wherever they were.",
            "By the list of deaths and their respawn times.",
        ),
        Term(
            "fight-place",
            "Where they fought",
            "The middle of all places where somebody fought.",
            "Mean over everybody’s seconds of fighting.",
        ),
        Term(
            "fight-lost",
            "Health lost, at least",
            "Every fall of health during the fight, added up in points.",
            "Health is recorded once a second in per cent; a fall from one second to the next "
            "counts, times the most health at the last sample. What was healed within the second "
            "and what barriers took is hidden, and troopers may have taken part: it is not "
            "damage, which is sampled every three minutes, too coarse for a fight.",
            "health points",
        ),
        Term(
            "fight-out",
            "Out, added up",
            "Seconds until the fallen were back, added up.",
            "Respawn times of the side’s deaths in the fight.",
            "s",
        ),
        Term(
            "fight-took",
            "Took within 60 s",
            "Enemy buildings that fell from the fight’s start to 60 s after its end, anywhere, "
            "and the mid boss if the side took it.",
            "It came after; whether it came of it is for you to judge. The same building may "
            "follow two fights.",
        ),
        Term(
            "fight-outcome",
            "Outcome",
            "The side that killed more heroes in the fight won it.",
            "As many on both sides is even. Who died to no player is nobody’s kill.",
        ),
        Term(
            "fight-souls",
            "Souls for kills",
            "What a side got for kills and assists between the two samples around the fight.",
            "Souls are sampled every three to five minutes. Only when all of a side’s kills "
            "between the samples lie in the fight is the figure the fight’s own.",
            "souls",
        ),
    ),
)
