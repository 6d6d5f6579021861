"""The strip: who is above the line, where things lie, and that odd matches still draw."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.matchplay.strip import (
    DEATH,
    KILL,
    PAUSE,
    Event,
    Kind,
    LeadSample,
    Names,
    StripView,
    strip_view,
)
from webapp.matchplay.strip.curve import BOTTOM_Y, TOP_Y

TOWER = Kind("Tower", "square", "tower")
BOSS = Kind("Boss", "circle")
NAMES = Names(
    "The First", "The Second", "First", "Second", "Gold lead", "gold", (KILL, TOWER, BOSS, PAUSE)
)
LEAD = (
    LeadSample(180, 3_000, 3_500),
    LeadSample(540, 15_000, 12_000),
    LeadSample(900, 20_000, 30_000),
)
EVENTS = (
    Event(60, KILL, "a", "Ada killed Bo"),
    Event(300, TOWER, "b", "Guardian"),
    Event(500, KILL, "b", "Bo killed Ada"),
    Event(700, BOSS, "b", "Mid boss"),
)
DURATION_S = 900


def draw(
    lead: tuple[LeadSample, ...] = LEAD,
    events: tuple[Event, ...] = EVENTS,
    duration_s: int = DURATION_S,
    at: int | None = None,
    span: tuple[int, int] | None = None,
) -> StripView:
    return strip_view(lead, events, duration_s, names=NAMES, base_url="/m/1", at=at, span=span)


def test_the_second_side_is_above_zero_and_the_first_below() -> None:
    view = draw()
    zero = view.lead.curve.zero_y
    ys = [float(point.split(",")[1]) for point in view.lead.curve.line.split()]
    assert ys[0] == zero
    assert ys[1] < zero < ys[2]
    assert ys[3] == TOP_Y
    assert ys[2] == BOTTOM_Y


def test_areas_meet_the_line_where_the_lead_changes_hands() -> None:
    view = draw()
    crossing = 180 + 360 * 500 / 3500
    assert f"L{round(crossing, 1):g},{view.lead.curve.zero_y}" in view.lead.curve.area_a
    assert f"L{round(crossing, 1):g},{view.lead.curve.zero_y}" in view.lead.curve.area_b


def test_events_lie_at_their_share_of_the_match_on_their_sides_half() -> None:
    view = draw()
    first, second = view.events.kills
    assert (first.x, first.side) == (6.67, "a")
    assert second.y < 208 < first.y
    assert [(mark.x, mark.glyph) for mark in view.events.marks] == [
        (33.33, "square"),
        (77.78, "circle"),
    ]
    assert view.events.times == "60,300,500,700"


def test_the_description_tells_the_story_in_words() -> None:
    assert draw().description == (
        "The First led by 3,000 gold at 9:00; The Second led by 10,000 gold at 15:00. "
        "Kills 1 to 1. A table follows."
    )


def test_steps_lead_to_the_events_around_the_moment() -> None:
    steps = draw(at=300).steps
    assert steps.previous_event.href == "/m/1?t=60"
    assert steps.back.href == "/m/1?t=290"
    assert steps.forward.href == "/m/1?t=310"
    assert steps.next_event.href == "/m/1?t=500"


def test_steps_stay_inside_the_match() -> None:
    first, last = draw(at=0).steps, draw(at=DURATION_S).steps
    assert first.previous_event.href == first.back.href == "/m/1?t=0"
    assert last.next_event.href == last.forward.href == "/m/1?t=900"


@pytest.mark.parametrize(("asked", "given_t"), [(-5, 0), (10_000, DURATION_S), (450, 450)])
def test_a_moment_outside_the_match_is_brought_in(asked: int, given_t: int) -> None:
    view = draw(at=asked)
    assert view.chosen
    assert view.cursor.t == given_t
    assert 0 <= view.cursor.x <= 100


def test_no_moment_draws_no_cursor() -> None:
    assert not draw().chosen


@pytest.mark.parametrize("start", range(0, 1000, 50))
@pytest.mark.parametrize("width", [10, 300, 700, 990])
def test_the_words_of_a_span_stay_inside_the_chart(start: int, width: int) -> None:
    span = draw(span=(start, min(start + width, 1000)), duration_s=1000).span
    assert span is not None
    room = {
        "": 100 - span.text_x,
        "end": span.text_x,
        "mid": 2 * min(span.text_x, 100 - span.text_x),
    }
    assert room[span.anchor] >= 63  # a phone's chart of 340 px, words of 215


def test_a_span_counts_what_fell_into_it_whichever_way_it_is_given() -> None:
    view, turned = draw(span=(250, 600)), draw(span=(600, 250))
    assert view.span == turned.span
    assert view.span is not None
    assert view.span.text == "4:10\u201310:00 · 1 kill · 1 tower"


@pytest.mark.parametrize(
    ("lead", "duration_s"),
    [((), 900), ((), 0), ((LeadSample(0, 0, 0),), 1), ((LeadSample(180, 500, 500),), 200)],
    ids=["no samples", "no length", "one second", "even"],
)
def test_an_odd_match_still_draws(lead: tuple[LeadSample, ...], duration_s: int) -> None:
    view = draw(lead=lead, events=(), duration_s=duration_s)
    assert view.description == "Nobody led. Kills 0 to 0. A table follows."
    assert view.time.labels[0].text == "0:00"


@given(
    st.lists(
        st.builds(
            LeadSample,
            st.integers(0, 5_000),
            st.integers(0, 500_000),
            st.integers(0, 500_000),
        ),
        max_size=30,
        unique_by=lambda sample: sample.at_s,
    ),
    st.integers(1, 5_000),
)
def test_every_lead_is_drawn_inside_the_chart(lead: list[LeadSample], duration_s: int) -> None:
    view = draw(lead=tuple(sorted(lead, key=lambda at: at.at_s)), duration_s=duration_s)
    ys = [float(point.split(",")[1]) for point in view.lead.curve.line.split()]
    assert all(TOP_Y <= y <= BOTTOM_Y for y in ys)
    assert 1 <= len(view.lead.lines) <= 9
    assert all(0 <= label.x <= 100 for label in (*view.time.labels, *view.lead.peaks))
    assert sum(hit.width for hit in view.time.minutes) == pytest.approx(100, abs=1)


def test_a_death_to_no_player_is_drawn_but_is_nobodys_kill() -> None:
    alone = Event(600, DEATH, "a", "Bo died, to no player")
    view = draw(events=(*EVENTS, alone), span=(550, 900))
    assert "Kills 1 to 1." in view.description
    assert view.span is not None
    assert view.span.text == "9:10–15:00 · 0 kills · 0 towers"
    assert len(view.events.kills) == 3
    assert len(view.events.marks) == 2


def test_a_lead_that_is_next_to_none_is_not_named_over_the_axis() -> None:
    samples = (LeadSample(60, 21, 0), LeadSample(120, 0, 20_000), LeadSample(180, 100, 30_100))
    assert [label.text for label in draw(lead=samples, duration_s=200).lead.peaks] == ["30.0k"]
