"""A stand-in for Riot's servers: accounts, ranks, matches and timelines, all of them invented.

The same number is the same game, byte for byte. Numbers below 1000 are the samples of an
installation without network.
"""

from webapp.simulator.riot.samples import (
    SAMPLE_PLATFORM,
    match_bytes,
    played_in_demo,
    sample_matches,
    timeline_bytes,
)

__all__ = ["SAMPLE_PLATFORM", "match_bytes", "played_in_demo", "sample_matches", "timeline_bytes"]
