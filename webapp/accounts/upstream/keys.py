"""The keys a provider signs with, remembered for an hour and asked for again when one is unknown.

Not more often than once a minute, however many tokens name keys nobody has.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from webapp.accounts.providers.record import Provider
from webapp.accounts.upstream.opening import Desk

FRESH_S: Final = 3600.0
AGAIN_S: Final = 60.0
MOST_KEYS: Final = 20
MOST_SETS: Final = 16


@dataclass(frozen=True, slots=True)
class Held:
    """A provider's keys, and when they came (on the monotonic clock)."""

    keys: KeySet
    at: float


_held: dict[str, Held] = {}
_lock = threading.Lock()


def keys_for(provider: Provider, name: str) -> KeySet:
    """Give a provider's keys, with the named one among them if there is such a one."""
    held, now = _held.get(provider.keys), time.monotonic()
    if held and now - held.at < FRESH_S:
        known = any(key.kid == name for key in held.keys)
        if known or now - held.at < AGAIN_S:
            return held.keys
    fetched = _fetch_keys(provider)
    with _lock:
        if len(_held) >= MOST_SETS:
            _held.clear()
        _held[provider.keys] = Held(fetched, now)
    return fetched


def forget_keys() -> None:
    """Let every provider's keys be asked for anew."""
    _held.clear()


def _fetch_keys(provider: Provider) -> KeySet:
    reply = Desk(provider).get(provider.keys)
    try:
        told = msgspec.json.decode(reply.body, type=dict[str, Any])
        ours = [one for one in told["keys"] if _signs(one)]
        return KeySet.import_key_set({"keys": ours[:MOST_KEYS]})
    except (msgspec.DecodeError, KeyError, TypeError, ValueError, JoseError):
        raise reply.drifted(f"{provider.label} published its keys in a new form.") from None


def _signs(key: dict[str, Any]) -> bool:
    """Take RSA keys for signing that have a name."""
    return key.get("kty") == "RSA" and key.get("use", "sig") == "sig" and bool(key.get("kid"))
