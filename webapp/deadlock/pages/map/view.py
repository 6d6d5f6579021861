"""The map part of a match page, put together for the template from one decoded paths file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.core.bounded import Bounded
from webapp.core.holding import of_room
from webapp.deadlock.domain.ground import CELLS, Ground, ground_of, lane_path
from webapp.deadlock.domain.lanes import RADIUS, UNITS_PER_METRE
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.records import Paths
from webapp.deadlock.pages.demo import DemoHeightsView, HeightsBySlot
from webapp.deadlock.pages.map.choice import TRAILS_S, Choice
from webapp.deadlock.pages.map.close_up import close_up
from webapp.deadlock.pages.map.heat import HEAT_CELLS, Warmth, heat_sentence, heat_side, warmth
from webapp.deadlock.pages.map.links import Link, follow_links, heat_links, trail_links
from webapp.deadlock.pages.map.scene import Now, Scene, scene_of
from webapp.deadlock.pages.map.story import Event, around, events_of, heading
from webapp.deadlock.pages.map.table import SideRows, sides_of, souls_before
from webapp.deadlock.pages.map.window import Frame, lane_names
from webapp.matchplay.charts import clock

_FOLLOWED_WIDTH = 4600.0
_CLOSE_TRAIL_S = 12
_grounds: Bounded[int, tuple[Paths, Ground]] = of_room("deadlock", Bounded(16))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one second shows and another does not."""

    heading: str
    scene: Scene
    close: Scene | None
    sides: tuple[SideRows, SideRows]
    souls_clock: str | None


@dataclass(frozen=True, slots=True)
class MapView:
    """The moment as a reader sees it, with or without script."""

    at: int
    clock: str
    duration_s: int
    heading: str
    paths_url: str
    scene: Scene
    close: Scene | None
    close_width_m: int
    ground: Ground
    ground_cells: int
    lanes: str
    lane_names: tuple[tuple[str, float, float], ...]
    sides: tuple[SideRows, ...]
    souls_clock: str | None
    events: tuple[Event, ...]
    event_count: int
    trails: tuple[Link, ...]
    trail_s: int
    follows: tuple[Link, ...]
    followed: str | None
    heats: tuple[Link, ...]
    heat: tuple[Warmth, ...]
    heat_side: str | None
    heat_cell: float
    span: tuple[int, int]
    follow: int | None
    heat_sentence: str | None
    before_href: str | None
    back_href: str
    on_href: str
    after_href: str | None
    demo: DemoHeightsView | None

    def follow_href(self, slot: int) -> str:
        """Link to the camera on one player."""
        return next(one.href for one in self.follows if one.value == str(slot))


def map_view(  # noqa: PLR0913 - each is one thing a reader can choose
    replay: Replay,
    at: int,
    *,
    paths_url: str = "",
    trail_s: int = 30,
    follow: int | None = None,
    span: tuple[int, int] | None = None,
    heat: str | None = None,
    names: Mapping[int, str] | None = None,
    heights: HeightsBySlot | None = None,
    demo: DemoHeightsView | None = None,
) -> MapView:
    """Draw one moment of a match; anything out of range falls back to what there is.

    `heat` is "a", "b", "all" or a slot; `names` replaces the names stored with the positions.
    """
    header = replay.header
    choice = sound(replay, Choice(at, trail_s, follow, span, heat))
    called = {one.slot: one.name for one in header.players} | dict(names or {})
    now = Now(replay=replay, at=choice.at, names=called, heights=heights or {})
    events = events_of(now, choice)
    seen = seen_at(now, choice, events)
    return MapView(
        at=choice.at,
        clock=clock(choice.at),
        duration_s=header.duration_s,
        heading=seen.heading,
        paths_url=paths_url,
        scene=seen.scene,
        close=seen.close,
        close_width_m=round(_FOLLOWED_WIDTH / UNITS_PER_METRE),
        ground=_ground(replay.paths),
        ground_cells=CELLS,
        lanes=lane_path(header.lanes),
        lane_names=lane_names(header.lanes),
        sides=seen.sides,
        souls_clock=seen.souls_clock,
        events=around(events, choice.at),
        event_count=len(events),
        trails=trail_links(choice),
        trail_s=choice.trail_s,
        follows=follow_links(now, choice),
        followed=called.get(choice.follow) if choice.follow is not None else None,
        heats=heat_links(now, choice),
        heat=warmth(replay, choice),
        heat_side=heat_side(replay, choice.heat),
        heat_cell=round(2 * RADIUS / HEAT_CELLS, 3),
        span=choice.span or (0, header.duration_s),
        follow=choice.follow,
        heat_sentence=heat_sentence(now, choice),
        before_href=_jump(choice, max((e.at for e in events if e.at < choice.at), default=None)),
        back_href=choice.moved(max(0, choice.at - 10)),
        on_href=choice.moved(min(header.duration_s, choice.at + 10)),
        after_href=_jump(
            choice, min((one.at for one in events if one.at > choice.at), default=None)
        ),
        demo=demo,
    )


def seen_at(now: Now, choice: Choice, events: Sequence[Event]) -> Seen:
    """Draw and tell one second."""
    close = close_up(now) if choice.follow is None else None
    sampled, title = souls_before(now), f"Positions at {clock(now.at)}"
    return Seen(
        heading=heading(now, events),
        scene=scene_of(now, _frame(now, choice), trail_s=choice.trail_s, title=title),
        close=_close(now, close, title),
        sides=sides_of(now),
        souls_clock=clock(sampled.at) if sampled else None,
    )


def _ground(paths: Paths) -> Ground:
    """Draw the ground once for positions that are held; they lie beside it, so ids stay theirs."""
    held = _grounds.get(id(paths))
    if held:
        return held[1]
    drawn = ground_of(paths)
    _grounds.put(id(paths), (paths, drawn))
    return drawn


def sound(replay: Replay, asked: Choice) -> Choice:
    """Bring a choice into what there is of a match."""
    header = replay.header
    slots = {player.slot for player in header.players}
    whose = asked.heat if asked.heat in {"a", "b", "all", *map(str, slots)} else None
    first, last = sorted(asked.span or (0, header.duration_s))
    first, last = max(0, first), min(header.duration_s, last)
    return Choice(
        at=min(max(0, asked.at), header.duration_s),
        trail_s=asked.trail_s if asked.trail_s in TRAILS_S else TRAILS_S[1],
        follow=asked.follow if asked.follow in slots else None,
        span=(first, last) if whose and first < last else None,
        heat=whose if first < last else None,
    )


def _frame(now: Now, choice: Choice) -> Frame:
    for row, player in enumerate(now.replay.header.players):
        if player.slot == choice.follow:
            x, y = now.where(row)
            return Frame(x=round(x), y=round(y), width=_FOLLOWED_WIDTH)
    return Frame()


def _jump(choice: Choice, at: int | None) -> str | None:
    return None if at is None else choice.moved(at)


def _close(now: Now, frame: Frame | None, title: str) -> Scene | None:
    title = f"{title}, enlarged"
    return scene_of(now, frame, trail_s=_CLOSE_TRAIL_S, title=title) if frame else None
