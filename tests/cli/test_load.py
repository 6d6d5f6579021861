"""The sums behind measurements under load, and how an answer's end is found."""

from __future__ import annotations

import math
import mmap
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.cli.bench.matches import MatchFigures
from webapp.cli.bench.pages import PageRate
from webapp.cli.bench.report import Recovery, Report, said
from webapp.cli.bench.report import missed as missed_of
from webapp.cli.load.asked import Asker
from webapp.cli.load.figures import (
    Traffic,
    percentile,
    recovery_s,
    slope,
    together,
    traffic_of,
    unusual_seconds,
)
from webapp.cli.load.plan import Heard, Reply
from webapp.cli.load.sampling import PARTS, Sample, anonymous_mb
from webapp.cli.load.soak import growths
from webapp.cli.load.traffic import STEPS, TrafficFigures, saturation
from webapp.cli.load.wire import BROKEN, Line

FEW = st.lists(st.floats(0, 1000), min_size=1, max_size=50)


def replies(*told: tuple[float, float, int]) -> list[Reply]:
    return [Reply(at_s, took_s, status, "page") for at_s, took_s, status in told]


def usual() -> Traffic:
    return traffic_of(Heard(10, replies(*[(n, 0.01, 200) for n in range(10)]), 0, 0))


@given(FEW, st.floats(0.01, 1))
def test_a_percentile_is_a_value_that_so_many_do_not_exceed(
    values: list[float], share: float
) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(one <= found for one in values) >= share * len(values) - 1e-9


@given(FEW, st.floats(0.01, 1), st.floats(0.01, 1))
def test_percentiles_do_not_cross(values: list[float], one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert percentile(values, low) <= percentile(values, high)


def test_traffic_tells_pages_refusals_and_errors_apart() -> None:
    told = replies(
        (0, 0.1, 200), (0, 0.3, 304), (0, 0.2, 303), (1, 0.01, 503), (1, 9, 500), (1, 9, 0)
    )
    one = traffic_of(Heard(2, told, 0.004, 3))
    assert (one.answered, one.refused, one.errors) == (3, 1, 2)
    assert one.wrong == {"500 page": 1, "0 page": 1}
    assert (one.per_second, one.p50_s, one.p99_s, one.unsent) == (3, 0.2, 0.3, 3)
    assert one.refused_share == pytest.approx(1 / 6)
    assert one.lost_share == pytest.approx(6 / 9)
    assert one.spread == pytest.approx(1.5)


def test_a_refusal_that_does_not_say_when_to_ask_again_is_told() -> None:
    told = [Reply(0, 0.01, 503, "page", says) for says in (True, False, False)]
    one = traffic_of(Heard(1, told, 0, 0))
    assert (one.refused, one.curt, one.errors) == (3, 2, 0)


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (b"HTTP/1.1 503 No\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n", True),
        (b"HTTP/1.1 503 No\r\nx-retry-after: 2\r\nContent-Length: 0\r\n\r\n", False),
        (b"HTTP/1.1 200 OK\r\nretry-after: 2\r\nContent-Length: 0\r\n\r\n", False),
    ],
)
def test_a_line_hears_whether_a_refusal_says_when(head: bytes, says: bool) -> None:  # noqa: FBT001
    heard: list[bool] = []
    line = Line(lambda line, _status, _took: heard.append(line.says_when))
    for answer in (head, b"HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n"):
        line.ask_on(lambda _request: None, b"")
        line.data_received(answer)
    assert heard == [says, False]


def figures(**changed: object) -> TrafficFigures:
    """Give figures with which everything is as wanted, but for these."""
    refused = replace(usual(), refused=9)
    well = TrafficFigures(
        restless=usual(),
        full=usual(),
        bare=usual(),
        usual=usual(),
        usual_rate=1,
        beyond=refused,
        beyond_rate=10,
        after=usual(),
        blind_s=3,
        recovery_s=3,
        odd_usually=(0, 1),
        odd_after=(0, 1),
        work_done=1,
        work_share=1,
    )
    return replace(well, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "missed"),
    [
        ({}, []),
        ({"usual": replace(usual(), wrong={"500 page": 1})}, ["errors"]),
        ({"usual": replace(usual(), p99_s=usual().p50_s * 8.1)}, ["p99 over p50"]),
        ({"beyond": usual()}, ["refusals beyond"]),
        ({"after": replace(usual(), refused=1, curt=1)}, ["refusals without Retry-After"]),
        ({"beyond": replace(usual(), refused=9, p99_s=1.2)}, ["p99 beyond"]),
        ({"recovery_s": None}, ["recovery"]),
        ({"recovery_s": 10.2}, ["recovery"]),
    ],
)
def test_what_is_not_as_wanted_is_named_last(changed: dict[str, object], missed: list[str]) -> None:
    report = Report("a machine", more=[figures(**changed)])
    assert list(missed_of(report)) == missed
    verdict = f"Not as wanted: {missed[0]}." if missed else "Everything is as wanted."
    assert said(report).endswith(verdict)


def test_a_page_a_match_and_a_recovery_are_held_to_what_is_wanted() -> None:
    pages = {"Toy": [PageRate("Map, kept", 1, 0.3, 0.4, 1), PageRate("Map, part", 1, 0.3, 0.2, 1)]}
    matches = [MatchFigures("Toy", 1.0, 2.0, 60, 50, most_bytes=100, most_floors=1.5)]
    killed = [Recovery("worker", 3, 1.0, 61.0), Recovery("web", 3, 1.0, 59.0)]
    report = Report("a machine", matches=matches, pages=pages, recovery=killed)
    wanted = ("Toy: bytes kept", "Toy: time to take in", "Toy: Map, kept", "killed worker")
    assert missed_of(report) == wanted


def test_nothing_heard_is_no_figure_to_be_proud_of() -> None:
    assert traffic_of(Heard(1, [], 0, 0)).spread == math.inf


def test_a_second_with_a_refusal_an_error_or_a_long_wait_is_not_as_usual() -> None:
    good = [(n + 0.5, 0.01, 200) for n in range(8)]
    assert unusual_seconds(replies(*good), usual()) == (set(), 8)
    for second, took, status in ((0, 0.001, 503), (2, 0.5, 200), (4, 0.01, 500)):
        told = replies(*good, (second + 0.1, took, status))
        assert unusual_seconds(told, usual()) == ({second}, 8)
    assert unusual_seconds([], usual()) == (set(), 0)


def test_recovery_is_when_three_seconds_on_end_are_as_usual() -> None:
    assert recovery_s(set(), 20) == 0
    assert recovery_s({0, 1, 3, 6}, 20) == 7
    assert recovery_s({0, 5}, 20) == 1
    assert recovery_s({0, 3, 6}, 8) is None
    assert recovery_s(set(), 2) is None


class Full(Asker):
    """A site that answers so many a second and refuses the rest."""

    def restless(self, seconds: float) -> Heard:
        """Ask for more than it has room for."""
        return self.at_rate(1000, seconds)

    def at_rate(self, rate: float, seconds: float, seed: int = 1) -> Heard:
        """Answer what there is room for."""
        del seed
        asked, room = int(rate * seconds), int(self.port * seconds)
        told = [(n / rate, 0.01, 200 if n < room else 503) for n in range(asked)]
        return Heard(seconds, replies(*told), 0, 0)


@pytest.mark.parametrize("room", [60, 333, 882, 1000])
def test_what_is_too_much_is_found_to_a_thirty_second_part(room: int) -> None:
    restless, full = saturation(Full("", room, []))
    assert restless.per_second == 1000
    assert room - 1000 / 2**STEPS - 1 <= full.per_second <= room * 1.01


@given(st.floats(-5, 5), st.floats(-100, 100))
def test_a_slope_is_found_again(rise: float, start: float) -> None:
    times = [float(n) for n in range(10)]
    assert slope(times, [start + rise * t for t in times]) == pytest.approx(rise, abs=1e-6)


def test_one_moment_has_no_slope() -> None:
    assert slope([3, 3], [1, 9]) == 0


def test_stretches_are_one_long_one() -> None:
    heard = together([Heard(60, replies((1, 0.1, 200)), 0.1, 1), Heard(30, [], 0.2, 2)])
    assert (heard.seconds, len(heard.replies), heard.late_s, heard.unsent) == (90, 1, 0.2, 3)


def a_sample(minute: int, *, web: float, connections: int = 20) -> Sample:
    memory = {**dict.fromkeys(PARTS, 100.0), "web": web}
    return Sample(minute * 60.0, memory, 150, connections, 2.0)


def test_what_goes_up_and_down_is_no_growth() -> None:
    grown = growths([a_sample(n, web=100.0 + n % 2 * 20) for n in range(31)])
    assert not any(one.grows for one in grown)


def test_what_grows_is_named() -> None:
    grown = growths([a_sample(n, web=100.0 + n, connections=20 + n) for n in range(31)])
    found = {one.name: one.rise for one in grown if one.grows}
    assert found == pytest.approx({"memory of web": 10, "database connections": 10})


def heard_by(*pieces: bytes) -> list[int]:
    """Give the statuses a line tells when an answer comes in these pieces."""
    statuses: list[int] = []
    line = Line(lambda _line, status, _took: statuses.append(status))
    line.ask_on(lambda _request: None, b"")
    for piece in pieces:
        line.data_received(piece)
    return statuses


ANSWERS = [
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\netag: x\r\n\r\n",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_ends_once_however_it_is_cut(answer: bytes) -> None:
    status = int(answer[9:12])
    for at in range(1, len(answer)):
        assert heard_by(answer[:at], answer[at:]) == [status]
        assert heard_by(answer[:at]) in ([], [status] if answer[at:] == b"" else [])
    assert heard_by(*(answer[n : n + 1] for n in range(len(answer)))) == [status]


def test_a_connection_lost_under_way_is_told_as_broken() -> None:
    statuses: list[int] = []
    line = Line(lambda _line, status, _took: statuses.append(status))
    line.ask_on(lambda _request: None, b"")
    line.connection_lost(None)
    line.connection_lost(None)
    assert statuses == [BROKEN]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from Linux' /proc")
def test_memory_is_what_a_process_holds_that_is_no_file_s(tmp_path: Path) -> None:
    read = tmp_path / "read"
    read.write_bytes(bytes(40_000_000))
    before = anonymous_mb(os.getpid())
    with read.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert mapped.find(b"\1") == -1
        assert anonymous_mb(os.getpid()) - before < 20
    held = b"\1" * 40_000_000
    assert 35 < anonymous_mb(os.getpid()) - before < 60
    assert len(held) == 40_000_000


def test_a_process_that_is_gone_holds_nothing() -> None:
    assert anonymous_mb(2**30) == 0
