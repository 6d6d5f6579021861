"""What reads a replay: run by itself, shut in, as `python reader.py REQUEST.json`.

Writes body.json, what it found as OpenDota would write it, and report.json, which match that is or
why there is none. Imports nothing of the project but its walls and what shapes the body; all it
writes is read back as a stranger's.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from webapp.core.jail.walls import Limits, raise_walls
from webapp.dota2.domain.replays.body import body_of, wrong_with
from webapp.dota2.domain.replays.body.whole import last_second
from webapp.dota2.domain.replays.numbers import number_of

if TYPE_CHECKING:
    from gem.proto.dota_gcmessages_common_pb2 import CMsgDOTAMatch
    from gem.results.models import ParsedMatch


def main(request_path: str) -> None:
    """Put up the walls, then read what is asked for."""
    folder = Path(request_path).parent
    request = json.loads(Path(request_path).read_text())
    raise_walls(Limits(**request["limits"]))
    logging.disable()
    report = _read(request["replay"], request["own_number"], folder)
    (folder / "report.json").write_text(json.dumps(report))


def _read(replay: str, own_number: int, folder: Path) -> dict[str, Any]:
    import gem
    from gem.catalog.items import ITEMS

    summaries = _noting_summaries()
    found = gem.parse(replay)
    wrong = wrong_with(found)
    if wrong is not None:
        return {"wrong": wrong, "at_s": last_second(found)}
    items = {name: one["id"] for name, one in ITEMS.items() if isinstance(one.get("id"), int)}
    match_id = number_of(found.match_id, own_number)
    body = body_of(found, match_id, items, _summary_for(found, summaries))
    (folder / "body.json").write_text(json.dumps(body, default=float, allow_nan=False))
    return {"match_id": match_id}


def _noting_summaries() -> list[CMsgDOTAMatch]:
    """Have the game's own summary noted: gem reads it, and hands on only a part."""
    from gem import parser

    noted: list[CMsgDOTAMatch] = []

    class Noting(parser.ReplayParser):
        """The parser, telling what it would keep to itself."""

        def parse(self) -> None:
            super().parse()
            if self.match_details is not None:
                noted.append(self.match_details)

    parser.ReplayParser = Noting  # type: ignore[misc]
    return noted


def _summary_for(found: ParsedMatch, summaries: list[CMsgDOTAMatch]) -> CMsgDOTAMatch | None:
    """Give the summary of this match; one of another match is none."""
    last = summaries[-1] if summaries else None
    known = last is not None and last.match_id in {0, found.match_id}
    return last if known else None


if __name__ == "__main__":
    main(sys.argv[1])
