"""How the part of a page that tells of a game goes on looking while somebody reads it.

Looking is asking for work, so it is a POST; while that is at work the part is read again. The
same addresses stand on a button and a link for readers without script.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.core.db import utc_now
from webapp.jobs.latest import LatestRun
from webapp.lol.domain.live import LOOK_EVERY

SOON_S: Final = 2
WAITING_S: Final = 5
IDLE: Final = 2
"""In no game, a look comes half as often."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Where to look again, what a look at work says, and when the part asks by itself.

    `look_when` and `read_when` are triggers as htmx takes them; at most one of them is there.
    """

    ask_url: str
    run_url: str | None
    said: str
    look_when: str
    read_when: str


def watch_of(url: str, last: LatestRun | None, looked_at: datetime | None, *, on: bool) -> Watch:
    """Say how to go on: read again while a look is at work, else look again when it is time.

    `looked_at` is when Riot last answered, to a look or to an update.
    """
    ask_url = f"{url}/live"
    if last is not None and last.live:
        waiting = last.state == "waiting"
        said = last.sentence if waiting else "Asking Riot"
        every_s = WAITING_S if waiting else SOON_S
        return Watch(ask_url, last.url, said, "", f"click, every {every_s}s, seen")
    due_s = _due_s((last.finished_at if last else None, looked_at), on=on)
    when = f"every {due_s}s" if due_s > 0 else "load"
    return Watch(ask_url, None, "", f"submit, {when}, seen", "")


def _due_s(looks: tuple[datetime | None, ...], *, on: bool) -> int:
    """Count the seconds until the next look."""
    known = [one for one in looks if one is not None]
    if not known:
        return 0
    pause = LOOK_EVERY if on else LOOK_EVERY * IDLE
    return round((pause - (utc_now() - max(known))).total_seconds())
