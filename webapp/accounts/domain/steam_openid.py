"""Whether what a browser brings back from Steam may be Steam's word: OpenID 2.0, checked strictly.

The same hole was found in library after library: something here was believed unsigned, or
compared loosely. Nothing is asked here; what passes is still to be confirmed by Steam itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

Fields = Sequence[tuple[str, str]]
NS: Final = "http://specs.openid.net/auth/2.0"
ENDPOINT: Final = "https://steamcommunity.com/openid/login"
# fullmatch and [0-9]: `$` would let a line end through, `\d` the digits of other scripts.
CLAIMED: Final = re.compile(r"https://steamcommunity\.com/openid/id/(7656119[0-9]{10})")
NONCE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)[!-~]{1,128}")
SELECT: Final = "http://specs.openid.net/auth/2.0/identifier_select"
SIGNED: Final = frozenset(
    {"op_endpoint", "claimed_id", "identity", "return_to", "response_nonce", "assoc_handle"}
)
OLDEST: Final = timedelta(minutes=5)
EARLIEST: Final = timedelta(minutes=1)
MOST_FIELDS, LONGEST = 30, 4096


class NotSteam(ValueError):
    """Something Steam did not say, or did not say to us just now; the word says what, for logs."""


def question(return_to: str, realm: str) -> dict[str, str]:
    """Give what is asked of Steam: who is this, and send them back here."""
    return {
        "openid.ns": NS,
        "openid.mode": "checkid_setup",
        "openid.return_to": return_to,
        "openid.realm": realm,
        "openid.identity": SELECT,
        "openid.claimed_id": SELECT,
    }


def read_answer(fields: Fields, return_to: str, now: datetime) -> tuple[str, str]:
    """Give the SteamID and the nonce of an answer; raises NotSteam for anything but a good one."""
    told = _once(fields)
    _is("ns", told, NS)
    _is("mode", told, "id_res")
    _is("op_endpoint", told, ENDPOINT)
    _is("return_to", told, return_to)
    _is("identity", told, told.get("claimed_id", ""))
    if missing := SIGNED - set(told.get("signed", "").split(",")):
        raise NotSteam(f"signed: {min(missing)}")
    found = CLAIMED.fullmatch(told.get("claimed_id", ""))
    if found is None:
        raise NotSteam("claimed_id")
    return found[1], _nonce(told.get("response_nonce", ""), now)


def confirmation(fields: Fields) -> dict[str, str]:
    """Give what Steam is sent to confirm: its own answer, with the question changed."""
    told = {name: value for name, value in fields if name.startswith("openid.")}
    return {**told, "openid.mode": "check_authentication"}


def is_confirmed(body: bytes) -> bool:
    """Say whether Steam's reply holds the line that says so, and no other word on it."""
    lines = [line for line in body.split(b"\n") if line.startswith(b"is_valid")]
    return lines == [b"is_valid:true"]


def _once(fields: Fields) -> dict[str, str]:
    """Give the openid fields without their prefix; raises NotSteam when one comes twice."""
    ours = [(name, value) for name, value in fields if name.startswith("openid.")]
    names = [name for name, _ in ours]
    if len(set(names)) != len(names):
        raise NotSteam("twice")
    if len(ours) > MOST_FIELDS or any(len(value) > LONGEST for _, value in ours):
        raise NotSteam("size")
    return {name.removeprefix("openid."): value for name, value in ours}


def _is(name: str, told: dict[str, str], wanted: str) -> None:
    if not wanted or told.get(name) != wanted:
        raise NotSteam(name)


def _nonce(text: str, now: datetime) -> str:
    found = NONCE.fullmatch(text)
    if found is None:
        raise NotSteam("response_nonce")
    try:
        made = datetime.strptime(found[1], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise NotSteam("response_nonce") from None
    if not now - OLDEST <= made <= now + EARLIEST:
        raise NotSteam("response_nonce: age")
    return text
