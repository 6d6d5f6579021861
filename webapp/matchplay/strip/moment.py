"""What on the strip follows the chosen moment: cursor, span, and the ways to step."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from webapp.matchplay.charts.scale import clock, place_x
from webapp.matchplay.charts.view import Anchor
from webapp.matchplay.strip.events import Event
from webapp.matchplay.strip.kinds import Kind
from webapp.matchplay.strip.view import Cursor, Span, Step, Steps

FLAG_WIDTH = 44
LEAP_S = 10
ROOM = 64.0
"""Hundredths of the chart that its words take on a narrow phone."""


def cursor_at(t: int, duration_s: int) -> Cursor:
    """Draw the cursor; its flag stays inside the chart."""
    x = place_x(t, duration_s)
    flag_x = round(-FLAG_WIDTH * x / 100, 1)
    return Cursor(t=t, x=x, flag_x=flag_x, text_x=round(flag_x + FLAG_WIDTH / 2, 1), text=clock(t))


def span_of(
    chosen: tuple[int, int], events: Sequence[Event], duration_s: int, kinds: Sequence[Kind]
) -> Span:
    """Draw the chosen stretch and count what fell into it."""
    start, end = sorted(min(max(t, 0), duration_s) for t in chosen)
    within = Counter(event.kind.counted for event in events if start <= event.t <= end)
    words = dict.fromkeys(kind.counted for kind in kinds if kind.counted)
    x, end_x = place_x(start, duration_s), place_x(end, duration_s)
    text_x, anchor = _words_at(x, end_x)
    return Span(
        x=x,
        width=round(end_x - x, 2),
        end_x=end_x,
        text_x=round(text_x, 2),
        anchor=anchor,
        text=" · ".join(
            (f"{clock(start)}–{clock(end)}", *(_count(within[word], word) for word in words))
        ),
    )


def _words_at(x: float, end_x: float) -> tuple[float, Anchor]:
    """Place a span's words beside it where they fit, else over it."""
    if end_x <= 100 - ROOM:
        return end_x + 0.5, ""
    if x >= ROOM:
        return x - 0.5, "end"
    middle = (x + end_x) / 2
    if middle < ROOM / 2:
        return x + 0.5, ""
    return (end_x - 0.5, "end") if middle > 100 - ROOM / 2 else (middle, "mid")


def steps_at(t: int, times: Sequence[int], duration_s: int, base_url: str) -> Steps:
    """Lead to the events before and after a moment and ten seconds either way; times in order."""
    before, after = bisect_left(times, t), bisect_right(times, t)
    earlier = times[before - 1] if before else 0
    later = times[after] if after < len(times) else duration_s
    back, forward = max(t - LEAP_S, 0), min(t + LEAP_S, duration_s)
    return Steps(*(Step(f"{base_url}?t={to}", clock(to)) for to in (earlier, back, forward, later)))


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
