"""Generated matches for an installation without network, under ids no real match has."""

import json

from webapp.simulator.dota2.game import play
from webapp.simulator.dota2.wire import tell_match

SAMPLES: dict[int, str] = {
    201: "comeback",
    202: "stomp",
    203: "even",
    204: "normal",
    205: "remake",
}
UNPARSED_SAMPLE = 204


def sample_matches() -> list[tuple[int, bytes]]:
    """(match id, OpenDota body) of each sample, always the same bytes."""
    return [(match_id, sample_body(match_id)) for match_id in SAMPLES]


def sample_body(match_id: int) -> bytes:
    """One sample as OpenDota would serve it; one of them is not parsed."""
    game = play(match_id, SAMPLES[match_id])
    body = tell_match(game, parsed=match_id != UNPARSED_SAMPLE)
    return json.dumps(body, separators=(",", ":")).encode()
