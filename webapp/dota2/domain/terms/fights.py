"""The words of the Fights page."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "fights",
    "Fights",
    (
        Term(
            "fight-what",
            "Fight",
            "At least three heroes died, none more than 15 s after the one before.",
            "OpenDota’s rule, worked out here from the log of kills: a fight begins 15 s before "
            "its first death and goes on until 15 s have passed without another. Deaths to creeps "
            "and towers are in no log; OpenDota’s own list of fights tells those, and their "
            "fights are taken from it. A fight still going on as the match ended is told too.",
        ),
        Term(
            "fight-fought",
            "Fought",
            "Heroes of a side who hurt a hero in the fight, killed or died.",
            "Without OpenDota’s account of a fight: those who killed or died.",
        ),
        Term(
            "fight-outcome",
            "Outcome",
            "The side that lost fewer heroes won the fight.",
            "As many on both sides is even.",
        ),
        Term(
            "fight-gold",
            "Gold",
            "Gold a side’s players gained from the fight’s start to its end, less what they lost.",
            "Every change of gold in those seconds, for creeps too; deaths and buybacks take away.",
            "gold",
        ),
        Term(
            "fight-xp",
            "XP",
            "Experience a side’s players gained from the fight’s start to its end.",
            "For creeps too.",
        ),
        Term(
            "fight-damage",
            "Damage",
            "Damage to heroes of any kind, illusions left out.",
            "From the fight’s start to its end.",
        ),
        Term(
            "fight-took",
            "Took within 60 s",
            "Enemy buildings that fell from the fight’s start to 60 s after its end, and Roshan.",
            "It came after; whether it came of it is for you to judge.",
        ),
        Term(
            "fight-place",
            "Where",
            "The middle of the places where heroes fell.",
            "Places are cells of the map grid, 128 units wide. They are recorded for deaths in "
            "OpenDota’s fights; of a player who died twice in one fight, none can be given its "
            "own place.",
        ),
    ),
)
