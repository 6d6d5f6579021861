"""League of Legends' jobs: ids in, nothing out, safe to ring twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from webapp.core.talking import open_talking
from webapp.core.wording import open_wording
from webapp.lol import actions, ingest
from webapp.lol.ingest.coach import answer_talk
from webapp.lol.pages.cards import GAME, SUBJECTS
from webapp.lol.pages.coach.tools import look_up
from webapp.lol.pages.findings.words import WORDS
from webapp.lol.upstream import open_data_dragon, open_riot
from webapp.matchroom.cards import draw_due
from webapp.matchroom.rewording import reword_findings

if TYPE_CHECKING:
    from webapp.jobs import Run


def match(run: Run) -> None:
    """Bring one match; for somebody who waits, its timeline right after."""
    waited_for = bool(run.args.get("waited_for"))
    ingest.ingest_match(run, partial(open_riot, patient=not waited_for))
    if waited_for:
        actions.ask_for_missing_timeline(str(run.args["match_id"]))


def timeline(run: Run) -> None:
    """Bring the timeline of a match that is kept."""
    ingest.ingest_timeline(run, open_riot)


def summoner(run: Run) -> None:
    """Bring one account up to date, and ask for its newest matches."""
    patient = not run.args.get("waited_for")
    ingest.ingest_summoner(run, partial(open_riot, patient=patient), actions.want_matches)


def live(run: Run) -> None:
    """Look whether an account is in a game."""
    ingest.ingest_live(run, open_riot)


def claim(run: Run) -> None:
    """Take one step of a claim on a Riot ID."""
    ingest.ingest_claim(run, open_riot)


def upload(run: Run) -> None:
    """Read a file a reader brought."""
    ingest.ingest_upload(run)


def names(run: Run) -> None:
    """Bring the names of champions, items, spells and runes."""
    ingest.refresh_catalogue(run, open_data_dragon())


def chance(run: Run) -> None:
    """Make a new win chance model when there are enough new games."""
    ingest.refresh_chance(run)


def wording(run: Run) -> None:
    """Put a match's findings in other words."""
    reword_findings(run, WORDS, open_wording())


def cards(run: Run) -> None:
    """Draw the pictures shown beside links to matches and players."""
    draw_due(run, GAME, SUBJECTS)


def coach(run: Run) -> None:
    """Answer a question put to the coach."""
    answer_talk(run, open_talking(), look_up)
