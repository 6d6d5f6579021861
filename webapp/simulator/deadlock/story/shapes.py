"""The arcs a match can follow: how long, who leads when, what falls when.

Fractions are of the match. Leads are the later winner's, as a share of what a team is worth.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """One arc; a drawn match jitters around it."""

    minutes: tuple[float, float]
    lead: tuple[tuple[float, float], ...]
    winner_falls: dict[str, tuple[float, ...]]
    loser_falls: dict[str, tuple[float, ...]]
    four_lanes: bool = False
    pauses: tuple[float, ...] = ()
    abandons_at: float | None = None


_STEADY = {
    "tier1": (0.23, 0.30, 0.37),
    "tier2": (0.47, 0.57, 0.66),
    "barracks": (0.71, 0.79, 0.85),
    "shrine": (0.885, 0.915),
    "patron": (0.955,),
}
_LATE = {
    "tier1": (0.30, 0.38, 0.46),
    "tier2": (0.60, 0.68, 0.75),
    "barracks": (0.80, 0.845, 0.885),
    "shrine": (0.915, 0.935),
    "patron": (0.965,),
}
_RUSHED = {
    "tier1": (0.25, 0.29, 0.34),
    "tier2": (0.42, 0.52, 0.60),
    "barracks": (0.68, 0.75, 0.81),
    "shrine": (0.87, 0.90),
    "patron": (0.95,),
}
_RACED = {
    "tier1": (0.20, 0.26, 0.33),
    "tier2": (0.42, 0.52, 0.62),
    "barracks": (0.72, 0.80, 0.88),
    "shrine": (0.92, 0.945),
}

SHAPES = {
    "normal": Shape(
        (28, 38),
        ((0, 0), (0.2, -0.02), (0.4, 0.055), (0.55, 0.025), (0.75, 0.09), (1, 0.16)),
        _STEADY,
        {"tier1": (0.26, 0.36, 0.5), "tier2": (0.62,)},
    ),
    "comeback": Shape(
        (33, 42),
        ((0, 0), (0.2, -0.08), (0.45, -0.16), (0.6, -0.15), (0.78, -0.02), (1, 0.12)),
        _LATE,
        {"tier1": (0.19, 0.24, 0.29), "tier2": (0.37, 0.46, 0.54), "barracks": (0.6,)},
    ),
    "stomp": Shape(
        (20, 25),
        ((0, 0), (0.2, 0.07), (0.45, 0.18), (0.7, 0.27), (1, 0.36)),
        _RUSHED,
        {"tier1": (0.55,)},
    ),
    "base_race": Shape(
        (41, 45),
        ((0, 0), (0.15, 0.05), (0.3, -0.06), (0.5, 0.07), (0.7, -0.09), (0.9, 0.02), (1, 0.04)),
        _LATE,
        _RACED,
    ),
    "four_lanes_old": Shape(
        (27, 34),
        ((0, 0), (0.2, 0.03), (0.35, -0.04), (0.6, 0.07), (1, 0.18)),
        {
            "tier1": (0.23, 0.29, 0.34, 0.39),
            "tier2": (0.47, 0.54, 0.61, 0.67),
            "barracks": (0.71, 0.77, 0.82, 0.86),
            "shrine": (0.885, 0.915),
            "patron": (0.955,),
        },
        {"tier1": (0.3, 0.38, 0.5), "tier2": (0.6,)},
        four_lanes=True,
        pauses=(0.42,),
    ),
    "pause": Shape(
        (29, 36),
        ((0, 0), (0.25, 0.04), (0.5, -0.03), (0.7, 0.04), (1, 0.14)),
        _STEADY,
        {"tier1": (0.24, 0.33, 0.44), "tier2": (0.55, 0.65)},
        pauses=(0.31, 0.74),
    ),
    "abandoned": Shape(
        (24, 30),
        ((0, 0), (0.25, 0.02), (0.5, 0.12), (1, 0.28)),
        _STEADY,
        {"tier1": (0.3, 0.45)},
        abandons_at=0.4,
    ),
    "short": Shape(
        (20, 21),
        ((0, 0), (0.3, 0.1), (0.6, 0.22), (1, 0.33)),
        _RUSHED,
        {"tier1": (0.6,)},
    ),
    "street_brawl": Shape(
        (20, 24),
        ((0, 0), (0.3, 0.08), (0.5, -0.05), (0.7, 0.1), (1, 0.2)),
        _RUSHED,
        {"tier1": (0.4,)},
    ),
}
