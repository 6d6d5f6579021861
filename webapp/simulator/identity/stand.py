"""All five providers below one prefix, and the orders for forgeries.

POST /identity/_forge with {"provider": "google", "forgery": "wrong_aud"} spoils the next token,
with {"provider": "github", "forgery": "no_id"} what its API tells next.
"""

import json
from dataclasses import replace

from webapp.simulator.asked import Asked, Stand
from webapp.simulator.identity.manners import MANNERS
from webapp.simulator.identity.oauth import OAuthStand
from webapp.simulator.identity.steam import SteamOpenIdStand
from webapp.simulator.receivers import ReceiverStand
from webapp.simulator.replies import Reply, error_reply, json_reply


class IdentityStand:
    """Answers below /identity."""

    def __init__(self) -> None:
        """Open every provider."""
        self._oauth = {name: OAuthStand(manner) for name, manner in MANNERS.items()}
        self._channels = ReceiverStand()
        self._stands: dict[str, Stand] = {**self._oauth, "steam": SteamOpenIdStand()}

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        if (asked.method, asked.path) == ("POST", "/_forge"):
            return self._order(asked.body)
        name, _, rest = asked.path.removeprefix("/").partition("/")
        if name == "discord" and rest.startswith("api/webhooks/"):
            return self._channels(asked)
        stand = self._stands.get(name)
        if stand is None:
            return error_reply(404, "Not found")
        return stand(replace(asked, path=f"/{rest}", base_url=f"{asked.base_url}/{name}"))

    def _order(self, body: bytes) -> Reply:
        order = json.loads(body)
        stand, forgery = self._oauth.get(order["provider"]), order["forgery"]
        if stand is None or forgery not in stand.forgeries:
            return error_reply(400, "No such provider or forgery.")
        stand.forge = forgery
        return json_reply({"done": True}, max_age_s=0)
