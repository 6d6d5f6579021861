"""The chosen player's build beside the one they had chosen before the match, or why it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.published import AdviceGroup, Followed, Published, follow
from webapp.deadlock.pages.builds.rows import bought_by, learnt_by
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.builds import KeptBuild
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One item of the build: when it was bought, and as which; empty when it never was."""

    name: str
    number: int | None
    at_s: int | None
    clock: str


@dataclass(frozen=True, slots=True)
class AdviceList:
    """One list of the build, in its author's words."""

    name: str
    optional: bool
    said: str
    lines: tuple[AdviceLine, ...]


@dataclass(frozen=True, slots=True)
class SkillPair:
    """One step of the build's skill order and what was taken instead; empty when alike."""

    number: int
    said: str
    took: str
    alike: bool


@dataclass(frozen=True, slots=True)
class PublishedView:
    """What the page says of the published build. `state` is "kept", "absent" or "unasked"."""

    build_id: int
    state: str
    name: str
    version: int | None
    updated_at: datetime | None
    later: bool
    asked_at: datetime | None
    core: int
    taken: int
    in_order: int
    lists: tuple[AdviceList, ...]
    off: tuple[AdviceLine, ...]
    skills: tuple[SkillPair, ...]
    skills_agreed: int
    other_hero: bool


def published_view(
    loaded: Sources, shelf: Shelf, kept: Mapping[int, KeptBuild], moment: Moment
) -> PublishedView | None:
    """Compare with the published build what was done by then; None when the match names none."""
    build_id = dict(loaded.slices["builds"].published).get(shelf.slot)
    if build_id is None:
        return None
    found = kept.get(build_id)
    if found is None or found.published is None:
        return _nothing(build_id, found)
    build = found.published
    return _view(loaded, shelf, build, followed_by(build, shelf, moment), found.asked_at)


def followed_by(build: Published, shelf: Shelf, moment: Moment) -> Followed:
    """Compare a build with a player's; with a moment as far as then, with a span within it."""
    return follow(build, bought_by(shelf, moment), learnt_by(shelf, moment))


def _nothing(build_id: int, found: KeptBuild | None) -> PublishedView:
    return PublishedView(
        build_id=build_id,
        state="absent" if found else "unasked",
        name=f"Build {build_id}",
        version=None,
        updated_at=None,
        later=False,
        asked_at=found.asked_at if found else None,
        core=0,
        taken=0,
        in_order=0,
        lists=(),
        off=(),
        skills=(),
        skills_agreed=0,
        other_hero=False,
    )


def _view(
    loaded: Sources, shelf: Shelf, build: Published, followed: Followed, asked_at: datetime
) -> PublishedView:
    names, updated = loaded.names, _moment(build.updated_at_s)
    return PublishedView(
        build_id=build.build_id,
        state="kept",
        name=build.name,
        version=build.version,
        updated_at=updated,
        later=bool(updated and updated > loaded.row.started_at),
        asked_at=asked_at,
        core=followed.core,
        taken=followed.taken,
        in_order=followed.in_order,
        lists=tuple(_list(group, names) for group in followed.groups),
        off=tuple(AdviceLine(o.name, o.number, o.at_s, clock(o.at_s)) for o in followed.off),
        skills=tuple(_pairs(followed, names)),
        skills_agreed=followed.skills_agreed,
        other_hero=build.hero_id != shelf.hero_id,
    )


def _moment(seconds: int | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (OverflowError, OSError, ValueError):
        return None


def _list(group: AdviceGroup, names: Catalogue) -> AdviceList:
    lines = tuple(
        AdviceLine(
            name=names.item(one.item_id).name,
            number=one.bought.number if one.bought else None,
            at_s=one.bought.at_s if one.bought else None,
            clock=clock(one.bought.at_s) if one.bought else "",
        )
        for one in group.items
    )
    bought = sum(line.at_s is not None for line in lines)
    return AdviceList(group.name, group.optional, f"{bought} of {len(lines)}", lines)


def _pairs(followed: Followed, names: Catalogue) -> list[SkillPair]:
    return [
        SkillPair(
            number=number,
            said=names.item(said).name,
            took="" if did is None else names.item(did).name,
            alike=said == did,
        )
        for number, (said, did) in enumerate(followed.skills, start=1)
    ]
