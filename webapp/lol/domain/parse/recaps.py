"""The damage before a death, line by line."""

from collections.abc import Iterable

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse import words
from webapp.lol.domain.parse.numbers import whole


def recap(
    found: Iterable[wire.Damage | None] | None, slots: frozenset[int]
) -> tuple[records.Hit, ...] | None:
    """Read a recap, None where the event has none."""
    if found is None:
        return None
    return tuple(_hit(one, slots) for one in found if one is not None)


def _hit(one: wire.Damage, slots: frozenset[int]) -> records.Hit:
    slot = whole(one.participant_id)
    source = words.source(one.type)
    return records.Hit(
        slot=slot if slot in slots and source == "champion" else None,
        source=source,
        name=one.name or "",
        spell=one.spell_name or "",
        spell_slot=whole(one.spell_slot),
        basic=bool(one.basic),
        physical=whole(one.physical_damage) or 0,
        magic=whole(one.magic_damage) or 0,
        true=whole(one.true_damage) or 0,
    )
