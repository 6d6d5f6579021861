"""The words of the Combat tab's damage page; damage and healing are the scoreboard's."""

from webapp.deadlock.domain.terms.term import Group, Term

_SAMPLED = (
    "Sums of the match’s damage matrix: dealer, target and source, sampled about every three "
    "minutes. A chosen span is moved to its nearest samples, a moment to the last one before it."
)

GROUP = Group(
    "combat",
    "Damage",
    (
        Term(
            "combat-prevented",
            "Healing prevented",
            "Healing that enemies lost to this player’s anti-heal.",
            f"{_SAMPLED} Over the match every player’s sum equals the scoreboard.",
        ),
        Term(
            "combat-mitigated",
            "Mitigated",
            "Damage that a player’s resistances took off before it landed. Its sources are the "
            "attacker’s.",
            f"{_SAMPLED} Before 2026 it is known by kind alone. The match’s own counter of "
            "damage mitigated is this sum with what troopers, neutrals and buildings dealt.",
        ),
        Term(
            "combat-lethal",
            "Lethal damage",
            "The part of the damage that the game counts towards a death, what one did to "
            "oneself included.",
            f"{_SAMPLED} Which hits count is the game’s own decision and not written down.",
        ),
        Term(
            "combat-regeneration",
            "Regeneration",
            "Health that returned by itself: the hero’s own, items, the fountain, pickups.",
            f"{_SAMPLED} Known since 2026.",
        ),
        Term(
            "combat-control",
            "Crowd control",
            "What held enemies back, as the game counts it.",
            "Written since October 2026; the game does not say its unit.",
        ),
        Term(
            "combat-shields",
            "Mitigated by",
            "Damage taken off, by what took it off.",
            "Written since October 2026, as the game counts it.",
        ),
        Term(
            "combat-other",
            "A figure without a word",
            "The game writes it and this house does not know its meaning yet.",
            "Shown under the game’s own name or number, summed like the others.",
        ),
        Term(
            "combat-kinds",
            "By kind",
            "How a sum splits into the gun, abilities and items, melee and anything else.",
            "For damage and what was mitigated these are the game’s own sums, and it decides for "
            "each source: items that hurt by themselves count with abilities, and an ability "
            "that is a punch may count as melee. Other figures are split "
            "by what each source is.",
        ),
        Term(
            "combat-rest",
            "Troopers, neutrals, buildings",
            "All that no player deals or takes, as one; never part of a sum between players.",
            "Slot 0 of the matrix. What players deal to it is more than their damage to troopers, "
            "neutrals and objectives together: the mid boss and others are in it. What it deals "
            "to heroes is known since 2026.",
        ),
        Term(
            "combat-share",
            "Share",
            "Part of the sum at the foot of the table.",
            "amount / sum, rounded; shares may add up to 99 or 101.",
            "%",
        ),
    ),
)
