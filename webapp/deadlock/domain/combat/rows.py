"""The whole damage matrix as rows, one for each amount between two samples."""

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.deadlock.domain.analysis.damage import Damage


@dataclass(frozen=True, slots=True)
class DamageRow:
    """Figure, engine's source, dealer and target (slots, 0 is no player), seconds, amount."""

    stat: str
    source: str
    dealer: int
    target: int
    from_s: int
    to_s: int
    amount: int


def damage_rows(damage: Damage) -> list[DamageRow]:
    """Give every amount that is not 0, those that sum up others too."""
    return list(_rows(damage))


def _rows(damage: Damage) -> Iterator[DamageRow]:
    samples = len(damage.samples_s)
    starts = (0, *damage.samples_s)
    for place, amount in enumerate(damage.gained):
        if not amount:
            continue
        row, sample = divmod(place, samples)
        source = damage.source[row]
        yield DamageRow(
            damage.stats[source],
            damage.sources[source],
            damage.dealer[row],
            damage.target[row],
            starts[sample],
            damage.samples_s[sample],
            amount,
        )
