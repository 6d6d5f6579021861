"""A replay is read shut in: within time and memory, believed no further than it goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import shared_data
from tests.dota2.recorded import found_in, sample, summary_in
from webapp.dota2.domain.parse import parse_match
from webapp.dota2.domain.replays.header import BRING_IT_THERE, OLD_ENGINE, refuse_foreign
from webapp.dota2.domain.replays.numbers import FIRST_OWN
from webapp.dota2.domain.replays.report import parse_report
from webapp.dota2.ingest.replay import reader, reading
from webapp.dota2.ingest.replay.reading import Bounds, Reading, read_replay
from webapp.dota2.ingest.replay.unpack import unpack_replay
from webapp.matchplay.demo_file import DemoRefused

OWN = FIRST_OWN + 7
PLAIN = b"PBDEMS2\0" + bytes(8)
STAND_IN = """
import json, os, sys, time
from pathlib import Path
folder = Path(sys.argv[1]).parent
asked = json.loads(Path(sys.argv[1]).read_text())
{deed}
"""


def real(name: str, game: str = "dota2/replays") -> Path:
    path = shared_data() / game / name
    if not path.is_file():
        pytest.skip(f"the sample {name} is not here")
    return path


def read_by(deed: str, tmp_path: Path, patches: pytest.MonkeyPatch, **bounds: float) -> Reading:
    """Have a stand-in do a deed in the reader's place."""
    script = tmp_path / "stand_in.py"
    script.write_text(STAND_IN.format(deed=deed))
    patches.setattr(reading, "READER", script)
    replay, folder = tmp_path / "plain.dem", tmp_path / "folder"
    replay.write_bytes(PLAIN)
    folder.mkdir()
    return read_replay(replay, folder, OWN, Bounds(**bounds))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "skadi_test_source1.dem",
            "This replay is damaged, or of a form the reader does not know.",
        ),
        (
            "synthetic_fileinfo_only.dem",
            "Nobody plays in this replay: it holds no hero of anybody.",
        ),
    ],
)
def test_a_real_file_without_a_match_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(DemoRefused) as caught:
        read_replay(real(name), tmp_path, OWN)
    assert caught.value.sentence == sentence


def test_recordings_of_anything_else_are_named(tmp_path: Path) -> None:
    for path, words in (
        (real("skadi_test_source1.dem"), OLD_ENGINE),
        (real("deadlock_hltv_10524.dem", "deadlock/demos"), BRING_IT_THERE),
    ):
        packed = tmp_path / path.name
        packed.write_bytes(path.read_bytes())
        with pytest.raises(DemoRefused) as caught:
            unpack_replay(packed, tmp_path / "plain", most_bytes=1 << 30)
        assert caught.value.sentence == words
    refuse_foreign(real("synthetic_fileinfo_only.dem").read_bytes())


def test_what_the_reader_found_is_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gem
    from gem import parser

    def fake(self: parser.ReplayParser) -> None:
        self.match_details = summary_in(sample())

    def parse(path: str) -> object:
        parser.ReplayParser(path).parse()
        return found_in(sample())

    monkeypatch.setattr(parser.ReplayParser, "parse", fake)
    monkeypatch.setattr(parser, "ReplayParser", parser.ReplayParser)
    monkeypatch.setattr(gem, "parse", parse)
    report = reader._read("any.dem", OWN, tmp_path)  # noqa: SLF001 - what the process does inside
    match = parse_match((tmp_path / "body.json").read_bytes(), expect_match_id=report["match_id"])
    assert match.match_id == sample()["match_id"]
    assert match.started_at is not None, "the game's own summary was handed on"


def test_a_summary_of_another_match_is_not_believed() -> None:
    found, other = found_in(sample()), summary_in(sample())
    other.match_id += 1
    assert reader._summary_for(found, [other]) is None  # noqa: SLF001 - as above
    assert reader._summary_for(found, []) is None  # noqa: SLF001 - as above


@pytest.mark.parametrize(
    ("deed", "bounds", "words"),
    [
        ("time.sleep(60)", {"seconds": 0.5}, "longer than ten minutes"),
        ("held = bytearray(1 << 30)", {"memory_bytes": 1 << 28}, "more memory than it may"),
        ("raise RuntimeError('no')", {}, "The reader broke over this replay"),
        ("pass", {}, "damaged"),
        ("(folder / 'report.json').write_text('[]')", {}, "damaged"),
        ("(folder / 'report.json').write_text('{\"match_id\": 5}')", {}, "damaged"),
        ("(folder / 'report.json').write_text('{\"match_id\": 5000}')", {}, "damaged"),
        (
            '(folder / \'report.json\').write_text(\'{"wrong": "unfinished", "at_s": 1390}\')',
            {},
            "stops before the match ended: the last it tells is 23:10",
        ),
    ],
)
def test_a_reader_that_fails_says_so_in_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    deed: str,
    bounds: dict[str, float],
    words: str,
) -> None:
    if "memory" in words:
        deed = f"import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 28,) * 2); {deed}"
    with pytest.raises(DemoRefused, match=words):
        read_by(deed, tmp_path, monkeypatch, **bounds)


def test_the_reader_is_told_its_limits_and_where_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed = f"""
limits = asked["limits"]
assert limits["memory_bytes"] == {(1 << 30) + len(PLAIN)}, limits
assert (limits["cpu_seconds"], asked["own_number"]) == (10, {OWN}), asked
(folder / "body.json").write_text("[]")
(folder / "report.json").write_text(json.dumps(dict(match_id=5000)))
"""
    found = read_by(deed, tmp_path, monkeypatch, seconds=9, memory_bytes=1 << 30)
    assert found == Reading(5000, b"[]")


@given(st.binary(max_size=60))
def test_no_report_breaks_who_reads_it(report: bytes) -> None:
    try:
        told = parse_report(report)
    except DemoRefused as wrong:
        assert wrong.sentence  # noqa: PT017 - either end is right, none other
    else:
        assert told is None or json.loads(report)["match_id"] == told.match_id


@given(st.binary(max_size=200))
def test_no_header_breaks_who_reads_it(rest: bytes) -> None:
    try:
        refuse_foreign(b"PBDEMS2\0" + rest)
    except DemoRefused as wrong:
        assert "demo of" in wrong.sentence  # noqa: PT017 - either end is right, none other
