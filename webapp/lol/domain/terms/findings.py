"""The words of findings, and of games that went alike."""

from typing import Final

from webapp.lol.domain.terms.term import Group, Term
from webapp.matchplay.terms import Term as AnyTerm

_SHARED: Final = {
    "thrown-turn": "turn",
    "no-set-up": "objective",
    "participation-more": "participation",
    "participation-less": "participation",
}
"""Rules told by the term of another."""

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
            "Worth of a finding",
            "How much the win chance would have differed without it, times how sure the rule is.",
            "The state of the last frame before it, with and without the kill, gold, tower, Baron "
            "and so on in question, through the win chance model. What it gives no weight, as the "
            "Rift Herald, Atakhan and, in the first model, drakes, and what is worth less than "
            "half a point is told by its gold instead (about 300 for a drake or Herald, 1,000 for "
            "Atakhan) and stands behind what has points. A death before an objective, gold in hand "
            "and a lead or turn count half, a fight four fifths, taking part three tenths, vision "
            "a tenth. Where the model knows no such game, gold decides.",
            "points",
        ),
        Term(
            "finding-turn",
            "Finding: the largest turn",
            "The five minutes or less that moved the win chance most, from ten points on.",
            "A side that went from 60 % or more to below even is said to have thrown a lead. The "
            "end of the game itself is left out.",
        ),
        Term(
            "finding-thrown",
            "Finding: a lead lost",
            "The largest gold lead the losing side had, from 3,000 on.",
        ),
        Term(
            "finding-fight",
            "Finding: a fight won",
            "A fight won by two kills or more, with what the winners took within 60 s.",
        ),
        Term(
            "finding-objective",
            "Finding: a large monster",
            "A drake, Rift Herald, Baron, Elder or Atakhan taken, with the wards of both sides "
            "within a minute of it.",
            "It says so where the other side placed and cleared none.",
        ),
        Term(
            "finding-vision",
            "Finding: vision given up",
            "A phase in which a player placed and cleared five wards fewer than the opponent, two "
            "thirds of theirs at most, and the other side took large monsters.",
        ),
        Term(
            "finding-late-recall",
            "Finding: a late recall",
            "A player’s longest stretch with 1,500 gold or more in hand between 1:30 and 14:00.",
            "At two frames in a row or more, so for a minute at least. On Summoner’s Rift alone.",
        ),
        Term(
            "finding-idle-gold",
            "Finding: idle gold",
            "A player’s longest stretch with 2,500 gold or more in hand after 14:00.",
            "At two frames in a row or more; the last two minutes are left out. On Summoner’s "
            "Rift alone.",
        ),
        Term(
            "finding-lane",
            "Finding: a lane ahead",
            "A player ahead of the same role at 14:00, else at 10:00, by 600 gold or by 15 CS.",
        ),
        Term(
            "finding-death-objective",
            "Finding: a death before an objective",
            "A death after which the other side took a building or a monster within a minute.",
        ),
        Term(
            "finding-death-bounty",
            "Finding: a death with a bounty",
            "A death whose bounty paid 300 gold or more.",
        ),
        Term(
            "finding-death-alone",
            "Finding: one on one",
            "A kill nobody helped with.",
        ),
        Term(
            "finding-participation",
            "Finding: taking part",
            "A hand in far more or far fewer of the side’s kills than is usual for the role.",
            "0.8 deviations or more from it: about one player in five on each end.",
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

_BY_KEY: Final = {term.key: term for term in GROUP.terms}


def term_of_rule(rule: str) -> AnyTerm:
    """Give the term that says what a rule looks for."""
    return _BY_KEY[f"finding-{_SHARED.get(rule, rule)}"]
