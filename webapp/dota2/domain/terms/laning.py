"""The words of the laning phase."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "laning",
    "Laning",
    (
        Term(
            "lane-verdict",
            "Lane verdict",
            "Who was ahead in the lane, in gold of the players who stood there.",
            "Gold earned by the lane’s players, each side’s added up. A lane is even while the "
            "sides are no more than 5 % of all its gold apart. The margin is the difference over "
            "all the lane’s gold. Two against one earn more together: read the players too.",
            "gold",
        ),
        Term(
            "lane-place",
            "Lane",
            "Where the hero stood most in the first ten minutes.",
            "Positions the replay counts, on OpenDota’s map of lanes: the diagonal is the middle, "
            "the outer edges the side lanes, the rest the jungles. Below 45 % of the time in one "
            "place the hero roamed, and counts in no lane’s verdict.",
        ),
        Term(
            "lane-role",
            "Role",
            "Safe lane, middle lane, off lane or jungle.",
            "Radiant’s safe lane is the bottom one, Dire’s the top one.",
        ),
        Term(
            "lane-efficiency",
            "Lane efficiency",
            "Gold at 10:00, of what a hero alone in a lane could have had.",
            "Gold earned over 4,948: passive and starting gold, all last hits of ten waves and "
            "their siege creeps. OpenDota’s figure by today’s rule; it used other sums for older "
            "matches. Not known without a parsed replay or in a match that ended sooner.",
            "%",
        ),
        Term(
            "lane-position",
            "Position",
            "1 to 5, estimated: carry, middle, off lane, two supports.",
            "In each lane the richest at 10:00 is the core. Of the other two, the one in the safe "
            "lane is 5. Left out where a side’s lanes do not have a core each.",
        ),
    ),
)
