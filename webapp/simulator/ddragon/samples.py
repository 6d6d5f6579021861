"""Names for a fresh installation without network, in Data Dragon's own shapes."""

import json

from webapp.simulator.ddragon.bodies import LISTS
from webapp.simulator.ddragon.stand import LANGUAGES, VERSIONS

NAMES = {"champions": "champion", "items": "item", "spells": "summoner", "runes": "runesReforged"}


def sample_names(language: str) -> dict[str, bytes]:
    """Give the four lists in a language; in English where there are none in it."""
    told = language if language in LANGUAGES else LANGUAGES[0]
    return {
        name: json.dumps(LISTS[listed](VERSIONS[0], told)).encode()
        for name, listed in NAMES.items()
    }
