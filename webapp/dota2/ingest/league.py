"""Follow a league: read its list, note what is new, and bring its matches one by one.

One run a league at a time; its lease is the lock. What cannot be had is tried again later and
later, and after five times stands as failed with its reason.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import structlog

from webapp.core.db import db, utc_now
from webapp.core.objects import StorageDown
from webapp.core.upstream_errors import Forbidden, Unavailable, UpstreamError
from webapp.dota2.domain.league_walk import MOST_PAGES, next_start
from webapp.dota2.domain.parse.numbers import moment
from webapp.dota2.domain.words import LEAGUE_STEPS, counted
from webapp.dota2.ingest.match import INTAKE, fetch_match
from webapp.dota2.store import leagues
from webapp.dota2.store.leagues import Listed
from webapp.dota2.upstream import LeaguePage, ListedMatch, OpenDota, Steam
from webapp.jobs import Later, Refused, Run
from webapp.matchplay.unreadable import MatchUnreadable
from webapp.matchroom.quarantine import quarantine_raw
from webapp.matchroom.reanalysing import keep_if_worth

log = structlog.get_logger()

WALK_AGAIN: Final = timedelta(hours=6)
AT_ONCE: Final = 12
# Twelve in half a minute leave more than half of OpenDota's calls to readers.
SOON: Final = timedelta(seconds=30)
ASK_AGAIN: Final = timedelta(minutes=1)
BROKEN: Final = "Something broke on our side while this match was being worked out."


def leagues_to_follow() -> list[int]:
    """Give every league somebody follows."""
    return leagues.followed()


def follow_league(run: Run, opendota: OpenDota, steam: Steam) -> None:
    """Bring a league up to date; wakes again by itself while matches are still to be fetched."""
    league_id = int(run.args["league_id"])
    run.step(2, LEAGUE_STEPS[1])
    if not leagues.due(league_id, 1):
        _read_list(league_id, opendota, steam)
    run.step(3, LEAGUE_STEPS[2])
    for match_id in leagues.due(league_id, AT_ONCE):
        _bring(league_id, match_id, opendota, steam)
    left = len(leagues.due(league_id, 1000))
    if left:
        said = f"{counted(left, 'match', 'matches')} still to be fetched."
        raise Later(said, utc_now() + SOON)


def _read_list(league_id: int, opendota: OpenDota, steam: Steam) -> None:
    walked = leagues.walked_at(league_id)
    whole = walked is None or utc_now() - walked > WALK_AGAIN
    why = _walked_or_why(league_id, steam, whole=whole)
    told = _add_from_opendota(league_id, opendota) if whole or why else False
    if isinstance(why, Unavailable) and not told:
        raise Later(why.sentence, why.retry_at or utc_now() + ASK_AGAIN) from why
    # While Steam is away its list is not read to the end: the next round asks for it again.
    to_its_end = isinstance(why, Forbidden) if why else whole
    leagues.note_synced(league_id, walked=to_its_end)
    db.session.commit()


def _walked_or_why(league_id: int, steam: Steam, *, whole: bool) -> Forbidden | Unavailable | None:
    """Read Steam's list; gives why it cannot be read, where OpenDota's is to do."""
    try:
        _walk(league_id, steam, whole=whole)
    except (Forbidden, Unavailable) as why:
        log.info("league listed by OpenDota alone", league_id=league_id, reason=why.sentence)
        return why
    except UpstreamError as refused:
        raise Refused(refused.sentence) from refused
    return None


def _walk(league_id: int, steam: Steam, *, whole: bool) -> None:
    """Read from the newest on, until a page holds nothing new; to the end when `whole`."""
    start: int | None = None
    for _ in range(MOST_PAGES):
        page = steam.fetch_league_page(league_id, start)
        new = leagues.note_listed(league_id, _listed(page))
        db.session.commit()
        start = next_start([one.match_id for one in page.matches], start, page.results_remaining)
        if start is None or (not new and not whole):
            return


def _add_from_opendota(league_id: int, opendota: OpenDota) -> bool:
    """Add what OpenDota's list knows beside Steam's; False when it could not be had."""
    try:
        ids = opendota.fetch_league_ids(league_id)
    except UpstreamError as wrong:
        log.info("league list left out", league_id=league_id, reason=wrong.sentence)
        return False
    leagues.note_listed(league_id, [Listed(match_id) for match_id in ids])
    db.session.commit()
    return True


def _bring(league_id: int, match_id: int, opendota: OpenDota, steam: Steam) -> None:
    """Bring one match; a passing fault ends the round, all else is counted as its trouble."""
    try:
        trouble = _trouble_with(match_id, opendota, steam)
    except Unavailable as away:
        raise Later(away.sentence, away.retry_at or utc_now() + ASK_AGAIN) from away
    if trouble:
        leagues.note_trouble(league_id, match_id, trouble)
    db.session.commit()


def _trouble_with(match_id: int, opendota: OpenDota, steam: Steam) -> str | None:
    """Fetch and keep one match; gives why it could not be, None when it is kept."""
    try:
        raw = fetch_match(opendota, steam, match_id)
        keep_if_worth(INTAKE, raw, match_id)
        leagues.note_kept(match_id)
    except (Unavailable, StorageDown):
        raise
    except UpstreamError as refused:
        return refused.sentence
    except MatchUnreadable as wrong:
        db.session.rollback()
        quarantine_raw(INTAKE.shelf, match_id, wrong.sentence, wrong.path or "", raw)
        return wrong.sentence
    except Exception:
        # A fault of our own must not keep back the matches behind this one.
        db.session.rollback()
        log.exception("league match not kept", match_id=match_id)
        return BROKEN
    return None


def _listed(page: LeaguePage) -> list[Listed]:
    return [_line(one) for one in page.matches]


def _line(one: ListedMatch) -> Listed:
    return Listed(
        match_id=one.match_id,
        sequence=one.match_seq_num,
        series_id=one.series_id,
        series_type=one.series_type,
        started_at=moment(one.start_time),
        team_a_id=one.radiant_team_id or None,
        team_b_id=one.dire_team_id or None,
    )
