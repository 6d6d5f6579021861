"""The lanes' words."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "laning",
    "Laning",
    (
        Term(
            "lane-verdict",
            "Verdict",
            "Who is ahead in gold and experience together; under 2.5 % apart is even.",
            "The mean of two shares: how far gold and experience are apart, each of what both "
            "have. Far ahead is a fifth more of both, the game’s own measure.",
            "%",
        ),
        Term(
            "lane-opponent",
            "Opponent",
            "The player of the same role on the other side.",
            "By the role the match gives each player within its side (teamPosition). Pro games "
            "give none that can be believed; there the order of the seats is the order of roles.",
        ),
        Term(
            "lane-solo",
            "Solo kills",
            "Kills of the opponent nobody else helped with.",
        ),
        Term(
            "lane-plates",
            "Plates broken",
            "Turret plates the player broke.",
            "The game’s own challenge also counts whoever stood by, so it may say more.",
        ),
    ),
)
