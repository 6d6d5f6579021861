"""The economy's words."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "economy",
    "Economy",
    (
        Term(
            "gold-frame",
            "At a frame",
            "Gold, experience and minions are known about once a minute and at the end.",
            "A chosen second shows the last frame before it, a span the difference between two.",
        ),
        Term(
            "gold-in-hand",
            "In hand",
            "Gold a player holds and has not spent.",
        ),
        Term(
            "gold-idle",
            "Idle gold",
            "How much gold a player held on average.",
            "The mean of the gold in hand at every frame after 1:30, whatever is chosen above.",
            "gold",
        ),
        Term(
            "shop-visit",
            "Shop visit",
            "Purchases that follow each other within 30 seconds.",
            "What was undone was never bought. A visit stands for a recall or a death: the "
            "timeline does not say which.",
        ),
        Term(
            "bounty-gold",
            "Bounties",
            "Gold from ending enemies’ streaks, as the game itself counts it.",
            "What the rest of the gold came from is not told. Kill events carry a bounty whose "
            "meaning changed from patch to patch, so nothing is made of it.",
            "gold",
        ),
    ),
)
