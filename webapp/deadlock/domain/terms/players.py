"""The words of a player's pages."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "players",
    "Players",
    (
        Term(
            "player-won",
            "Won",
            "Matches won as a share of those that somebody won.",
            "The interval beside it is Wilson’s at 95 %: wide where there are few matches. Below "
            "20 decided the share is grey. Samples, and matches that only a reader’s file tells, "
            "are listed and count in no share, mean or record.",
            "%",
        ),
        Term(
            "player-records",
            "Records",
            "The most of each figure in one match; of equals the first.",
            "Matches of the usual rules found by the matchmaker, unless a mode is chosen. Told "
            "from the match history, so a match need not be analysed.",
        ),
        Term(
            "player-place",
            "Place among the same hero",
            "The share of all values of that hero, over every match kept here, that lie below.",
            "Each match is placed among everybody who played the hero the player had in it, at all "
            "ranks; equal values count half. 50 % is the middle. Where low is good, low is good "
            "here too. The player’s own matches are among them.",
            "%",
        ),
        Term(
            "player-last",
            "Last ten",
            "The middle place over the newest ten matches; before: over those before them.",
            "Shown from eleven matches on.",
            "%",
        ),
        Term(
            "player-together",
            "Together and against",
            "Matches kept here in which both played, on one side or on two.",
            "Only matches fetched from the archive. The share won is that of the player the page "
            "is about.",
        ),
    ),
)
