"""Secrets of others that we must be able to read again: encrypted where they are kept.

The key comes from SECRET_KEY, another one for each purpose; a text sealed for one purpose
cannot be opened for another.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from webapp.core.settings import current_settings


def seal(text: str, purpose: str) -> str:
    """Encrypt a text for keeping."""
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str) -> str | None:
    """Give the text again; None when it was sealed with another key or changed since."""
    try:
        return _box(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def key_for(purpose: str) -> bytes:
    """Give the 32 bytes that are this installation's key for one purpose."""
    derived = HKDF(SHA256(), 32, salt=None, info=f"guildhall {purpose}".encode())
    return derived.derive(current_settings().secret_key.encode())


def _box(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(key_for(purpose)))
