"""Published builds beside what was bought and learnt, as flat rows, for CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webapp.deadlock.domain.published import AdviceGroup, Followed, Published
from webapp.deadlock.domain.shop import Bought
from webapp.deadlock.pages.builds.csv_rows import chosen_shelves
from webapp.deadlock.pages.builds.published import followed_by
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.builds import load_builds
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One item of a build, bought or not, or one bought besides: that has no `listed`."""

    slot: int
    hero_id: int
    build_id: int
    version: int
    listed: str | None
    optional: bool | None
    item_id: int
    item: str
    number: int | None
    at_s: int | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a build's skill order, and the ability taken at it if any was."""

    slot: int
    hero_id: int
    build_id: int
    version: int
    number: int
    ability_id: int
    ability: str
    taken_id: int | None
    taken: str | None


def advice_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[AdviceRow]:
    """Give every item of the builds kept, and what was bought besides: of all, or the chosen."""
    return [
        row
        for shelf, build, followed in _compared(loaded, moment, query)
        for row in (*_listed(loaded, shelf, build, followed), *_besides(shelf, build, followed))
    ]


def step_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[StepRow]:
    """Give every step of the builds' skill orders: everybody's, or the chosen player's."""
    names = loaded.names
    return [
        StepRow(
            slot=shelf.slot,
            hero_id=shelf.hero_id,
            build_id=build.build_id,
            version=build.version,
            number=number,
            ability_id=said,
            ability=names.item(said).name,
            taken_id=did,
            taken=None if did is None else names.item(did).name,
        )
        for shelf, build, followed in _compared(loaded, moment, query)
        for number, (said, did) in enumerate(followed.skills, start=1)
    ]


def _compared(
    loaded: Sources, moment: Moment, query: Mapping[str, str]
) -> Iterator[tuple[Shelf, Published, Followed]]:
    """Give who began with a build that is kept, the build, and how it was followed."""
    named = dict(loaded.slices["builds"].published)
    kept = load_builds(loaded.row.match_id) if named else {}
    for shelf in chosen_shelves(loaded, query):
        found = kept.get(named.get(shelf.slot, -1))
        if found and found.published:
            yield shelf, found.published, followed_by(found.published, shelf, moment)


def _listed(
    loaded: Sources, shelf: Shelf, build: Published, followed: Followed
) -> Iterator[AdviceRow]:
    for group in followed.groups:
        for one in group.items:
            name = loaded.names.item(one.item_id).name
            yield _row(shelf, build, group, one.bought, item_id=one.item_id, item=name)


def _besides(shelf: Shelf, build: Published, followed: Followed) -> Iterator[AdviceRow]:
    for one in followed.off:
        yield _row(shelf, build, None, one, item_id=one.item_id, item=one.name)


def _row(  # noqa: PLR0913 - who, which build, which list of it, what, when
    shelf: Shelf,
    build: Published,
    group: AdviceGroup | None,
    bought: Bought | None,
    *,
    item_id: int,
    item: str,
) -> AdviceRow:
    return AdviceRow(
        slot=shelf.slot,
        hero_id=shelf.hero_id,
        build_id=build.build_id,
        version=build.version,
        listed=group.name if group else None,
        optional=group.optional if group else None,
        item_id=item_id,
        item=item,
        number=bought.number if bought else None,
        at_s=bought.at_s if bought else None,
    )
