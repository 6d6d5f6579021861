"""Whether Riot takes our key: what readers are told while it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.core.settings import current_settings
from webapp.lol.store import keys


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
    refused = keys.refused_key()
    return KeyNotice(refused.sentence, refused.refused_at) if refused else None
