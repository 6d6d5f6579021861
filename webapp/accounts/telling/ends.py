"""From ends of work to news: what was asked for is here or is not, a followed player has played.

Ends are taken up in order and told of in the same transaction, each recipient once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from webapp.accounts.actions.following import thing_at
from webapp.accounts.domain.events import JOB_FAILED, MATCH_READY, PLAYER_MATCH, News, is_news
from webapp.accounts.rooms import Newest, Seen, room_of, seen_at
from webapp.accounts.store import askers, follows
from webapp.accounts.telling.spread import spread
from webapp.core.audit_reading import last_actor
from webapp.core.db import db
from webapp.jobs.ends import Ended, take_ended

AT_ONCE: Final = 100
WORDS: Final = {
    "failed": "this did not work",
    "dead": "this did not work",
    "cancelled": "this was called off",
}


def tell_ends() -> int:
    """Tell of everything that has ended; gives how many ends were taken up. Commits."""
    total = 0
    while taken := take_ended(AT_ONCE):
        looked_up = [one for one in taken if _tell(one)]
        db.session.commit()
        for one in looked_up:
            _ask_for_new(one)
        total += len(taken)
    db.session.rollback()
    return total


def _tell(ended: Ended) -> bool:
    """Tell of one end; says whether it was a player's list of matches that came."""
    if ended.state in WORDS:
        for account_id in _waiting_for(ended):
            spread(_failed(ended, account_id))
    seen = seen_at(ended.target_url) if ended.state == "done" else None
    if seen is None:
        return False
    if seen.what.kind == "player":
        follows.keep_name(thing_at(seen), title=seen.what.title, url=seen.what.url)
        return True
    line = seen.room.follows.match_line(seen.what.key)
    if line is not None:
        for news in (*_ready(ended, seen, line), *_played(seen, line)):
            spread(news)
    return False


def _waiting_for(ended: Ended) -> list[int]:
    """Give who asked for a run, but not who called it off: they know."""
    asked = askers.able_askers_of(ended.id)
    if not asked or ended.state != "cancelled":
        return asked
    actor = last_actor("cancel job", f"job:{ended.id}")
    return [account_id for account_id in asked if actor != f"account:{account_id}"]


def _failed(ended: Ended, account_id: int) -> News:
    return News(
        account_id=account_id,
        event=JOB_FAILED,
        subject=ended.subject,
        title=f"{ended.title}: {WORDS[ended.state]}",
        said=ended.sentence,
        url=f"/jobs/{ended.id}",
    )


def _ready(ended: Ended, seen: Seen, line: Newest) -> Iterator[News]:
    for account_id in askers.able_askers_of(ended.id):
        yield News(
            account_id=account_id,
            event=MATCH_READY,
            subject=ended.subject,
            title=f"{line.title} is here",
            said=line.said,
            url=seen.what.url,
        )


def _played(seen: Seen, line: Newest) -> Iterator[News]:
    """Tell those who follow one of its players, if it was played since they do."""
    players = seen.room.follows.players_in(seen.what.key)
    for follow in follows.followers_of(seen.room.slug, players):
        if is_news(line.played_at, follow.created_at):
            yield News(
                account_id=follow.account_id,
                event=PLAYER_MATCH,
                subject=f"{seen.room.slug}:{seen.what.key}",
                title=f"{follow.title} played {seen.room.name}",
                said=f"{line.title}, {line.said}",
                url=seen.what.url,
            )


def _ask_for_new(ended: Ended) -> None:
    """Ask for what a followed player has played since; done again when lost halfway."""
    seen = seen_at(ended.target_url)
    if seen is None or room_of(seen.room.slug) is None:
        return
    since = follows.followed_since(seen.room.slug, seen.what.key)
    if since is not None:
        seen.room.follows.ask_for_new(seen.what.key, since)
