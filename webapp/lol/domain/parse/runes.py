"""The rune page of a participant."""

from collections.abc import Iterable

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse.numbers import known, whole


def runes(found: wire.Perks | None) -> records.Runes | None:
    """Read a rune page, None where there is none: Swarm writes one full of zeros."""
    styles = [style for style in (found.styles or () if found else ()) if style is not None]
    primary = _style(styles, "primaryStyle", 0)
    secondary = _style(styles, "subStyle", 1)
    made = records.Runes(
        primary_style=known(primary.style) if primary else None,
        secondary_style=known(secondary.style) if secondary else None,
        primary=_chosen(primary),
        secondary=_chosen(secondary),
        shards=_shards(found),
    )
    return made if made.primary or made.secondary or made.shards else None


def _style(styles: list[wire.Style], description: str, number: int) -> wire.Style | None:
    named = [style for style in styles if style.description == description]
    if named:
        return named[0]
    unnamed = [style for style in styles if not style.description]
    return unnamed[number] if number < len(unnamed) else None


def _chosen(style: wire.Style | None) -> tuple[records.Rune, ...]:
    found = (style.selections or ()) if style else ()
    return tuple(
        records.Rune(rune_id, _figures((one.var1, one.var2, one.var3)))
        for one in found
        if one is not None and (rune_id := known(one.perk))
    )


def _figures(found: Iterable[float | None]) -> tuple[int, ...]:
    return tuple(whole(one) or 0 for one in found)


def _shards(found: wire.Perks | None) -> tuple[int, ...]:
    if found is None or found.stat_perks is None:
        return ()
    shards = found.stat_perks
    return tuple(
        shard for one in (shards.offense, shards.flex, shards.defense) if (shard := known(one))
    )
