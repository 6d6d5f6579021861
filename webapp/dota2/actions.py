"""What a reader may ask of this room: a match, a replay read, a file, a player, a league."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import BinaryIO

from webapp.core.db import db
from webapp.core.settings import current_settings
from webapp.dota2.domain.words import (
    LEAGUE_STEPS,
    MATCH_STEPS,
    NAME_STEPS,
    PARSE_COST,
    PARSE_STEPS,
    PLAYER_STEPS,
    REPLAY_STEPS,
    UPLOAD_STEPS,
    league_key,
    match_key,
    parse_key,
    player_key,
)
from webapp.dota2.store import histories, leagues, matches, replays, uploads, wordings
from webapp.jobs import BULK, INTERACTIVE, enqueue
from webapp.jobs.latest import said
from webapp.matchplay.demo_file import PEEK_BYTES, begins_demo
from webapp.matchroom.following import MOST_NEW, new_since
from webapp.matchroom.wording import ask_for_wording

MOST_AT_ONCE = 20


def ask_for_match(match_id: int, *, queue: str = INTERACTIVE) -> str:
    """Ask for a match; gives the page that shows the progress. Commits."""
    run_id = _want_match(match_id, queue)
    db.session.commit()
    return f"/jobs/{run_id}"


def reread_match(key: str, note_id: int) -> uuid.UUID:
    """Ask for a match to be read from what lies in quarantine, in the caller's transaction."""
    return _want_match(int(key), INTERACTIVE, once={"note": note_id})


def _want_match(match_id: int, queue: str, **more: object) -> uuid.UUID:
    return enqueue(
        "dota2.match",
        key=match_key(match_id),
        args={"match_id": match_id, **more},
        target_url=f"/dota2/matches/{match_id}",
        steps=MATCH_STEPS,
        title=f"Fetching match {match_id}",
        queue=queue,
    )


def ask_for_matches(match_ids: list[int]) -> int:
    """Ask for many matches in the slow lane, those not kept here yet; gives how many."""
    known = matches.known_matches(match_ids)
    wanted = [one for one in match_ids if one not in known][:MOST_AT_ONCE]
    for match_id in wanted:
        ask_for_match(match_id, queue=BULK)
    return len(wanted)


def ask_for_parse(match_id: int) -> str:
    """Ask OpenDota to read a match's replay: ten of the day's calls. Commits."""
    run_id = enqueue(
        "dota2.parse",
        key=parse_key(match_id),
        args={"match_id": match_id},
        target_url=f"/dota2/matches/{match_id}",
        steps=PARSE_STEPS,
        title=f"Having the replay of match {match_id} read ({PARSE_COST} of OpenDota’s calls)",
        queue=BULK,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def ask_for_new(player_key: str, since: datetime) -> int:
    """Ask for what a followed player played since a moment, not kept here; gives how many."""
    newest = histories.newest_played(int(player_key), MOST_NEW)
    return ask_for_matches([one.match_id for one in newest if one.started_at >= new_since(since)])


def ask_for_player(account_id: int, *, queue: str = INTERACTIVE) -> str:
    """Ask for a player's matches, heroes and company; gives the progress page. Commits."""
    run_id = enqueue(
        "dota2.player",
        key=player_key(account_id),
        args={"account_id": account_id},
        target_url=f"/dota2/players/{account_id}",
        steps=PLAYER_STEPS,
        title=f"Fetching player {account_id}",
        queue=queue,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def ask_whose(name: str) -> str:
    """Ask Steam whose profile a name is; gives the progress page. Commits."""
    run_id = enqueue(
        "dota2.whose",
        key=f"dota2.whose:{name.casefold()}",
        args={"name": name},
        target_url=f"/dota2/names/{name}",
        steps=NAME_STEPS,
        title=f"Finding the Steam profile {name}",
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def follow_league(league_id: int, name: str | None = None) -> str:
    """Follow a league from now on and bring it up to date. Commits."""
    leagues.add_league(league_id, name)
    return ask_for_league(league_id)


def ask_for_league(league_id: int) -> str:
    """Ask for a followed league to be brought up to date. Commits."""
    run_id = enqueue(
        "dota2.league",
        key=league_key(league_id),
        args={"league_id": league_id},
        target_url=f"/dota2/leagues/{league_id}",
        steps=LEAGUE_STEPS,
        title=f"Following league {league_id}",
        queue=BULK,
    )
    db.session.commit()
    return f"/jobs/{run_id}"


def retry_league(league_id: int) -> int:
    """Take up again the matches of a league that were given up; gives how many. Commits."""
    again = leagues.retry_failed(league_id)
    ask_for_league(league_id)
    return again


def import_upload(filename: str, stream: BinaryIO) -> str:
    """Keep a brought file and ask for it to be read; gives the progress page. Commits."""
    keep = keep_replay if is_replay(stream) else keep_body
    run_id, _ = keep(filename, stream)
    return f"/jobs/{run_id}"


def is_replay(stream: BinaryIO) -> bool:
    """Say whether a brought file begins as a recording; leaves it at its beginning."""
    head = stream.read(PEEK_BYTES)
    stream.seek(0)
    return begins_demo(head)


def keep_replay(filename: str, stream: BinaryIO) -> tuple[uuid.UUID, str]:
    """Keep a brought replay and ask for it to be read; gives the run and the file's SHA-256.

    Commits; raises webapp.matchroom.demos.parts.TooLarge.
    """
    most = current_settings().dota2_replay_bytes
    digest = replays.save_replay(filename, stream, most_bytes=most)
    run_id = enqueue(
        "dota2.replay",
        key=f"dota2.replay:{digest}",
        args={"sha256": digest},
        target_url=f"/dota2/uploads/{digest}",
        steps=REPLAY_STEPS,
        title=f"Reading {uploads.plain_name(filename)}",
        queue=BULK,
    )
    db.session.commit()
    return run_id, digest


def keep_body(filename: str, stream: BinaryIO) -> tuple[uuid.UUID, str]:
    """Keep a brought file that is no recording and ask for it to be read."""
    return keep_upload(filename, stream.read())


def keep_upload(filename: str, body: bytes) -> tuple[uuid.UUID, str]:
    """Keep a brought file and ask for it to be read; gives the run and the file's SHA-256."""
    digest = uploads.save_upload(filename, body)
    run_id = enqueue(
        "dota2.upload",
        key=f"dota2.upload:{digest}",
        args={"sha256": digest},
        target_url=f"/dota2/uploads/{digest}",
        steps=UPLOAD_STEPS,
        title=f"Reading {uploads.plain_name(filename)}",
    )
    db.session.commit()
    return run_id, digest


def said_of(run_id: uuid.UUID) -> str:
    """Give what a run that did not succeed says of itself."""
    return said(run_id) or "It could not be read."


def ask_for_words(match_id: int) -> str | None:
    """Ask for a match's findings in other words; None where nobody does that. Commits."""
    run_id = ask_for_wording(wordings.WORDINGS, match_id)
    db.session.commit()
    return f"/jobs/{run_id}" if run_id else None
