"""The scoreboard's words."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "scoreboard",
    "Overview",
    (
        Term("level", "Level", "The hero’s level at the end."),
        Term("kills", "Kills", "Enemy heroes this player struck down."),
        Term(
            "deaths",
            "Deaths",
            "How often the player died.",
            "The scoreboard’s own figure. Map and Deaths count the list of deaths instead; the "
            "counters in the samples drift when a player comes back by the Rejuvenator.",
        ),
        Term("assists", "Assists", "Kills of allies this player helped with, as the game says."),
        Term(
            "kill-participation",
            "Kill participation",
            "Own kills and assists as a share of the side’s kills.",
            "(kills + assists) / kills of the side; not known when the side has no kill.",
            "%",
        ),
        Term(
            "souls",
            "Souls",
            "Net worth: souls earned, less what deaths cost.",
            "At the end the scoreboard’s own figure, which outranks the last sample; before it "
            "that of the last sample.",
        ),
        Term(
            "souls-per-minute",
            "Souls per minute",
            "Net worth divided by the match’s minutes.",
            unit="souls / min",
        ),
        Term(
            "player-damage",
            "Damage",
            "Damage dealt to enemy heroes.",
            "At the end the scoreboard’s own figure. Between samples, and by whom and with what, "
            "it is summed from the damage matrix, sampled about every three minutes: a chosen span "
            "is moved to its nearest samples, a moment to the last one before it. What troopers, "
            "neutrals and buildings deal and take stands apart; sources that sum up others "
            "(Bullet, Ability, Melee, Misc) are left out. Over the match every player’s sum, dealt "
            "and taken, equals the scoreboard.",
        ),
        Term("damage-taken", "Damage taken", "Damage taken from enemy heroes."),
        Term(
            "objective-damage",
            "Damage to objectives",
            "Damage to Guardians, Walkers, bases and the Patron.",
        ),
        Term(
            "healing",
            "Healing",
            "Health given back to anyone, the player included.",
            "Told like damage: at the end the scoreboard’s own figure, else summed from the damage "
            "matrix, which it equals over the match. Since 2026 what returns by itself is counted "
            "apart, as regeneration.",
        ),
        Term("last-hits", "Last hits", "Troopers and neutrals finished off."),
        Term(
            "denies",
            "Denies",
            "How many orbs of the enemy the player shot, so that their souls were denied.",
            "Orbs are counted, not the souls in them.",
        ),
        Term(
            "soul-lead",
            "Soul lead",
            "One side’s net worth less the other’s.",
            "Known at each sample, every three to five minutes; between samples the line is "
            "straight.",
        ),
    ),
)
