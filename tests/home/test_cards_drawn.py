"""The picture a page names for where it is shared, drawn by each game's own job."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Final

import pytest
from flask.testing import FlaskClient
from PIL import Image

from tests.browser import games
from tests.deadlock import kept as deadlock_kept
from tests.deadlock.many import do
from webapp.core.db import db, utc_now
from webapp.deadlock.store import players

ADA: Final = 900_000_001
OG_IMAGE: Final = re.compile(r'<meta property="og:image" content="http://127.0.0.1:8000([^"]+)">')


def deadlock_pages() -> list[str]:
    """Keep a match and a player of Deadlock; gives the pages of both."""
    at = f"/deadlock/matches/{deadlock_kept.keep()}"
    players.save_profiles({ADA: "Ada"})
    players.save_history(ADA, (), utc_now())
    db.session.commit()
    db.session.remove()
    return [at, f"/deadlock/players/{ADA}"]


PAGES: Final[dict[str, Callable[[], list[str]]]] = {
    "deadlock": deadlock_pages,
    "dota2": games.dota2_pages,
    "lol": games.lol_pages,
}
KINDS: Final = {"match": "/matches/", "player": "/(?:players|summoners)/"}


def opened(body: bytes) -> tuple[str | None, tuple[int, int]]:
    """Give what kind of picture this is, and its size."""
    picture = Image.open(BytesIO(body))
    return picture.format, picture.size


@pytest.mark.parametrize("game", PAGES)
def test_the_job_draws_what_the_pages_of_a_match_and_a_player_name(
    client: FlaskClient, game: str
) -> None:
    pages = PAGES[game]()
    named = {}
    for kind, part in KINDS.items():
        page = next(one for one in pages if re.search(part, one))
        found = OG_IMAGE.search(client.get(page).text)
        assert found, page
        named[kind] = found[1]
        assert found[1].startswith(f"/cards/{game}/{kind}/")
    before = {kind: client.get(path).data for kind, path in named.items()}
    assert do(f"{game}.cards") == "done"
    for kind, path in named.items():
        answer = client.get(path)
        assert answer.mimetype == "image/png"
        assert opened(answer.data) == ("PNG", (1200, 630))
        assert answer.data != before[kind], f"{path} is still the room's plain one"
    assert len({client.get(path).data for path in named.values()}) == len(KINDS)
