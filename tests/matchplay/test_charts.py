"""Line charts: where samples lie, how ends are told apart, and that odd input still draws."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from webapp.matchplay.charts import LineChart, Mark, Series, chart_at, line_chart
from webapp.matchplay.charts.ends import GAP, spread
from webapp.matchplay.charts.scale import Scale, step_for

SOULS = Series("Ada", ((0, 0), (540, 5_000), (900, 12_000)), side="a", href="?player=1")
OTHER = Series("Bo", ((0, 0), (540, None), (900, 9_000)), side="b")


def draw(*series: Series, base_url: str = "/m/1/economy", x_max: float = 900) -> LineChart:
    return line_chart(
        series or (SOULS, OTHER),
        key="worth",
        title="Net worth",
        description="Ada led.",
        x_max=x_max,
        unit="souls",
        base_url=base_url,
        marks=(Mark(300, "5:00 Tower", "a", "square"),),
    )


def test_the_scale_ends_on_lines_and_only_the_top_one_says_the_unit() -> None:
    labels = [label.text for label in draw().plot.down.labels]
    assert labels[0] == "0"
    assert labels[-1] == "15k souls"
    assert sum("souls" in text for text in labels) == 1


def test_a_missing_value_breaks_the_line_and_leaves_its_cell_empty() -> None:
    plot = draw().plot
    bo = next(curve for curve in plot.shapes.curves if curve.side == "b")
    assert bo.pieces == ()
    assert [row.cells for row in plot.table.rows] == [
        ("0", "0"),
        ("5,000", ""),
        ("12,000", "9,000"),
    ]


def test_what_stands_behind_a_point_is_written_at_it_and_said() -> None:
    counted = Series("Came true", ((90, 1), (450, None), (890, 3)), counts=(950, 20, 12_345))
    plot = draw(counted).plot
    assert [(note.text, note.anchor) for note in plot.shapes.notes] == [
        ("n 950", "mid"),
        ("n 12k", "end"),
    ]
    assert all(
        note.x == dot.x and note.y < dot.y
        for note, dot in zip(plot.shapes.notes, plot.shapes.dots, strict=True)
    )
    assert [row.cells for row in plot.table.rows] == [("1, n 950",), ("3, n 12,345",)]
    assert plot.hits[-1].text.endswith("Came true 3, n 12,345")
    assert draw().plot.shapes.notes == ()
    low = draw(Series("Came true", ((9, 0), (450, 1)), counts=(149, 7))).plot
    first, dot = low.shapes.notes[0], low.shapes.dots[0]
    assert (first.text, first.anchor) == ("n 149", "")
    assert first.x > dot.x + 5, "beside the point: above it stand the words of the axis"


def test_samples_lead_to_their_moment_and_say_what_they_are() -> None:
    plot = draw().plot
    assert [hit.href for hit in plot.hits] == [f"/m/1/economy?t={t}" for t in (0, 540, 900)]
    assert plot.hits[1].text == "9:00: Ada 5,000"
    assert draw(base_url="/m?player=1").plot.hits[0].href == "/m?player=1&t=0"
    assert sum(hit.width for hit in plot.hits) == pytest.approx(100)


def test_the_cursor_and_the_span_lie_on_the_charts_own_axis() -> None:
    chart = chart_at(draw(), 450, (900, 540))
    assert chart.cursor == 50
    assert chart.span is not None
    assert (chart.span.x, chart.span.width, chart.span.end_x) == (60, 40, 100)


def test_a_share_reaches_from_nothing_to_all_with_a_line_in_the_middle() -> None:
    chart = line_chart(
        [Series("b wins", ((0, 0.5), (900, 0.9)), side="b")],
        key="chance",
        title="Chance",
        description="Up.",
        x_max=900,
        form="share",
        middle=0.5,
    )
    assert [label.text for label in chart.plot.down.labels] == [
        "0 %",
        "25 %",
        "50 %",
        "75 %",
        "100 %",
    ]
    assert [line.strong for line in chart.plot.down.lines] == [False, False, True, False, False]
    assert chart.plot.table.rows[1].cells == ("90 %",)


def test_dates_are_written_as_days_and_do_not_start_under_the_words() -> None:
    first = date(2026, 2, 2).toordinal()
    days = [(first + 7 * week, 400 + week) for week in range(7)]
    chart = line_chart(
        [Series("", days, label=False)],
        key="trend",
        title="Trend",
        description="Up.",
        x="day",
        x_min=first,
        x_max=first + 42,
        x_unit="weeks",
    )
    labels = chart.plot.across.labels
    assert (labels[0].text, labels[-1].text) == ("2 Feb", "weeks")
    assert labels[0].x > 5
    assert chart.plot.ends_width == 0


def test_a_sample_without_a_neighbour_has_a_dot_of_its_own() -> None:
    values = ((0, 5), (100, None), (200, 7), (300, 8), (400, None), (500, 9))
    bare, quiet = (
        draw(Series("Ada", values, side="a", **kind)).plot.shapes.dots  # type: ignore[arg-type]
        for kind in ({"dots": False}, {"weight": "quiet"})
    )
    whole = draw(Series("Ada", values, side="a")).plot.shapes.dots
    assert [dot.x for dot in bare] == [whole[0].x, whole[-1].x]
    assert quiet == ()


def test_a_quiet_line_has_no_dots_and_lies_below() -> None:
    quiet = Series("Ada", SOULS.points, side="a", weight="quiet")
    plot = draw(OTHER, quiet).plot
    assert [curve.weight for curve in plot.shapes.curves] == ["quiet", ""]
    assert {dot.side for dot in plot.shapes.dots} == {"b"}


def test_nothing_to_draw_still_has_axes() -> None:
    plot = draw(Series("Ada", ()), x_max=0).plot
    assert plot.down.labels
    assert plot.across.labels[0].text == "0:00"
    assert plot.hits == plot.ends == plot.table.rows == ()


@given(st.lists(st.floats(0, 300), max_size=12).map(sorted))
def test_names_at_the_ends_never_touch(wanted: list[float]) -> None:
    places = spread(wanted, 24, 196)
    assert all(after - before >= GAP - 0.11 for before, after in pairwise(places))
    assert all(place <= 196 for place in places)


@given(st.floats(0.001, 1e9))
def test_a_step_is_one_two_or_five_and_never_below_what_is_wanted(wanted: float) -> None:
    step = step_for(wanted)
    assert re.match(r"[125]0*$", f"{step:.12f}".strip("0.").replace(".", ""))
    assert wanted * 0.999 <= step <= wanted * 2.6


@given(st.floats(-1e6, 1e6), st.floats(0.5, 1e6))
def test_ticks_lie_on_the_scale(low: float, length: float) -> None:
    scale = Scale(low, low + length, 24, 196)
    assert len(scale.ticks) <= 8
    assert all(24 <= scale.y(tick) <= 196 for tick in scale.ticks)


def test_every_chart_of_the_style_guide_has_a_name_and_a_table(client: FlaskClient) -> None:
    body = client.get("/styleguide").get_data(as_text=True)
    for key in ("guide-souls", "guide-chance", "guide-calibration", "guide-trend"):
        assert f'<title id="{key}-title">' in body
    assert body.count("as a table</summary>") == 5


@given(st.lists(st.integers(-60_000, 60_000), min_size=1, max_size=12))
def test_a_scale_ends_on_lines_at_both_ends(values: list[int]) -> None:
    chart = draw(Series("Ada", tuple((60 * number, value) for number, value in enumerate(values))))
    lines = [line.at for line in chart.plot.down.lines]
    assert 2 <= len(lines) <= 8
    assert (lines[0], lines[-1]) == (chart.plot.down.bottom_y, 36), "room for the marks above"


def test_a_lead_of_either_is_labelled_by_its_size_and_its_numbers_have_a_true_minus() -> None:
    lead = Series("Lead", ((0, 0), (540, 900), (900, -2_000)))
    plot = line_chart(
        (lead,), key="lead", title="Lead", description="Bo led.", x_max=900, unit="gold, Ada ahead",
        below="Bo ahead",
    ).plot  # fmt: skip
    labels = [label.text for label in plot.down.labels]
    assert (labels[0], labels[-1]) == ("+2k Bo ahead", "+1k gold, Ada ahead")
    assert "0" in labels
    assert [row.cells for row in plot.table.rows] == [("0",), ("900",), ("−2,000",)]
