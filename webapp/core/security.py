"""What every answer promises the browser, and who may change anything.

A request that could change something must come from our own pages: the browser
says so in Sec-Fetch-Site, or failing that in Origin. No tokens in forms.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, ValidationError

from webapp.config import Settings
from webapp.core.problems import is_api
from webapp.core.settings import current_settings

LARGEST = 2**63 - 1
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
KEEP_TO_HTTPS = "max-age=31536000; includeSubDomains"
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class PlainNumber(IntegerConverter):
    """A number in an address is written in ASCII digits, and is one a row may have."""

    regex = r"[0-9]+"

    def to_python(self, value: str) -> int:
        """Read a number; one no row could have leads nowhere."""
        number: int = super().to_python(value)
        if number > LARGEST:
            raise ValidationError
        return number


def guard(app: Flask, settings: Settings) -> None:
    """Set cookie rules, trusted hosts and proxies, the headers and the cross-site check."""
    secure = settings.public_url.startswith("https://")
    app.config.update(
        SESSION_COOKIE_NAME="__Host-guildhall" if secure else "guildhall",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=settings.max_upload_bytes,
        MAX_FORM_MEMORY_SIZE=256 * 1024,
        MAX_FORM_PARTS=20,
    )
    app.url_map.converters["int"] = PlainNumber
    app.config["TRUSTED_HOSTS"] = trusted_hosts(settings)
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]
    app.before_request(refuse_cross_site)
    app.after_request(_promiser(settings))


def trusted_hosts(settings: Settings) -> list[str]:
    """Name the hosts a request may be addressed to: the public one and this machine."""
    public = urlsplit(settings.public_url).hostname or "127.0.0.1"
    return sorted({public, "127.0.0.1", "localhost", "[::1]"})


def refuse_cross_site() -> None:
    """Refuse an unsafe request that another site's page sent."""
    if request.method in SAFE_METHODS or _is_program():
        return
    if is_api() and _is_bare():
        abort(401, "This needs a token, in the Authorization header.")
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        allowed = site in {"same-origin", "none"}
    else:
        allowed = request.headers.get("Origin", "") in _own_origins()
    if not allowed:
        abort(403, "This request did not come from one of our own pages.")


def _is_program() -> bool:
    """Say whether a token came along: no browser adds one by itself, and no cookie counts then."""
    return request.path.startswith("/api/") and "Authorization" in request.headers


def _is_bare() -> bool:
    """Say whether nothing came along that a browser sends: a program forgot its token."""
    told = {"Sec-Fetch-Site", "Origin", "Referer"} & set(request.headers.keys())
    return not told and current_app.config["SESSION_COOKIE_NAME"] not in request.cookies


def _own_origins() -> set[str]:
    """Name the origins of our own pages: as this request was addressed, and as we are known.

    A proxy that speaks TLS for us and is not counted in the settings shows only in the latter.
    """
    public = urlsplit(current_settings().public_url)
    return {request.host_url.rstrip("/"), f"{public.scheme}://{public.netloc}"}


def promises(settings: Settings) -> dict[str, str]:
    """Name the headers every answer of this installation has."""
    if settings.public_url.startswith("https://"):
        return {"Strict-Transport-Security": KEEP_TO_HTTPS, **HEADERS}
    return HEADERS


def _promiser(settings: Settings) -> Callable[[Response], Response]:
    promised = promises(settings).items()

    def promise(response: Response) -> Response:
        for name, value in promised:
            response.headers.setdefault(name, value)
        return response

    return promise
