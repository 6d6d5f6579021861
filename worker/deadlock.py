"""Deadlock's jobs: ids in, nothing out, safe to ring twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.core.wording import open_wording
from webapp.deadlock import actions, ingest
from webapp.deadlock.ingest.demo import ingest_demo, ingest_demo_file
from webapp.deadlock.pages.cards import GAME, SUBJECTS
from webapp.deadlock.pages.findings.words import WORDS
from webapp.deadlock.upstream import open_deadlock
from webapp.deadlock.upstream.demos import open_demo_servers
from webapp.matchroom.cards import draw_due
from webapp.matchroom.rewording import reword_findings

if TYPE_CHECKING:
    from webapp.jobs import Run


def match(run: Run) -> None:
    """Bring one match, then ask for the builds it names."""
    ingest.ingest_match(run, open_deadlock())
    actions.ask_for_named_builds(int(run.args["match_id"]))


def upload(run: Run) -> None:
    """Read a file a reader brought."""
    ingest.ingest_upload(run)


def history(run: Run) -> None:
    """Bring one account's match history."""
    ingest.ingest_history(run, open_deadlock())


def chance(run: Run) -> None:
    """Make a new win chance model when there are enough new matches."""
    ingest.refresh_chance(run)


def wording(run: Run) -> None:
    """Put a match's findings in other words."""
    reword_findings(run, WORDS, open_wording())


def assets(run: Run) -> None:
    """Bring the names and pictures of the game."""
    ingest.refresh_catalogue(run, open_deadlock())


def columns(run: Run) -> None:
    """Gather matches into column files."""
    ingest.gather_columns(run)


def benchmarks(run: Run) -> None:
    """Work out what is usual for each hero."""
    ingest.refresh_benchmarks(run)


def analytics(run: Run) -> None:
    """Bring the archive's own statistics of every hero."""
    ingest.refresh_analytics(run, open_deadlock())


def builds(run: Run) -> None:
    """Bring the published builds a match names."""
    ingest.ingest_builds(run, open_deadlock())


def demo(run: Run) -> None:
    """Bring a match's demo from the game's own servers."""
    ingest_demo(run, open_deadlock(), open_demo_servers())


def demo_file(run: Run) -> None:
    """Read a demo a reader brought."""
    ingest_demo_file(run)


def cards(run: Run) -> None:
    """Draw the pictures shown beside links to matches and players."""
    draw_due(run, GAME, SUBJECTS)
