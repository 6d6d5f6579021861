"""Signatures of webhooks, after Standard Webhooks (standardwebhooks.com, specification 1.0).

What is signed is `<id>.<seconds>.<body>`; while a secret is being changed both signatures stand
side by side.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

PREFIX: Final = "whsec_"
BYTES: Final = 32
OLD_FOR: Final = timedelta(hours=24)
"""How long the secret before a change still signs."""


def new_signing_secret() -> str:
    """Make a secret both sides keep."""
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def new_message_id() -> str:
    """Make the id of one message; every try of it bears the same."""
    return f"msg_{secrets.token_hex(12)}"


def signature(secret: str, message_id: str, seconds: int, body: bytes) -> str:
    """Sign one message with one secret."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{seconds}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def signed_headers(
    known: Sequence[str], message_id: str, seconds: int, body: bytes
) -> dict[str, str]:
    """Give the three headers of a message, signed with every secret that counts."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(
            signature(secret, message_id, seconds, body) for secret in known
        ),
    }
