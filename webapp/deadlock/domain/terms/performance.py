"""The words of aim, range, time and movement."""

from webapp.deadlock.domain.terms.term import Group, Term

_COUNTED = "The game’s own counter, read at each snapshot. "
_ALIVE = "Seconds of health above 0 in the match’s positions, one a second. "

GROUP = Group(
    "performance",
    "Performance",
    (
        Term("perf-soul-share", "Share of souls", "Own net worth as a share of the side’s.",
             "At the end, by the scoreboard; over a chosen stretch, of what was gained between "
             "its samples.", "%"),
        Term("perf-damage-share", "Share of damage", "Own damage to heroes, of the side’s.",
             "By everybody’s last snapshot; over a chosen stretch, between its samples.", "%"),
        Term("perf-at-9", "At 9:00", "What stood at 9:00, when the game takes a snapshot.",
             "Not known in a match that ended sooner."),
        Term("perf-melee", "Melee damage", "Damage to heroes by light and heavy blows.",
             "The damage matrix, sources of melee."),
        Term("perf-parry", "Parry", "A melee blow of an enemy turned away.",
             f"{_COUNTED}A missed parry met no blow."),
        Term("perf-shots", "Shots", "Bullets fired at enemy heroes.",
             f"{_COUNTED}Shots at troopers and buildings are left out."),
        Term("perf-accuracy", "Hit rate on heroes", "Bullets that hit a hero, of those fired at "
             "one.", "Enemy hero accuracy: hits / shots.", "%"),
        Term("perf-headshots", "Headshot rate", "Headshots, of the bullets that hit a hero.",
             "Enemy hero accuracy: headshots / hits.", "%"),
        Term("perf-accuracy-all", "Hit rate on everything", "Bullets that hit anything at all.",
             "Shots hit / (hit + missed), troopers and buildings included.", "%"),
        Term("perf-accuracy-against", "Enemy hit rate", "Enemy bullets that hit this player, of "
             "those fired at them.", "Enemy hero accuracy, incoming: hits / shots.", "%"),
        Term("perf-range", "Range", "How far away damage was dealt or taken.",
             f"{_COUNTED}Damage by steps of 10 m, then to 75 m, 100 m and beyond; guns and "
             "abilities apart. A single distance is not recorded, so there is no mean."),
        Term("perf-falloff", "Falloff", "A bullet loses damage with distance: not at all, partly, "
             "or as far as it can.", f"{_COUNTED}Share of the hits on heroes with no loss.", "%"),
        Term("perf-alive", "Alive", "Time with health above 0, of the match.", _ALIVE, "%"),
        Term("perf-combat", "In combat", "Time the game counts as fighting players.",
             "The paths say for each second whether a player fights players, troopers, neutrals "
             "or nobody. Share of seconds alive; not recorded before 2025.", "%"),
        Term("perf-region", "Part of the map", "Where the time alive was spent.",
             "A base: more than 5,600 units towards it from the middle and less than that to "
             "either side. A lane: within 1,000 units (25 m) of its course; its middle lies "
             "within 650 units of the halfway line. All else is off the lanes. The parts add up "
             "to the time alive.", "%"),
        Term("perf-half", "Enemy half", "Time alive beyond the halfway line.",
             "Wherever that was: lane, off the lanes or base.", "%"),
        Term("perf-distance", "Distance on foot", "How far the player walked, slid and dashed.",
             "The steps from second to second while alive. Rides on the zip line, respawns and "
             "teleports (2,500 units or more in a second) are left out; 39.37 units are a metre.",
             "m"),
        Term("perf-speed", "Mean speed on foot", "Distance on foot over the seconds it was "
             "measured in.", "Standing still counts; rides and death do not.", "m / s"),
        Term("perf-still", "Standing still", "Seconds with a step under 40 units (1 m).",
             "Share of the seconds with a measured step.", "%"),
        Term("perf-kinds", "Kind of movement", "How the player moved, second by second.",
             "The paths name one kind for each second; the kinds add up to the time alive. "
             "Not recorded before 2025.", "%"),
        Term("perf-dashes", "Dashes", "Dashes begun, on the ground and in the air.",
             "Counted when a second of dashing follows one of another kind, so two dashes within "
             "a second count once.", "/ min alive"),
        Term("perf-accolade", "Accolade", "An award the game gives for a figure of this match.",
             "Its stars are thresholds passed, up to three. Recorded since 2026."),
        Term("perf-benchmark", "Benchmark", "Where a figure stands among matches stored here.",
             "The share of stored matches of the same hero that lie below, with how many there "
             "are. Fewer than 20 say too little for a place. Generated samples are left out."),
        Term("perf-archive", "deadlock-api", "The same figure over the archive’s own matches.",
             "Its statistics of ranked and unranked matches of the last 30 days, by hero; its "
             "quantiles may be off by one per cent."),
    ),
)  # fmt: skip
