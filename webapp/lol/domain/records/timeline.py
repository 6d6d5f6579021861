"""The second body of a match: its frames and its events."""

import msgspec

from webapp.lol.domain.records.events import (
    BuildingKill,
    FeatUpdate,
    GameEnd,
    ItemEvent,
    Kill,
    LevelUp,
    MonsterKill,
    ObjectiveBounty,
    Pause,
    PlateKill,
    SkillUp,
    Soul,
    SpecialKill,
    Transform,
    WardEvent,
)
from webapp.lol.domain.records.frames import Frames


class Timeline(msgspec.Struct, frozen=True):
    """Every list is in the order of time.

    `has_events` is False for a timeline that was cut down to its frames: its lists are empty
    because nothing was recorded, not because nothing happened. `unknown` counts event types that
    are new to us, by name.
    """

    frames: Frames
    has_events: bool
    kills: tuple[Kill, ...] = ()
    special_kills: tuple[SpecialKill, ...] = ()
    monsters: tuple[MonsterKill, ...] = ()
    souls: tuple[Soul, ...] = ()
    buildings: tuple[BuildingKill, ...] = ()
    plates: tuple[PlateKill, ...] = ()
    bounties: tuple[ObjectiveBounty, ...] = ()
    feats: tuple[FeatUpdate, ...] = ()
    items: tuple[ItemEvent, ...] = ()
    skills: tuple[SkillUp, ...] = ()
    levels: tuple[LevelUp, ...] = ()
    wards: tuple[WardEvent, ...] = ()
    transforms: tuple[Transform, ...] = ()
    pauses: tuple[Pause, ...] = ()
    end: GameEnd | None = None
    unknown: tuple[tuple[str, int], ...] = ()
