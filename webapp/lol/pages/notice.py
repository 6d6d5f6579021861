"""Whether Riot takes our key: what readers are told while it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.core.momentary import Momentary
from webapp.core.settings import current_settings
from webapp.lol.store import keys

_refusals: Final[Momentary[tuple[keys.Refusal | None]]] = Momentary("lol.refusals", 2)


@dataclass(frozen=True, slots=True)
class KeyNotice:
    """What to tell readers while nothing can be fetched; what is kept here still opens."""

    sentence: str
    since: datetime | None


def key_notice() -> KeyNotice | None:
    """Say why nothing can be fetched now; None while all is well."""
    if not current_settings().riot_api_key:
        return KeyNotice(
            "This site has no key for Riot’s servers, so nothing can be fetched.", None
        )
    (refused,) = _refusals.get(lambda: (keys.read_refusal(),))
    return KeyNotice(*refused) if refused else None
