"""Everything measured in one run, and how it reads on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from webapp.cli.bench.across import AcrossFigures
from webapp.cli.bench.matches import IngestFigures, KeptFigures
from webapp.cli.bench.pages import PageRate


@dataclass(frozen=True, slots=True)
class Recovery:
    """How soon work went on after one kind of process was killed, from a chaos report."""

    killed: str
    times: int
    median_s: float
    longest_s: float


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured in one run."""

    machine: str
    ingest: IngestFigures
    kept: KeptFigures
    pages: list[PageRate]
    first_view: list[tuple[str, int]]
    across: AcrossFigures
    recovery: list[Recovery]


def read_recovery(path: Path) -> list[Recovery]:
    """Read recovery times from the report the chaos test wrote."""
    found = json.loads(path.read_text())["recovery"]
    return [
        Recovery(killed, one["n"], one["median_s"], one["max_s"])
        for killed, one in sorted(found.items())
    ]


def said(report: Report) -> str:
    """Write the report for a terminal."""
    parts = (_matches, _pages, _views, _across, _killed)
    blocks = [[report.machine], *(list(part(report)) for part in parts)]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _matches(report: Report) -> Iterator[str]:
    ingest, kept = report.ingest, report.kept
    here = kept.kept + kept.rows
    yield (
        f"take in one match    {ingest.ingest_s * 1000:8.1f} ms"
        f"  floor {ingest.floor_s * 1000:.1f} ms  ratio {ingest.ratio:.2f}  (wanted <= 3)"
    )
    yield f"kept for one match   {here:8,} bytes (files {kept.kept:,}, rows {kept.rows:,})"
    yield _beside("  seed-shaped file  ", kept.seed_file, here, 30)
    yield _beside("  the same in JSONB ", kept.seed_jsonb, here, 5)


def _beside(name: str, size: int, here: int, wanted: int) -> str:
    return f"{name} {size:8,} bytes  {size / here:.1f}x  (wanted >= {wanted})"


def _pages(report: Report) -> Iterator[str]:
    for page in report.pages:
        wanted = f"(wanted >= {page.wanted:.0%})" if page.wanted else ""
        yield (
            f"{page.name:<22} {page.per_second:8.0f} /s  {page.share:6.1%} of bare"
            f"  {page.bytes:8,} bytes  {wanted}"
        ).rstrip()


def _views(report: Report) -> Iterator[str]:
    for path, size in report.first_view:
        yield f"first view {path:<32} {size:8,} bytes sent"


def _across(report: Report) -> Iterator[str]:
    found = report.across
    yield f"{'across matches, ms':<24}" + "".join(f"{size:>10,}" for size in found.sizes)
    for one in found.questions:
        yield f"{one.name:<24}" + "".join(f"{ms:>10.1f}" for ms in one.columns_ms)
        times = (slow / fast for slow, fast in zip(one.one_by_one_ms, one.columns_ms, strict=True))
        yield f"{'  one by one':<24}" + "".join(f"{ms:>10,.0f}" for ms in one.one_by_one_ms)
        yield f"{'  times as long':<24}" + "".join(f"{ratio:>9.1f}x" for ratio in times)
    sizes = ", ".join(f"{name} {size:,}" for name, size in found.bytes_a_match.items())
    yield f"column files hold a match in {sizes} bytes; gathered in {found.gather_ms:.1f} ms"


def _killed(report: Report) -> Iterator[str]:
    for one in report.recovery:
        yield (
            f"killed {one.killed:<10} {one.times:4} times  work went on after"
            f" {one.median_s:.1f} s, at most {one.longest_s:.1f} s  (wanted < 60)"
        )
