"""Everything measured in one run, and how it reads on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from webapp.cli.bench.games import Figures
from webapp.cli.bench.matches import MatchFigures
from webapp.cli.bench.pages import PageRate

LONGEST_AWAY_S: Final = 60.0


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
    matches: list[MatchFigures] = field(default_factory=list)
    pages: dict[str, list[PageRate]] = field(default_factory=dict)
    first_view: list[tuple[str, int]] = field(default_factory=list)
    more: list[Figures] = field(default_factory=list)
    recovery: list[Recovery] = field(default_factory=list)


def read_recovery(path: Path) -> list[Recovery]:
    """Read recovery times from the report the chaos test wrote."""
    found = json.loads(path.read_text())["recovery"]
    return [
        Recovery(killed, one["n"], one["median_s"], one["max_s"])
        for killed, one in sorted(found.items())
    ]


def missed(report: Report) -> tuple[str, ...]:
    """Name every figure that is not as wanted."""
    matches = (f"{one.title}: {what}" for one in report.matches for what in one.missed())
    pages = (
        f"{title}: {page.name}"
        for title, pages in report.pages.items()
        for page in pages
        if page.share < page.wanted
    )
    killed = (f"killed {one.killed}" for one in report.recovery if one.longest_s >= LONGEST_AWAY_S)
    return (*matches, *pages, *(what for one in report.more for what in one.missed()), *killed)


def said(report: Report) -> str:
    """Write the report for a terminal, its verdict last."""
    parts = (_matches, _pages, _views, _more, _killed)
    found = missed(report)
    verdict = f"Not as wanted: {', '.join(found)}." if found else "Everything is as wanted."
    blocks = [[report.machine], *(list(part(report)) for part in parts), [verdict]]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _matches(report: Report) -> Iterator[str]:
    for one in report.matches:
        most = f"  (wanted <= {one.most_bytes:,})" if one.most_bytes else ""
        floors = f"  (wanted <= {one.most_floors:g})" if one.most_floors else ""
        yield (
            f"{one.title:<10} take in one match  {one.ingest_s * 1000:8.1f} ms"
            f"  floor {one.floor_s * 1000:.1f} ms  ratio {one.ratio:.2f}{floors}"
        )
        yield (
            f"{'':<10} kept for one match {one.kept:8,} bytes"
            f" (files {one.files:,}, rows {one.rows:,}){most}"
        )


def _pages(report: Report) -> Iterator[str]:
    for title, pages in report.pages.items():
        yield f"pages of {title}"
        for page in pages:
            wanted = f"(wanted >= {page.wanted:.0%})" if page.wanted else ""
            yield (
                f"{page.name:<22} {page.per_second:8.0f} /s  {page.share:6.1%} of bare"
                f"  {page.bytes:8,} bytes  {wanted}"
            ).rstrip()


def _views(report: Report) -> Iterator[str]:
    for path, size in report.first_view:
        yield f"first view {path:<32} {size:8,} bytes sent"


def _more(report: Report) -> Iterator[str]:
    for one in report.more:
        yield from one.lines()


def _killed(report: Report) -> Iterator[str]:
    for one in report.recovery:
        yield (
            f"killed {one.killed:<10} {one.times:4} times  work went on after"
            f" {one.median_s:.1f} s, at most {one.longest_s:.1f} s  (wanted < {LONGEST_AWAY_S:g})"
        )
