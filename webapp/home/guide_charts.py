"""The style guide's line charts: time with sides, a chance, a calibration, a trend."""

from __future__ import annotations

from datetime import date

from webapp.matchplay.charts import LineChart, Mark, Series, chart_at, line_chart

DURATION_S = 1805
TIMES = (0, 180, 360, 540, 720, 900, 1200, 1500, 1805)
SOULS = {
    "Infernus": ("a", (0, 1_900, 4_400, 7_600, 11_300, 14_900, 21_700, 29_800, 42_648)),
    "Calico": ("a", (0, 1_700, 3_900, 6_900, 9_800, 13_300, 19_900, 27_100, 35_717)),
    "Bebop": ("b", (0, 2_000, 4_900, 8_100, 12_400, 17_000, 26_100, 36_300, 48_341)),
    "McGinnis": ("b", (0, 1_600, 3_700, 6_400, 9_500, 12_900, 19_600, 27_700, 35_114)),
}
CHANCES = ((0, 0.5), (300, 0.46), (600, 0.41), (900, 0.55), (1200, 0.38), (1500, 0.64), (1805, 0.9))
CALIBRATION = ((0.08, 0.05), (0.25, 0.29), (0.42, 0.4), (0.58, 0.61), (0.77, 0.72), (0.93, 0.95))
TREND = (410, 455, None, 520, 505, 560, 610)
FIRST_DAY = date(2026, 2, 2).toordinal()


def guide_charts() -> tuple[LineChart, ...]:
    """Draw every kind of line chart once."""
    return (_souls(), _chance(), _calibration(), _trend())


def _souls() -> LineChart:
    chart = line_chart(
        [
            Series(
                name,
                tuple(zip(TIMES, values, strict=True)),
                side="a" if side == "a" else "b",
                weight="main" if name == "Bebop" else "quiet" if name == "Calico" else "",
                dash=1 if name == "McGinnis" else 0,
            )
            for name, (side, values) in SOULS.items()
        ],
        key="guide-souls",
        title="Net worth over time, one player chosen",
        description="Bebop ends with 48,341 souls, the most of four.",
        x_max=DURATION_S,
        unit="souls",
        marks=(Mark(1010, "16:50 Walker", "a", "Walker"), Mark(1388, "23:08 a kill", "b")),
        base_url="/styleguide",
    )
    return chart_at(chart, 1302, (1380, 1570))


def _chance() -> LineChart:
    return line_chart(
        [Series("Archmother wins", CHANCES, side="b")],
        key="guide-chance",
        title="Chance to win",
        description="From even to 90 % for the second side.",
        x_max=DURATION_S,
        form="share",
        middle=0.5,
    )


def _calibration() -> LineChart:
    return line_chart(
        [
            Series("as foretold", ((0, 0), (1, 1)), weight="quiet", dash=1, dots=False),
            Series(
                "as it went",
                CALIBRATION,
                band=tuple((x, y - 0.06, y + 0.05) for x, y in CALIBRATION),
            ),
        ],
        key="guide-calibration",
        title="Calibration",
        description="What was foretold against how often it came true.",
        x_max=1,
        x="share",
        x_unit="foretold",
        form="share",
    )


def _trend() -> LineChart:
    days = tuple((FIRST_DAY + 7 * number, value) for number, value in enumerate(TREND))
    return line_chart(
        [Series("souls / min", days, label=False)],
        key="guide-trend",
        title="A trend over weeks, one week without matches",
        description="From 410 to 610 souls a minute.",
        x="day",
        x_min=FIRST_DAY,
        x_max=days[-1][0],
        unit="souls / min",
        y_range=(300, 700),
    )
