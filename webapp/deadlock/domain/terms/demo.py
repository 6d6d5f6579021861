"""The words of what a match's demo adds."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "demo",
    "From the demo",
    (
        Term(
            "demo-file",
            "Demo",
            "The game’s own recording of a match, a .dem file, with everything the game sent.",
            "It adds to the match’s metadata and never replaces it. It is kept only if it names "
            "this match, has its players on their heroes, and, where it tells kills and the "
            "match’s clock, has at least four in five of its deaths within three seconds.",
        ),
        Term(
            "demo-hit",
            "Single hit",
            "One bullet, blow or pulse of damage that landed, as the demo recorded it.",
            "Counted back from the death to a tenth of a second. Hits on shields count with what "
            "they took from health; healing between hits is not shown.",
        ),
        Term(
            "demo-health-left",
            "Health left",
            "What the victim had left after the hit, as the demo recorded it.",
        ),
        Term(
            "demo-height",
            "From above",
            "How much higher the attacker stood than the victim, in metres; below zero, lower.",
            "From the demo’s positions, one a second: those of the second nearest to the hit. "
            "39.37 game units are a metre.",
            "m",
        ),
        Term(
            "demo-fight",
            "Damage in the fight",
            "What those who fought took from the other side’s health while it lasted.",
            "Every hit of one side’s fighters on the other’s, from the fight’s first second to its "
            "last, as the demo recorded it; hits on shields count with what they took from health. "
            "The match file tells damage only between samples minutes apart.",
            "damage",
        ),
        Term(
            "demo-boss-health",
            "Boss health",
            "The health of a building or of the mid boss, in per cent of the most it had.",
            "Drawn every one to three minutes and at each fall. Every change is in the table to "
            "take away, that of Guardians once a second.",
        ),
        Term(
            "demo-cast",
            "Cast",
            "An ability or active item used.",
            "Those the game itself tells of: movement and passive abilities are not among them.",
        ),
        Term(
            "demo-item",
            "Exact times",
            "What a player bought, sold, used up and learnt, in the order the game did it.",
            "The demo tells the tick, the metadata whole seconds: within one, the order is the "
            "demo’s. A change stands in the metadata where the same item or ability has a second "
            "within three of it, each second taken once. What was sold is called used up where "
            "the metadata marks it so.",
            "m:ss",
        ),
        Term(
            "demo-modifier",
            "Buffs and debuffs",
            "Everything put on a player for a time: how long it was on, how often, by whom.",
            "From when it was put on to when it went; what never went ends with its own time, "
            "else with the match. Where one is on several times at once, each second counts once. "
            "Named by the item or ability it came from, below it by the game’s files. What came "
            "once and never went, as an item’s passive does, is counted and not listed.",
            "s",
        ),
        Term(
            "demo-map-height",
            "Height",
            "How high a player stands above the map’s zero, in whole metres.",
            "From the demo’s positions, one a second. 39.37 game units are a metre. The dead have "
            "none.",
            "m",
        ),
    ),
)
