"""The words of heroes over many matches."""

from webapp.deadlock.domain.terms.term import Group, Term

GROUP = Group(
    "heroes",
    "Heroes",
    (
        Term(
            "hero-rank",
            "Ranks",
            "The average rank of the hero’s side in each match.",
            "A match does not say each player’s own rank. Matches without an average rank count "
            "under all ranks only.",
        ),
        Term(
            "hero-counted",
            "Matches that count",
            "Matches by the usual rules, found by the matchmaker and fetched from the archive.",
            "Street Brawl, private lobbies, bots, generated samples and files that readers brought "
            "are left out. New matches are gathered every ten minutes; each counts once.",
        ),
        Term(
            "hero-won",
            "Won",
            "Matches won as a share of those that somebody won.",
            "Of a hero, each time it was played counts once. Below 20 decided the share is grey. "
            "On a player’s page samples, and matches that only a reader’s file tells, are listed "
            "and count in no share, mean or record.",
            "%",
        ),
        Term(
            "interval",
            "95 % interval",
            "Where the true share lies with 95 % confidence, seen from so many matches.",
            "Wilson’s score interval (1927): wide where there are few. Below 20 decided matches "
            "the share is grey; read the interval instead.",
            "%",
        ),
        Term(
            "hero-median",
            "Median",
            "The middle value: half of the times the hero was played gave more, half less.",
            "The middle half runs from the value a quarter lie below to the one a quarter lie "
            "above.",
        ),
        Term(
            "hero-among",
            "Among all heroes",
            "The share of everybody’s values, whatever the hero, that lie below.",
            "50 % is what is usual over all heroes. Worked out once an hour.",
            "%",
        ),
        Term(
            "hero-item-share",
            "Bought",
            "In how many of the hero’s matches the item was bought at all.",
            "An item bought twice in a match counts once, at the first time.",
            "%",
        ),
        Term(
            "hero-item-time",
            "Median time",
            "The middle of the seconds at which the item was first bought.",
            "Only matches in which it was bought; half of those purchases lie between the two "
            "times beside it.",
            "m:ss",
        ),
        Term(
            "hero-item-won",
            "Won with it",
            "The share of matches won by those who bought the item.",
            "It does not say that the item won them: dear items are bought by those ahead.",
            "%",
        ),
        Term(
            "hero-phase",
            "Phase",
            "Laning to 9:00, the middle to 20:00, and what comes after.",
            "Whole seconds of match time; nothing of the kind is written in a match, so the "
            "borders are ours.",
        ),
        Term(
            "hero-against",
            "Against",
            "The share won in matches with that hero on the other side.",
            "Best is by the low end of the interval and worst by the high end, so that a hero met "
            "once is neither.",
            "%",
        ),
    ),
)
