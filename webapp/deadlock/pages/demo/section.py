"""The demo's section of the Data tab: what became of it, what it holds, what can be done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from webapp.core.settings import current_settings
from webapp.deadlock.domain.demos import DATASETS
from webapp.deadlock.models import DeadlockDemo, DeadlockMatch, DeadlockSalts
from webapp.deadlock.store.demos import load_demo_and_salts

MIB = 1024 * 1024
SOURCES = {
    "salts": "the game’s own file server",
    "upload": "a file a reader brought",
    "generated": "generated here as a sample",
}
TITLES = {
    "none": "No demo is kept of this match",
    "partial": "A demo is kept, read in part",
    "kept": "A demo is kept, read whole",
}


@dataclass(frozen=True, slots=True)
class DemoFact:
    """One fact about a demo; `at` is a time, `parts` where a long value may be broken."""

    term: str
    value: str
    at: datetime | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoTable:
    """One table of a demo to take away."""

    name: str
    url: str
    said: str
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class DemoView:
    """Everything the Data tab says of a demo; `last_try` is why the last try came to nothing."""

    state: str
    title: str
    facts: tuple[DemoFact, ...]
    tables: tuple[DemoTable, ...]
    missing: tuple[str, ...]
    last_try: str
    tried_at: datetime | None
    outdated: bool
    can_fetch: bool
    url: str
    most_mib: int


def demo_view(match: DeadlockMatch) -> DemoView:
    """Give the section of a kept match. One query."""
    demo, salts = load_demo_and_salts(match.match_id)
    url = f"/deadlock/matches/{match.match_id}/demo"
    state = demo.state if demo else "none"
    return DemoView(
        state=state,
        title=TITLES[state],
        facts=_facts(demo, salts),
        tables=_tables(demo, url),
        missing=tuple(demo.missing) if demo else (),
        last_try=demo.sentence if demo else "",
        tried_at=demo.tried_at if demo else None,
        outdated=bool(demo and demo.tables and demo.match_sha256 != match.raw_sha256),
        can_fetch=match.provenance != "generated",
        url=url,
        most_mib=current_settings().deadlock_demo_bytes // MIB,
    )


def _facts(demo: DeadlockDemo | None, salts: DeadlockSalts | None) -> tuple[DemoFact, ...]:
    facts = _kept_facts(demo) if demo and demo.state != "none" else []
    if salts:
        facts.append(_address("Demo’s address", salts.demo_url))
        facts.append(_address("Metadata’s address", salts.metadata_url))
        facts.append(DemoFact("Addresses asked for", "", at=salts.fetched_at))
    return tuple(facts)


def _address(term: str, url: str | None) -> DemoFact:
    """Let an address be broken after what ends its parts, so that it fits any screen."""
    parts = tuple(re.findall(r"[^/._]*[/._]*", url or "")[:-1])
    return DemoFact(term, url or "none told", parts=parts)


def _kept_facts(demo: DeadlockDemo) -> list[DemoFact]:
    length = round(demo.seconds or 0)
    size = f"{demo.demo_bytes or 0:,} bytes, {demo.packed_bytes or 0:,} as it came; not kept itself"
    clock = "the match’s own" if demo.on_match_clock else "the demo’s own"
    told = [
        DemoFact("Source", SOURCES[demo.source]),
        DemoFact("Kept", "", at=demo.kept_at),
        DemoFact("Agrees with the match in", demo.agreed),
    ]
    if demo.source == "generated":
        return told
    return [
        *told,
        DemoFact("Recorded by", f"game build {demo.build}, map {demo.map_name}"),
        DemoFact("Length", f"{length // 60}:{length % 60:02d}"),
        DemoFact("Clock", clock),
        DemoFact("Size", size),
        DemoFact("Read by", demo.reader),
    ]


def _tables(demo: DeadlockDemo | None, url: str) -> tuple[DemoTable, ...]:
    kept = demo.tables if demo else {}
    return tuple(
        DemoTable(one.title, f"{url}/{name}", one.said, kept[name]["rows"], kept[name]["bytes"])
        for name, one in DATASETS.items()
        if name in kept
    )
