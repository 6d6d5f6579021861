"""How Authlib's client reaches a provider: as an httpx2 transport over our own way out.

Redirects are not followed, the environment's proxies have no say, and only forms are sent.
"""

from __future__ import annotations

from typing import Final

import httpx2

from webapp.accounts.upstream.opening import Desk

PASSED_ON: Final = ("authorization", "accept")


class DeskTransport(httpx2.BaseTransport):
    """Carries one provider's token requests; raises the errors of webapp.core.upstream_errors."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Put the form it holds, and give what came back."""
        told = request.headers
        headers = {name.title(): told[name] for name in PASSED_ON if name in told}
        url = str(request.url)
        reply = self._desk.post(url, request.read(), headers, kind="json")
        said = {"content-type": reply.headers.get("content-type", "application/json")}
        return httpx2.Response(reply.status, headers=said, content=reply.body, request=request)
