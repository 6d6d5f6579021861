"""The words of a player's pages."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "players",
    "Players",
    (
        Term(
            "player-won",
            "Won",
            "Matches won as a share of those whose winner is known.",
            "The interval beside it is Wilson’s at 95 %: wide where there are few matches. Below "
            "20 decided the share is grey.",
            "%",
        ),
        Term(
            "player-records",
            "Records",
            "The most of each figure in one match; of equals the first.",
            "Told from OpenDota’s list and from matches analysed here. Gold by the minute and "
            "damage are known for newer and analysed matches only. Turbo, Ability Draft and other "
            "odd modes count only when the filter asks for them.",
        ),
        Term(
            "player-together",
            "Together and against",
            "Matches both played, on one side or on two, over everything OpenDota knows.",
            "Players who hide their matches are in nobody’s list. The share won is that of the "
            "player the page is about.",
        ),
    ),
)
