"""The words of the Deaths page."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "deaths",
    "Deaths",
    (
        Term(
            "death-place",
            "Where somebody died",
            "The place of a death, named as the victim would: own or enemy half of a lane, a "
            "base, or between two lanes.",
            "The game records victim and killer at the moment of death. Within 25 m of a lane’s "
            "course counts as on it.",
        ),
        Term(
            "death-distance",
            "From",
            "How far the killer was from the victim.",
            "Height counts. Not known when no player did it.",
            "m",
        ),
        Term(
            "death-took",
            "Took",
            "How long the fight before the death lasted, by the game’s own record.",
            "The match file’s time to kill; matches before 2026 lack it.",
            "s",
        ),
        Term(
            "death-alive",
            "Alive at the death",
            "Heroes alive on the victim’s side and on the other, just before the death.",
            "By the list of deaths and their respawn times. The victim counts, and so does "
            "whoever fell in the same second. Who has left the match does not.",
        ),
        Term(
            "death-near",
            "Within 40 m",
            "Living heroes within 40 m of the victim on the map: the victim’s side, the victim "
            "among them, against the enemy.",
            "Positions are known at every second, without height. The killer may be further "
            "away. “5 s before” counts around where the victim then was.",
        ),
        Term(
            "death-outnumbered",
            "Outnumbered",
            "Deaths at which the victim’s side was fewer within 40 m than the enemy.",
            "The victim counts with their own; of those deaths whose surroundings are known.",
        ),
        Term(
            "death-alone",
            "Alone",
            "Deaths with no living ally within 40 m.",
        ),
        Term(
            "death-health",
            "Health before",
            "The victim’s health at each of the last 15 seconds.",
            "Recorded once a second, in per cent of the most they can have. At the second of the "
            "death it may still be above 0; the second after it is 0.",
            "%",
        ),
        Term(
            "death-damage",
            "Damage between samples",
            "Damage the victim took between the two damage samples around the death.",
            "The damage matrix is sampled about every three minutes; nothing finer is recorded. "
            "Troopers and buildings are in it since 2026.",
        ),
        Term(
            "death-lethal",
            "Towards the death",
            "Damage that the game counts towards a death.",
            "The matrix’s lethal damage, booked when somebody dies: a victim who died once "
            "between two samples has it for that death alone, one who died more often has the "
            "sum. It can be more than the damage between the samples, for it reaches back before "
            "the first of them and holds damage an ability had put off. Which hits count is the "
            "game’s own decision. In three real matches 162 of 233 deaths were alone.",
        ),
        Term(
            "death-souls",
            "Souls lost",
            "Souls the victim lost by dying, between the two samples around the death.",
            "From the samples’ running total of souls lost to deaths, every three to five "
            "minutes. With more than one death between two samples the sum is of all of them. "
            "Souls lost between samples without a death are in the Economy’s sum alone.",
            "souls",
        ),
        Term(
            "death-answered",
            "Answered",
            "Enemies who fell within 10 s after the death and within 60 m of it.",
            "The same second counts.",
        ),
        Term(
            "death-after",
            "Fell within 60 s",
            "Buildings of the victim’s side that fell within 60 s after the death, and the mid "
            "boss if the enemy took it.",
            "It came after; whether it came of it is for you to judge.",
        ),
        Term(
            "death-away",
            "Out",
            "How long until the victim was back.",
            "The match file’s death duration.",
            "s",
        ),
    ),
)
