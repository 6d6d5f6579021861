"""What each word of an address and of a query means, for whoever writes a program.

A word of a query that makes no sense is as good as none, unless its pattern says otherwise.
"""

from __future__ import annotations

from typing import Any, Final

SECOND: Final = {"type": "integer", "minimum": 0, "maximum": 86_400}
NUMBER: Final = {"type": "integer", "minimum": 1}
DAY: Final = {"type": "string", "format": "date"}
TEXT: Final = {"type": "string", "maxLength": 300}
RESULT: Final = {"type": "string", "enum": ["won", "lost"]}

PATH: Final[dict[str, str]] = {
    "account_id": "An account, by its 32-bit Steam number.",
    "champion_id": "A champion, by its number.",
    "hero_id": "A hero, by its number.",
    "league_id": "A league, by the number Steam gave it.",
    "match_id": "A match, as its game numbers it.",
    "name": "A Steam profile’s own name.",
    "number": "An account, by its 32-bit Steam number; the 64-bit one leads there.",
    "other_id": "Another account, by its 32-bit Steam number.",
    "run_id": "A piece of work, as it was named when it was asked for.",
    "slug": "A Riot ID as Name-TAG.",
    "talk_id": "A talk with the coach.",
    "where": "A platform such as euw; find where it is not known.",
}
PATH_EXAMPLES: Final[dict[str, Any]] = {
    "account_id": 900_000_001,
    "champion_id": 1,
    "league_id": 17_001,
    "name": "gaben",
    "number": 900_000_001,
    "other_id": 900_000_002,
    "run_id": "00000000-0000-4000-8000-000000000000",
    "slug": "Ada-EUW",
    "talk_id": "00000000-0000-4000-8000-000000000000",
    "where": "euw",
}
QUERY: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "all": ("Also the small ones: 1.", TEXT),
    "champion": ("Only games on this champion, by its number.", NUMBER),
    "count": ("What is counted: take one from the page.", TEXT),
    "cursor": ("Where to go on: the cursor of the page before.", TEXT),
    "death": ("One death in full, by its number in the list.", TEXT),
    "fight": ("One fight in full, by its number in the list.", TEXT),
    "figure": ("Which figure is drawn.", TEXT),
    "follow": ("A player the map follows.", TEXT),
    "from": ("The first second of a span of the match.", SECOND),
    "heat": ("A side whose paths are summed up.", TEXT),
    "hero": ("Only matches on this hero, by its number.", NUMBER),
    "kind": ("Only what is of this kind.", TEXT),
    "limit": (
        "How many at most.",
        {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
    ),
    "metric": ("Which figure is shown over time.", TEXT),
    "mode": ("Only matches of this mode.", TEXT),
    "of": ("Whose figures: a side, or a player.", TEXT),
    "page": ("Which page of a list, from 1.", NUMBER),
    "patch": ("Only games of this patch, such as 15.3.", TEXT),
    "phase": ("Only a phase of the match.", TEXT),
    "player": ("One player of the match, by seat.", TEXT),
    "q": ("What to look for: a link, a number, a name.", TEXT),
    "queue": ("Only games of this queue, by its number.", NUMBER),
    "rank": ("Only a band of ranks.", TEXT),
    "result": ("Only won or only lost.", RESULT),
    "role": ("Only games in this role.", TEXT),
    "show": ("Which of the tables is shown.", TEXT),
    "side": ("Only one side.", TEXT),
    "since": ("From this day on.", DAY),
    "sort": ("By which column a table is sorted.", TEXT),
    "source": ("Only what one source did, by the engine’s name.", TEXT),
    "stat": ("Which figure the matrix shows.", TEXT),
    "t": ("The second of the match to show.", SECOND),
    "target": ("Whom it was done to, by seat.", TEXT),
    "to": ("The last second of a span of the match.", SECOND),
    "trail": ("How many seconds of path the map draws.", TEXT),
    "until": ("Up to this day.", DAY),
}
