"""Secrets we hand out once: random, told apart by a prefix, kept only as a hash.

256 random bits need no slow hash: there is nothing to guess.
"""

from __future__ import annotations

import hashlib
import secrets

BYTES = 32


def new_secret(prefix: str = "") -> str:
    """Make a secret of 256 random bits, written with letters, digits, - and _."""
    return prefix + secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    """Give what is kept of a secret: its SHA-256 in hex."""
    return hashlib.sha256(secret.encode()).hexdigest()
