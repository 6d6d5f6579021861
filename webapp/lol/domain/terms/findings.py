"""The words of findings, and of games that went alike."""

from webapp.lol.domain.terms.term import Group, Term

GROUP = Group(
    "findings",
    "Findings",
    (
        Term(
            "finding",
            "Finding",
            "A sentence about something recorded in this match that weighed much, good or bad.",
            "Rules look for the largest turn, a lead that was thrown, fights won by two kills, "
            "epic monsters and who had set nothing up for them, deaths before an objective, with "
            "a bounty or one on one, lanes ahead at 14:00, late recalls, idle gold, vision given "
            "up in a phase, and taking part in kills. At most five are told, the weightiest "
            "first, none about the same 90 s twice. For one player what is shared with others "
            "weighs its share, and what worked is told as well as what did not. A finding says "
            "what came after what; it never says what an item did.",
        ),
        Term(
            "finding-worth",
            "Worth",
            "How much the win chance would have differed without it, times how sure the rule is.",
            "The state of the last frame before it, with and without the kill, gold, tower, Baron "
            "and so on in question, through the win chance model. The model gives drakes and the "
            "dragon soul hardly any weight yet. A death before an objective, gold in hand and a "
            "lead or turn count half, a fight four fifths, taking part three tenths, vision a "
            "tenth. Where the model knows no such game, gold decides.",
            "points",
        ),
        Term(
            "finding-role",
            "Against the role",
            "How many games kept here with the same role this player did better in than.",
            "The newest 5,000 fetched games on Summoner’s Rift, this one left out, all queues "
            "together: of all ranks, and of those only whose tier, as last seen here, is the "
            "player’s own. A rank is known of those who were looked up. Half of equal figures "
            "count as below. With fewer than 30 games read it as a rough guide.",
            "%",
        ),
        Term(
            "alike-match",
            "Games like this one",
            "Games kept here whose gold lead went the most alike, minute by minute.",
            "The lead of the side that won at 1:00 to 30:00; after the end the last lead stays. "
            "With a fixed 3,000 beside them, so that a close game is not like a rout of the same "
            "shape, the closest by cosine. Samples, remakes, aborted games and those under 10:00 "
            "are left out.",
        ),
        Term(
            "alike-player",
            "Plays like this one",
            "Players of the same role, in games kept here, whose figures were the most alike.",
            "Eighteen figures, each in deviations from what is usual for the role and cut at "
            "three: lead in gold, experience and CS over the opponent at 14:00, kill "
            "participation, share of damage dealt and taken, control, help, gold, CS, damage to "
            "objectives, turrets, epic monsters, vision, control wards, wards cleared, deaths, "
            "time dead. What is not recorded counts as usual. The closest by cosine.",
        ),
    ),
)
