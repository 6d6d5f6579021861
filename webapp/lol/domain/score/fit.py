"""Making a reference out of matches.

Means and deviations are those of each role. The weights of the parts are fitted on pairs of
opponents: which of the two won, by the difference of their parts. They are pulled towards equal
weights as long as there are few games.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.laning import laning_of
from webapp.lol.domain.parse.words import ROLES
from webapp.lol.domain.records import Match
from webapp.lol.domain.score.figures import FIGURES, PARTS, figures_of
from webapp.lol.domain.score.measure import deviations, standing
from webapp.lol.domain.score.reference import Reference, RoleReference, Usual
from webapp.matchplay.winning.fit import fit_weights

_PULL_TO_EQUAL: Final = 200
"""So many pairs of opponents count as much as the belief that all parts weigh the same."""
_FEW: Final = 2

_Seen = dict[str, float | None]


def fit_reference(matches: Iterable[Match], version: str) -> Reference:
    """Make a reference of all matches with two sides, roles and a winner who won."""
    used = [one for one in matches if one.mode == modes.RIFT and _is_decided(one)]
    seen = [(match, _figures(match)) for match in used]
    roles = tuple(
        RoleReference(role, _usual(role, [one for _, found in seen for one in found[role]]))
        for role in ROLES
    )
    made = Reference(version, len(used), 0, tuple((part, 1 / len(PARTS)) for part in PARTS), roles)
    pairs, won = _pairs(made, seen)
    weights = _weights(pairs, won, len(used))
    return Reference(version, len(used), len(pairs), weights, roles)


def _is_decided(match: Match) -> bool:
    return match.winner is not None and match.ending not in modes.UNDECIDED


def _figures(match: Match) -> dict[str, list[_Seen]]:
    """Give the figures by role, those of side a first."""
    laning = laning_of(match)
    found: dict[str, list[_Seen]] = {role: [] for role in ROLES}
    for player in sorted(match.players, key=lambda one: (one.side or "", one.slot)):
        if player.role is not None and player.side is not None:
            found[player.role].append(figures_of(player, match, laning))
    return found


def _usual(role: str, found: Sequence[_Seen]) -> tuple[Usual, ...]:
    names = [name for part in FIGURES[role].values() for name in part]
    made = []
    for name in names:
        values = [value for one in found if (value := one[name]) is not None]
        if len(values) >= _FEW:
            made.append(Usual(name, *_spread(values), len(values)))
    return tuple(made)


def _spread(values: Sequence[float]) -> tuple[float, float]:
    return round(float(np.mean(values)), 4), round(float(np.std(values, ddof=1)), 4)


def _pairs(
    made: Reference, seen: Sequence[tuple[Match, dict[str, list[_Seen]]]]
) -> tuple[list[list[float]], list[bool]]:
    """Give the difference of both opponents' parts, a minus b, and whether side a won."""
    pairs: list[list[float]] = []
    won: list[bool] = []
    for match, found in seen:
        for role in ROLES:
            usual = made.role(role)
            if len(found[role]) == _FEW and usual is not None:
                a, b = (parts_of(one, role, usual) for one in found[role])
                pairs.append([(a[part] or 0.0) - (b[part] or 0.0) for part in PARTS])
                won.append(match.winner == "a")
    return pairs, won


def parts_of(figures: _Seen, role: str, usual: RoleReference) -> dict[str, float | None]:
    """Give each part of one player between -1 and 1, None where nothing of it is known."""
    return {
        part: standing(deviations(figures, FIGURES[role][part], usual), FIGURES[role][part])
        for part in PARTS
    }


def _weights(
    pairs: Sequence[Sequence[float]], won: Sequence[bool], matches: int
) -> tuple[tuple[str, float], ...]:
    equal = 1 / len(PARTS)
    found = fit_weights(np.array(pairs), np.array(won), matches) if pairs else (0.0,) * len(PARTS)
    whole = sum(found)
    told = len(pairs) / (len(pairs) + _PULL_TO_EQUAL) if whole else 0.0
    mixed = [told * (one / whole if whole else 0.0) + (1 - told) * equal for one in found]
    rounded = [round(one, 4) for one in mixed[:-1]]
    return tuple(zip(PARTS, (*rounded, round(1 - sum(rounded), 4)), strict=True))
