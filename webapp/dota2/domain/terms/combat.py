"""The words of the Combat page."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "combat",
    "Combat",
    (
        Term(
            "combat-damage",
            "Damage to heroes",
            "Damage from hero to hero, as the combat log counts it.",
            "Illusions of the victim are left out, those of the attacker count for the hero. The "
            "scoreboard’s “hero damage” is the game’s own figure and may differ: it leaves out "
            "some sources.",
        ),
        Term(
            "combat-source",
            "Source",
            "The ability or item that did the damage; Attack where it was a plain hit.",
            "Self-inflicted damage is left out.",
        ),
        Term(
            "combat-kills",
            "Kills by last hit",
            "Who killed whom, how often.",
            "By the last hit in the combat log. The scoreboard may give a kill to somebody else, "
            "such as when a creep had the last hit.",
        ),
        Term(
            "combat-healing",
            "Healing from hero to hero",
            "Health a hero gave to heroes of the own side, itself among them.",
            "As the combat log counts it. The scoreboard’s figure is the game’s own and may "
            "differ.",
        ),
        Term(
            "combat-stuns",
            "Stuns",
            "Seconds for which this player’s effects kept enemy heroes from acting.",
            "The game’s own figure; stuns, and some slows and roots, added up over all victims.",
            "s",
        ),
        Term(
            "combat-participation",
            "Kill participation",
            "Kills and assists, as a share of the side’s kills.",
            "The game calls it team fight participation.",
        ),
        Term(
            "combat-hit",
            "Hardest hit",
            "The largest damage one blow did to a hero.",
        ),
        Term(
            "combat-streak",
            "Streaks",
            "The longest run of kills without dying, and several kills within 18 s.",
            "The game’s own announcements, from killing spree (3) on; 18 s may lie between two "
            "kills of a multi kill.",
        ),
        Term(
            "combat-dead",
            "Dead for",
            "Seconds this player was dead.",
            "",
            "s",
        ),
        Term(
            "combat-casts",
            "Casts",
            "How often an ability or item was used, and on which heroes.",
            "Only casts at a unit have a target.",
        ),
    ),
)
