"""The addresses of the page being answered: its own, its twin for programs, others in its form."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import request

from webapp.core.problems import BELOW, is_api
from webapp.core.settings import current_settings


def same_form(path: str) -> str:
    """Give the address of another page in the form this request asked for."""
    if is_api():
        return BELOW + path
    return f"{path}.json" if request.path.endswith(".json") else path


def canonical_url() -> str:
    """Give this page's one address, without the moment or filter chosen on it."""
    return current_settings().public_url + urlsplit(request.path).path


def json_url() -> str:
    """Give the address of this page's JSON twin, query kept."""
    path = "/index" if request.path == "/" else request.path.rstrip("/")
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    return f"{path}.json{query}"
