"""The words of a player's pages."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "players",
    "Players",
    (
        Term(
            "player-form",
            "Form",
            "Souls a minute in each of the last 30 matches, oldest left, filled where it was won.",
            "Net worth over the match’s minutes; the broken line is the median of those drawn. "
            "Matches of unknown length are left out.",
            "souls / min",
        ),
        Term(
            "player-ratio",
            "(K+A)/D",
            "Kills and assists for a death.",
            "(kills + assists) / deaths, where no death counts as one. Over several matches the "
            "sums are divided.",
        ),
        Term(
            "player-length",
            "Length",
            "How long the match lasted, as the game says.",
            unit="m:ss",
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
