"""A timeline body as the record of it."""

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse.events import events, has_any
from webapp.lol.domain.parse.frames import frames
from webapp.lol.domain.parse.numbers import whole
from webapp.matchplay.unreadable import MatchUnreadable


def timeline(
    body: wire.TimelineBody, match_id: str, game_id: int, slots: tuple[int, ...]
) -> records.Timeline | None:
    """Read a timeline; None when it holds no frame of any player and no event.

    Raises MatchUnreadable when it belongs to another match.
    """
    _belongs(body, match_id, game_id)
    found = [one for one in (body.info.frames or () if body.info else ()) if one is not None]
    happened = [one for frame in found for one in frame.events or () if one is not None]
    made = frames(found, slots)
    if not len(made.at_ms) and not happened:
        return None
    return records.Timeline(
        frames=made, has_events=has_any(found), **events(happened, frozenset(slots))
    )


def _belongs(body: wire.TimelineBody, match_id: str, game_id: int) -> None:
    said = body.metadata.match_id if body.metadata else None
    number = whole(body.info.game_id) if body.info else None
    if (said and said.upper() != match_id) or (number and number != game_id):
        other = said or str(number)
        raise MatchUnreadable(f"This timeline is about match {other}, not {match_id}.", "timeline")
