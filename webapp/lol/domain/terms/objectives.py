"""The words of the Objectives tab."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "objectives",
    "Objectives",
    (
        Term(
            "objective-setup",
            "Set-up",
            "What both sides had around a monster: wards in the minute before and after, and "
            "players alive.",
            "Wards placed and cleared by a side within 60 seconds of the fall, wherever they "
            "stood: timelines never say where. Alive goes by death timers.",
        ),
        Term(
            "objective-plates",
            "Plates",
            "Pieces of a turret’s armour that pay gold when they break.",
            "Until patch 25 only outer turrets had them, until 14:00; since 2026 others have too.",
        ),
        Term(
            "objective-soul",
            "Dragon soul",
            "What a side gets for its fourth drake; its element is known from the third on.",
        ),
        Term(
            "objective-bounty",
            "Objective bounties",
            "Extra gold for the side behind, for a while, on everything it takes.",
        ),
        Term(
            "objective-feats",
            "Feats of strength",
            "Three races of 2025 that pay the side that wins two of them.",
            "The timeline numbers them; a feat is won when the other side is shut out of it.",
        ),
        Term(
            "objective-said",
            "Counted by the game",
            "The match body’s own count, beside what the timeline’s events add up to.",
        ),
    ),
)
