"""What the four OAuth providers have in common: a page, a code, tokens; and what sets them apart.

Any client is let in whose secret is its id with `-secret` after it.
"""

import base64
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from webapp.simulator.asked import Asked
from webapp.simulator.identity.choosing import Query, choose, read_query, refuse, send_back
from webapp.simulator.identity.codes import Codes, Given, Refused
from webapp.simulator.identity.people import find_somebody
from webapp.simulator.identity.signing import FORGERIES, HOUR_S, Claims, public_keys, sign
from webapp.simulator.identity.telling import SPOILT, Told, tell
from webapp.simulator.replies import NO_STORE, Reply, data_reply, error_reply, json_reply


@dataclass(frozen=True, slots=True)
class Manner:
    """How one provider differs: its addresses, and what it tells whom."""

    label: str
    authorize: str
    token: str
    userinfo: str = ""
    keys: str = ""
    discovery: str = ""
    tells: Callable[[Given], Told] = lambda _: {}
    claims: Callable[[Given, str], Claims] | None = None
    signed_access: bool = False
    error_status: int = 400
    iss_in_return: bool = False


class OAuthStand:
    """One OAuth provider; `forge` names what is to be wrong when it next tells who it is."""

    def __init__(self, manner: Manner) -> None:
        """Start with no code given out."""
        self._manner, self._codes = manner, Codes()
        self.forge = ""

    @property
    def forgeries(self) -> frozenset[str]:
        """What can be wrong with it: a signed token forged, or what its API tells spoilt."""
        return FORGERIES if self._manner.claims else SPOILT

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        manner, base = self._manner, asked.base_url
        if asked.path == manner.authorize and asked.reads:
            return self._authorize(read_query(asked.query), base)
        if asked.path == manner.token and asked.method == "POST":
            return self._tokens(asked)
        if manner.userinfo and asked.path == manner.userinfo:
            return self._who(asked)
        if manner.keys and asked.path == manner.keys:
            return json_reply(public_keys())
        if manner.discovery and asked.path == manner.discovery:
            return json_reply(_discovery(manner, base))
        return error_reply(404, "Not found")

    def _authorize(self, query: Query, base: str) -> Reply:
        if wrong := _wrong(query):
            return refuse(wrong)
        person = find_somebody(query.get("person", ""))
        if "person" not in query:
            return choose(self._manner.label, query)
        said = {"iss": base} if self._manner.iss_in_return else {}
        if person is None:
            told = {"error": "access_denied", "state": query["state"], **said}
            return send_back(query["redirect_uri"], told)
        given = Given(
            person,
            query["client_id"],
            query["redirect_uri"],
            query["code_challenge"],
            query.get("nonce", ""),
        )
        told = {"code": self._codes.give(given), "state": query["state"], **said}
        return send_back(query["redirect_uri"], told)

    def _tokens(self, asked: Asked) -> Reply:
        form = read_query(asked.body.decode("utf-8", "replace"))
        try:
            given = self._codes.exchange(_client_of(asked, form), form)
        except Refused as refused:
            return self._no(str(refused))
        access, refresh = self._codes.give_tokens(given)
        told: Told = {"access_token": access, "token_type": "Bearer", "expires_in": 1200}
        if self._manner.claims:
            claims = {"iat": int(time.time()), "exp": int(time.time()) + HOUR_S}
            told |= self._signed(claims | self._manner.claims(given, asked.base_url), refresh)
        return Reply(200, _json(told), {"Content-Type": "application/json", **NO_STORE})

    def _signed(self, claims: Claims, refresh: str) -> Told:
        token, self.forge = sign(claims, self.forge), ""
        if self._manner.signed_access:
            return {"access_token": token, "refresh_token": refresh}
        return {"id_token": token}

    def _no(self, why: str) -> Reply:
        status = 401 if why == "invalid_client" else self._manner.error_status
        said = {"error": why, "error_description": "The grant is not valid."}
        return Reply(status, _json(said), {"Content-Type": "application/json", **NO_STORE})

    def _who(self, asked: Asked) -> Reply:
        word, _, token = asked.headers.get("Authorization", "").partition(" ")
        given = self._codes.whose(token) if word == "Bearer" else None
        if given is None:
            return error_reply(401, "Unauthorized")
        told, self.forge = tell(self._manner.tells(given), self.forge), ""
        return data_reply(told, "application/json", max_age_s=0)


def _wrong(query: Query) -> str:
    """Say what is wrong with a question, as a provider would before sending anybody anywhere."""
    for name in ("client_id", "redirect_uri", "state", "code_challenge"):
        if not query.get(name):
            return f"{name} is missing."
    if query.get("response_type") != "code" or query.get("code_challenge_method") != "S256":
        return "Only codes, and only with PKCE S256."
    return ""


def _client_of(asked: Asked, form: Query) -> str:
    """Give who asks, by header or form; raises Refused for one who does not prove it."""
    client, secret = form.get("client_id", ""), form.get("client_secret", "")
    word, _, packed = asked.headers.get("Authorization", "").partition(" ")
    if word == "Basic":
        client, _, secret = base64.b64decode(packed).decode().partition(":")
    if not client or secret != f"{client}-secret":
        raise Refused("invalid_client")
    return client


def _discovery(manner: Manner, base: str) -> Told:
    return {
        "issuer": base,
        "authorization_endpoint": base + manner.authorize,
        "token_endpoint": base + manner.token,
        "jwks_uri": base + manner.keys,
        "response_types_supported": ["code"],
        "code_challenge_methods_supported": ["S256"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "authorization_response_iss_parameter_supported": manner.iss_in_return,
    }


def _json(value: Told) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()
