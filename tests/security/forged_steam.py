"""Returns from Steam with one thing wrong, each named by what that is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from tests.accounts.journey import changed, query_of

Spoil = Callable[[str], str]
ID = "https://steamcommunity.com/openid/id/"
MINE = f"{ID}76561197960265731"
OTHER = f"{ID}76561197960287930"
RETURN_TO = "http://127.0.0.1:8000/sign-in/steam/callback?state=abc"
SIGNED = "op_endpoint,claimed_id,identity,return_to,response_nonce,assoc_handle"


def genuine() -> str:
    """Give a return as Steam writes one, made just now; whether it is Steam's, Steam would say."""
    told = {
        "ns": "http://specs.openid.net/auth/2.0",
        "mode": "id_res",
        "op_endpoint": "https://steamcommunity.com/openid/login",
        "claimed_id": MINE,
        "identity": MINE,
        "return_to": RETURN_TO,
        "response_nonce": nonce_of(0),
        "assoc_handle": "1234567890",
        "signed": f"signed,{SIGNED}",
        "sig": "YWJjZGVmZ2hpamtsbW5vcHFyc3Q=",
    }
    query = {"state": "abc", **{f"openid.{name}": value for name, value in told.items()}}
    return f"/sign-in/steam/callback?{urlencode(query)}"


def nonce_of(seconds: int) -> str:
    """Give the nonce of an answer made so many seconds from now."""
    made = datetime.now(UTC) + timedelta(seconds=seconds)
    return made.strftime("%Y-%m-%dT%H:%M:%SZ") + "abc"


def put(name: str, value: str | None) -> Spoil:
    """Change one field of the return."""
    return lambda back: changed(back, **{f"openid__{name}": value})


def without_signed(name: str) -> Spoil:
    """Take a field out of what is signed."""

    def spoil(back: str) -> str:
        signed = query_of(back)["openid.signed"].split(",")
        return put("signed", ",".join(one for one in signed if one != name))(back)

    return spoil


def both_ids(value: str) -> Spoil:
    """Change who it is about, in both places alike."""
    return lambda back: put("claimed_id", value)(put("identity", value)(back))


def twice(name: str, value: str = "") -> Spoil:
    """Let a field come twice."""
    return lambda back: f"{back}&openid.{name}={value or 'x'}"


def aged(seconds: int) -> Spoil:
    """Change when the answer was made: so many seconds from the moment of the forgery."""

    def spoil(back: str) -> str:
        return changed(back, openid__response_nonce=nonce_of(seconds))

    return spoil


def crowded(back: str) -> str:
    """Add more fields than Steam ever sends."""
    return back + "".join(f"&openid.x{number}=1" for number in range(30))


FORGED: dict[str, Spoil] = {
    "another endpoint": put("op_endpoint", "https://steamcommunity.com/openid/login/"),
    "an endpoint of the forger's": put("op_endpoint", "https://evil.example/openid/login"),
    "an endpoint over plain http": put("op_endpoint", "http://steamcommunity.com/openid/login"),
    "no endpoint": put("op_endpoint", None),
    "another namespace": put("ns", "http://openid.net/signon/1.1"),
    "no namespace": put("ns", None),
    "another mode": put("mode", "error"),
    "the mode of a question": put("mode", "check_authentication"),
    "no mode": put("mode", None),
    "an identity that is not the claimed one": put("identity", OTHER),
    "a claimed identity that is not the other": put("claimed_id", OTHER),
    "somebody else in both places": both_ids(OTHER),
    "an identity of the forger's": both_ids("https://evil.example/openid/id/76561197960287930"),
    "an identity over plain http": both_ids(OTHER.replace("https", "http")),
    "an identity with a line end": both_ids(OTHER + "\n"),
    "an identity with a path": both_ids(OTHER + "/x"),
    "an identity in Arabic digits": both_ids(ID + "7656119" + "\u0661" * 10),
    "an identity too short": both_ids(ID + "7656119796028793"),
    "an identity of a group": both_ids(ID + "103582791429521408"),
    "an identity behind another host": both_ids(f"https://evil.example/?{OTHER}"),
    "no identities": lambda back: put("claimed_id", None)(put("identity", None)(back)),
    "nothing signed": put("signed", ""),
    "no word on what is signed": put("signed", None),
    "an answer for another address": put("return_to", "https://evil.example/"),
    "an answer for an address without state": put(
        "return_to", "http://127.0.0.1:8000/sign-in/steam/callback"
    ),
    "no address": put("return_to", None),
    "an answer six minutes old": aged(-360),
    "an answer of in two minutes": aged(120),
    "an answer of tomorrow": aged(86_400),
    "an answer without a moment": put("response_nonce", "abc"),
    "an answer of the 45th": put("response_nonce", "2026-13-45T99:99:99Zabc"),
    "no moment": put("response_nonce", None),
    "another moment, signed as before": aged(-1),
    "another signature": put("sig", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    "no signature": put("sig", None),
    "a mode twice": twice("mode", "id_res"),
    "an identity twice": twice("claimed_id", OTHER),
    "a signature twice": twice("sig"),
    "a field twice that nobody reads": lambda back: f"{back}&openid.x=1&openid.x=1",
    "a field of great length": put("x", "y" * 5000),
    "a crowd of fields": crowded,
    **{f"{name} not signed": without_signed(name) for name in SIGNED.split(",")},
}
STEAMS_TO_TELL = {
    "somebody else in both places",
    "another moment, signed as before",
    "another signature",
    "no signature",
}
"""What is written as Steam would write it: the signature alone tells, and Steam alone checks it."""
