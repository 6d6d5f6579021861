"""Dota 2's jobs: ids in, nothing out, safe to ring twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webapp.core.wording import open_wording
from webapp.dota2 import actions, ingest
from webapp.dota2.ingest.replay import ingest_replay
from webapp.dota2.pages.cards import GAME, SUBJECTS
from webapp.dota2.pages.findings.words import WORDS
from webapp.dota2.upstream import open_opendota, open_pictures, open_steam
from webapp.matchroom.cards import draw_due
from webapp.matchroom.rewording import reword_findings

if TYPE_CHECKING:
    from webapp.jobs import Run


def match(run: Run) -> None:
    """Bring one match."""
    ingest.ingest_match(run, open_opendota(), open_steam())


def parse(run: Run) -> None:
    """Have a replay read, and bring the match again."""
    ingest.ingest_parse(run, open_opendota())


def upload(run: Run) -> None:
    """Read a file a reader brought."""
    ingest.ingest_upload(run)


def replay(run: Run) -> None:
    """Read a replay a reader brought."""
    ingest_replay(run)


def player(run: Run) -> None:
    """Bring one player's matches, heroes and company."""
    ingest.ingest_player(run, open_opendota())


def whose(run: Run) -> None:
    """Find whose Steam profile a name is."""
    ingest.find_person(run, open_steam())


def names(run: Run) -> None:
    """Bring the names of the game."""
    ingest.refresh_catalogue(run, open_opendota(), open_pictures())


def chance(run: Run) -> None:
    """Make a new win chance model when there are enough new matches."""
    ingest.refresh_chance(run)


def benchmarks(run: Run) -> None:
    """Work out what is usual for each hero."""
    ingest.refresh_benchmarks(run)


def league(run: Run) -> None:
    """Bring a league up to date."""
    ingest.follow_league(run, open_opendota(), open_steam())


def leagues(run: Run) -> None:  # noqa: ARG001 - every job is given its run
    """Ask for every league that is followed."""
    for league_id in ingest.leagues_to_follow():
        actions.ask_for_league(league_id)


def wording(run: Run) -> None:
    """Put a match's findings in other words."""
    reword_findings(run, WORDS, open_wording())


def cards(run: Run) -> None:
    """Draw the pictures shown beside links to matches and players."""
    draw_due(run, GAME, SUBJECTS)
