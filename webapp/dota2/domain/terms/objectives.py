"""The words of the Objectives page."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "objectives",
    "Objectives",
    (
        Term(
            "objective-fell",
            "Fell",
            "The second at which a building fell.",
            "As the replay tells it. Replays read years ago name only buildings that a hero had "
            "the last hit on, or tell that a tower fell without saying which; then the players’ "
            "own lists of what they destroyed name it where only one building fits. What stood "
            "at the end is known of every match, from the game’s servers.",
        ),
        Term(
            "objective-by",
            "Last hit",
            "Who had the last hit on it: a hero, or creeps.",
            "A building brought down by its own side is denied.",
        ),
        Term(
            "objective-aegis",
            "Aegis",
            "Who picked up Roshan’s Aegis, and whether it was stolen or denied.",
            "Stolen means taken by the side that did not kill Roshan. What fell within five "
            "minutes, while an Aegis lasts, is told with it; whether it came of it is for you to "
            "judge.",
        ),
        Term(
            "objective-runes",
            "Runes",
            "Runes a player took, by kind.",
            "Every rune picked up, as the game announces it; a bottled rune counts when it is "
            "bottled.",
        ),
    ),
)
