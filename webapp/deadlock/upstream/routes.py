"""The archive's routes and their limits, as its own documents state them.

Two columns matter to one installation: its address's limits, or its key's. A question that
may reach the game's servers has a small budget of its own, apart from stored matches.
"""

from __future__ import annotations

from dataclasses import replace

from webapp.core.http import Route
from webapp.core.rate_limit import Window

MIB = 1024 * 1024
MINUTE = 60.0
HOUR = 3600.0
# A failed fetch is answered as 503 (500 on older versions) for a minute.
ABSENT = frozenset({500, 503})
METADATA = "/v1/matches/{match_id}/metadata"
SALTS = "/v1/matches/{match_id}/salts"
HISTORY = "/v1/players/{account_id}/match-history"

# name: route, windows without a key, windows with one.
TABLE: dict[str, tuple[Route, tuple[Window, ...], tuple[Window, ...]]] = {
    "metadata": (
        Route(METADATA, "metadata", max_bytes=8 * MIB, absent_statuses=ABSENT, learns=False),
        (Window(100, 10.0),),
        (Window(100, 1.0),),
    ),
    "raw": (
        Route(f"{METADATA}/raw", "metadata", kind="bytes", absent_statuses=ABSENT, learns=False),
        (Window(100, 10.0),),
        (Window(100, 1.0),),
    ),
    "metadata_from_game": (
        Route(METADATA, "metadata-game", absent_statuses=ABSENT, learns=False),
        (Window(3, HOUR),),
        (Window(300, HOUR),),
    ),
    "salts": (
        Route(SALTS, "salts", max_bytes=MIB, absent_statuses=ABSENT, learns=False, aside="salts"),
        (Window(3, HOUR), Window(10, 1800.0)),
        (Window(300, HOUR), Window(10, 60.0)),
    ),
    "history": (
        Route(HISTORY, "history", learns=False, aside="history"),
        (Window(100, 1.0),),
        (Window(100, 1.0),),
    ),
    "history_from_game": (
        Route(f"{HISTORY}?force_refetch", "history-game", learns=False, aside="history"),
        (Window(1, HOUR),),
        (Window(5, HOUR),),
    ),
    "profiles": (
        Route("/v1/players/steam", "profiles", aside="profiles"),
        (Window(100, 1.0),),
        (Window(100, 1.0),),
    ),
    "assets": (
        Route(
            "/v1/assets/{name}",
            "assets",
            max_bytes=16 * MIB,
            max_inflated_bytes=64 * MIB,
            aside="assets",
        ),
        (Window(100, 1.0),),
        (Window(100, 1.0),),
    ),
    "builds": (
        Route("/v1/builds", "builds", max_bytes=4 * MIB, learns=False, aside="builds"),
        (Window(100, 1.0),),
        (Window(100, 1.0),),
    ),
    "analytics": (
        Route("/v1/analytics/{name}", "analytics", max_bytes=MIB, aside="analytics"),
        (Window(200, MINUTE),),
        (Window(400, MINUTE),),
    ),
    "image": (
        Route("image", "images", kind="image", max_bytes=2 * MIB, max_inflated_bytes=2 * MIB),
        (Window(20, 1.0),),
        (Window(20, 1.0),),
    ),
}

ASSETS = ("heroes", "items", "map", "ranks", "accolades")


def routes(*, keyed: bool, public: bool = True) -> dict[str, Route]:
    """Give every route with the limits that hold for us.

    An archive on this very machine has no hourly budget of the game's servers to spare.
    """
    found = {}
    for name, (route, without, with_key) in TABLE.items():
        windows = with_key if keyed else without
        kept = tuple(window for window in windows if public or window.seconds < MINUTE)
        found[name] = replace(route, windows=kept)
    return found
