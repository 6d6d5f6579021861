"""The map part of a match page, put together for the template from one decoded paths file."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from webapp.deadlock.domain.ground import CELLS, Ground, cell_path, cells_of, ground_of, lane_path
from webapp.deadlock.domain.lanes import RADIUS, UNITS_PER_METRE, lanes_of, x_at
from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.map.choice import TRAILS_S, Choice, clock
from webapp.deadlock.pages.map.scene import Frame, Now, Scene, close_up, scene_of
from webapp.deadlock.pages.map.story import Event, around, events_of, heading
from webapp.deadlock.pages.map.table import SideRows, side_rows, souls_before

_FOLLOWED_WIDTH = 4600.0
_CLOSE_TRAIL_S = 12
_HEAT_CELLS = 68
_TRAIL_WORDS = {0: "off", 30: "30 s", 120: "2 min"}


@dataclass(frozen=True, slots=True)
class Link:
    """One choice among several."""

    word: str
    href: str
    current: bool
    value: str


@dataclass(frozen=True, slots=True)
class Warmth:
    """One step of the heatmap: its opacity and its cells as path data (`heat_cell` units)."""

    step: int
    opacity: float
    cells: str


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
) -> MapView:
    """Draw one moment of a match; anything out of range falls back to what there is.

    `heat` is "a", "b", "all" or a slot; `names` replaces the names stored with the positions.
    """
    header = replay.header
    choice = _sound(replay, Choice(at, trail_s, follow, span, heat))
    called = {one.slot: one.name for one in header.players} | dict(names or {})
    now = Now(replay=replay, at=choice.at, names=called)
    events = events_of(now, choice)
    close = close_up(now) if choice.follow is None else None
    sampled = souls_before(now)
    title = f"Positions at {clock(choice.at)}"
    return MapView(
        at=choice.at,
        clock=clock(choice.at),
        duration_s=header.duration_s,
        heading=heading(now, events),
        paths_url=paths_url,
        scene=scene_of(now, _frame(now, choice), trail_s=choice.trail_s, title=title),
        close=close and scene_of(now, close, trail_s=_CLOSE_TRAIL_S, title=f"{title}, enlarged"),
        close_width_m=round(_FOLLOWED_WIDTH / UNITS_PER_METRE),
        ground=ground_of(replay.paths),
        ground_cells=CELLS,
        lanes=lane_path(header.lanes),
        lane_names=_lane_names(header.lanes),
        sides=(side_rows(now, "a"), side_rows(now, "b")),
        souls_clock=clock(sampled.at) if sampled else None,
        events=around(events, choice.at),
        event_count=len(events),
        trails=_trail_links(choice),
        trail_s=choice.trail_s,
        follows=_follow_links(now, choice),
        followed=called.get(choice.follow) if choice.follow is not None else None,
        heats=_heat_links(now, choice),
        heat=_warmth(replay, choice),
        heat_side=_heat_side(replay, choice.heat),
        heat_cell=round(2 * RADIUS / _HEAT_CELLS, 3),
        span=choice.span or (0, header.duration_s),
        follow=choice.follow,
        heat_sentence=_heat_sentence(now, choice),
        before_href=_jump(
            choice, max((one.at for one in events if one.at < choice.at), default=None)
        ),
        back_href=choice.moved(max(0, choice.at - 10)),
        on_href=choice.moved(min(header.duration_s, choice.at + 10)),
        after_href=_jump(
            choice, min((one.at for one in events if one.at > choice.at), default=None)
        ),
    )


def _sound(replay: Replay, asked: Choice) -> Choice:
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


def _lane_names(lanes: int) -> tuple[tuple[str, float, float], ...]:
    """Each lane's word beside its northern Guardian."""
    whole = Frame()
    places = ((lane.name, x_at(lane, 3000)) for lane in lanes_of(lanes))
    return tuple(
        (name, whole.across(x + (1100 if x > 0 else -1100)), whole.down(3000)) for name, x in places
    )


def _trail_links(choice: Choice) -> tuple[Link, ...]:
    return tuple(
        Link(_TRAIL_WORDS[one], choice.trailing(one), one == choice.trail_s, str(one))
        for one in TRAILS_S
    )


def _follow_links(now: Now, choice: Choice) -> tuple[Link, ...]:
    whole = Link("the whole map", choice.following(None), choice.follow is None, "")
    one_each = (
        Link(
            now.names[one.slot],
            choice.following(one.slot),
            one.slot == choice.follow,
            str(one.slot),
        )
        for one in now.replay.header.players
    )
    return (whole, *one_each)


def _heat_links(now: Now, choice: Choice) -> tuple[Link, ...]:
    span = choice.span or (0, now.replay.header.duration_s)
    words = {"all": "everybody", **SIDE_NAMES}
    off = Link("nobody", choice.heating(None, None), choice.heat is None, "")
    return (
        off,
        *(Link(words[one], choice.heating(one, span), one == choice.heat, one) for one in words),
        *(
            Link(
                now.names[one.slot],
                choice.heating(str(one.slot), span),
                str(one.slot) == choice.heat,
                str(one.slot),
            )
            for one in now.replay.header.players
        ),
    )


def _heat_side(replay: Replay, heat: str | None) -> str | None:
    sides = {str(one.slot): one.side for one in replay.header.players}
    return heat if heat in {"a", "b"} else sides.get(heat or "")


def _heat_sentence(now: Now, choice: Choice) -> str | None:
    if choice.heat is None or choice.span is None:
        return None
    words = {"all": "everybody", **SIDE_NAMES}
    who = words.get(choice.heat) or now.names.get(int(choice.heat), "")
    first, last = choice.span
    return f"Darker: where {who} stood longest from {clock(first)} to {clock(last)}."


def _warmth(replay: Replay, choice: Choice) -> tuple[Warmth, ...]:
    if choice.heat is None or choice.span is None:
        return ()
    paths, header = replay.paths, replay.header
    whose = [choice.heat in {"all", one.side, str(one.slot)} for one in header.players]
    part = slice(int(choice.span[0] / paths.interval_s), int(choice.span[1] / paths.interval_s) + 1)
    living = paths.health[whose, part] > 0
    x, y = paths.x[whose, part][living], paths.y[whose, part][living]
    counts = cells_of(x, y, _HEAT_CELLS)
    if not counts.any():
        return ()
    steps = np.ceil(np.sqrt(counts / np.quantile(counts[counts > 0], 0.98)).clip(0, 1) * 6)
    return tuple(
        Warmth(step, round(step * 0.13, 2), cell_path(steps == step, size=2)) for step in range(1, 7)
    )
