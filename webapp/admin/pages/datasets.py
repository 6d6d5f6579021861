"""Sets of names and numbers: their versions, which one is in use, how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from webapp.admin.backstage import refresh_key
from webapp.core.recorded import versions
from webapp.jobs.latest import LatestRun, latest_runs


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a set."""

    version: str
    fetched_at: datetime
    object_key: str
    sha256: str
    current: bool


@dataclass(frozen=True, slots=True)
class SetLine:
    """One set with its versions, the one in use first, and the run that last brought it."""

    name: str
    current: VersionLine | None
    others: tuple[VersionLine, ...]
    can_refresh: bool
    run: LatestRun | None


@dataclass(frozen=True, slots=True)
class DatasetsPage:
    """Every set there is."""

    sets: tuple[SetLine, ...]


def datasets_page() -> DatasetsPage:
    """Show every set. Two queries."""
    grouped = [
        (
            name,
            [VersionLine(v.version, v.fetched_at, v.object_key, v.sha256, v.current) for v in of],
        )
        for name, of in groupby(versions(), key=lambda one: one.name)
    ]
    keys = {name: refresh_key(name) for name, _ in grouped}
    runs = latest_runs(sorted({key for key in keys.values() if key}))
    return DatasetsPage(
        tuple(
            SetLine(
                name=name,
                current=next((one for one in lines if one.current), None),
                others=tuple(one for one in lines if not one.current),
                can_refresh=bool(keys[name]) and keys[name] in runs,
                run=runs.get(keys[name]),
            )
            for name, lines in grouped
        )
    )
