"""The match a demo belongs to, and the row that says what was kept of the demo."""

from __future__ import annotations

from webapp.core.objects import ObjectMissing
from webapp.deadlock.domain.demos import DemoRefused
from webapp.deadlock.domain.records import Match, MatchUnreadable
from webapp.deadlock.ingest.body import parse_body
from webapp.deadlock.ingest.demo.bringing import Brought
from webapp.deadlock.ingest.demo.keeping import Worked
from webapp.deadlock.ingest.demo.reading import Reading
from webapp.deadlock.store import demos, matches
from webapp.deadlock.store.demos import KeptDemo

NO_MATCH = "This match is not kept here any more."


class NotHereYet(DemoRefused):
    """The match a demo names may be fetched, and the demo then be read: its file stays a while."""


def match_of(match_id: int | None) -> tuple[Match, str]:
    """Give the match a demo is of, and the digest of its body."""
    if match_id is None:
        raise DemoRefused("This demo does not say which match it is of, so it cannot be used.")
    row = matches.load_row(match_id)
    if row is None:
        raise NotHereYet(
            f"This is the demo of match {match_id}, which is not kept here yet. "
            "Fetch the match first, then try this again."
        )
    try:
        return parse_body(matches.load_raw(row), expect_match_id=match_id), row.raw_sha256
    except (MatchUnreadable, ObjectMissing) as wrong:
        raise DemoRefused(NO_MATCH) from wrong


def kept_demo(
    reading: Reading, worked: Worked, brought: Brought, tables: dict[str, demos.Table]
) -> KeptDemo:
    """Say everything of a demo that its row says."""
    header = reading.header
    return KeptDemo(
        state="partial" if worked.missing else "kept",
        source=brought.source,
        match_sha256=worked.of,
        build=header.build,
        map_name=header.map_name,
        seconds=header.seconds,
        on_match_clock=header.on_match_clock,
        reader=f"boon {header.reader}",
        packed_bytes=brought.bytes,
        demo_bytes=brought.plain_bytes,
        demo_sha256=brought.sha256,
        agreed=worked.agreed,
        tables=tables,
        missing=worked.missing,
    )
