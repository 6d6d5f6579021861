"""A provider as something we may ask: one upstream for it, whatever hosts its addresses have.

A reader waits for this, so the time is short and nothing is asked twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from webapp.accounts.providers.record import Provider, origin_of
from webapp.core.http import HttpClient, Reply, Route, Upstream, open_client

SECONDS: Final = 8.0
KIB: Final = 1024
FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a provider's questions are put."""

    provider: Provider

    def post(self, url: str, form: bytes, headers: Mapping[str, str], *, kind: str) -> Reply:
        """Put a form to one of the provider's addresses."""
        route = self.route(url, "bytes" if kind == "bytes" else "json")
        said = {"Content-Type": FORM, **headers}
        return self._client(url).post(urlsplit(url).path, form, route=route, headers=said)

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Reply:
        """Read one of the provider's addresses; nothing of it is kept."""
        client = self._client(url, headers)
        return client.get_url(url, route=self.route(url, "json"), cached=False)

    def _client(self, url: str, headers: Mapping[str, str] | None = None) -> HttpClient:
        upstream = Upstream(
            name=f"sign_in_{self.provider.name}",
            label=self.provider.label,
            base_url=origin_of(url),
            secret_headers=headers or {},
        )
        return replace(open_client(upstream, tries=1), total_seconds=SECONDS)

    def route(self, url: str, kind: str) -> Route:
        """Name an address in the records; its answers are small."""
        return Route(
            urlsplit(url).path,
            "sign-in",
            kind="bytes" if kind == "bytes" else "json",
            max_bytes=64 * KIB,
            max_inflated_bytes=256 * KIB,
            learns=False,
        )
