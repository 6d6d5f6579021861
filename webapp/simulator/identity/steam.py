"""Steam's OpenID 2.0: a page, a signed answer, and a confirmation that holds once."""

import base64
import hashlib
import hmac
import secrets
import threading
from datetime import UTC, datetime

from webapp.simulator.asked import Asked
from webapp.simulator.identity.choosing import Query, choose, read_query, refuse, send_back
from webapp.simulator.identity.people import find_somebody
from webapp.simulator.replies import NO_STORE, Reply, error_reply

NS = "http://specs.openid.net/auth/2.0"
ENDPOINT = "https://steamcommunity.com/openid/login"
SIGNED = "signed,op_endpoint,claimed_id,identity,return_to,response_nonce,assoc_handle"
PATH = "/openid/login"


class SteamOpenIdStand:
    """Everything below /identity/steam."""

    def __init__(self) -> None:
        """Start with a secret of its own."""
        self._secret = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._used: set[str] = set()

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        if asked.path != PATH:
            return error_reply(404, "Not found")
        form = asked.body.decode("utf-8", "replace") if asked.method == "POST" else asked.query
        query = read_query(form)
        mode = query.get("openid.mode")
        if mode == "check_authentication":
            return self._confirm(query)
        if mode != "checkid_setup" or not query.get("openid.return_to"):
            return refuse("That is not a question of OpenID 2.0.")
        return self._ask(query)

    def _ask(self, query: Query) -> Reply:
        if "person" not in query:
            return choose("Steam", query)
        person, back = find_somebody(query["person"]), query["openid.return_to"]
        if person is None:
            return send_back(back, {"openid.ns": NS, "openid.mode": "cancel"})
        return send_back(back, self.answer(person.steam_id, back))

    def answer(self, steam_id: str, return_to: str) -> Query:
        """Give a signed answer."""
        claimed = f"https://steamcommunity.com/openid/id/{steam_id}"
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told = {
            "openid.ns": NS,
            "openid.mode": "id_res",
            "openid.op_endpoint": ENDPOINT,
            "openid.claimed_id": claimed,
            "openid.identity": claimed,
            "openid.return_to": return_to,
            "openid.response_nonce": now + secrets.token_urlsafe(12),
            "openid.assoc_handle": "1234567890",
            "openid.signed": SIGNED,
        }
        return {**told, "openid.sig": self._sign(told)}

    def _sign(self, told: Query) -> str:
        names = told.get("openid.signed", "").split(",")
        lines = "".join(f"{name}:{told.get(f'openid.{name}', '')}\n" for name in names)
        mac = hmac.new(self._secret, lines.encode(), hashlib.sha256).digest()
        return base64.b64encode(mac).decode()

    def _confirm(self, told: Query) -> Reply:
        nonce = told.get("openid.response_nonce", "")
        good = hmac.compare_digest(told.get("openid.sig", ""), self._sign(told))
        with self._lock:
            good = good and bool(nonce) and nonce not in self._used
            self._used.add(nonce)
        body = f"ns:{NS}\nis_valid:{'true' if good else 'false'}\n"
        return Reply(200, body.encode(), {"Content-Type": "text/plain; charset=utf-8", **NO_STORE})
