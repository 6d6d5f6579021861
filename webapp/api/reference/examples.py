"""How an operation is called: a line for a shell, and an address to look at."""

from __future__ import annotations

from shlex import quote as quoted
from typing import Any, Final
from urllib.parse import quote

import msgspec

from webapp.api.document.bodies import JSON
from webapp.api.operations import Operation

VARIABLES: Final = {"": "", "refresh": "GUILDHALL_REFRESH", "grown": "GUILDHALL_REFRESH"}
"""The shell's variable that holds what opens an operation."""


def live_url(one: Operation, told: dict[str, Any]) -> str:
    """Give an address that answers here and now, for what needs no token; else nothing."""
    return _filled(one, told) if one.method == "GET" and not one.said.opens else ""


def curl_of(one: Operation, told: dict[str, Any], server: str) -> str:
    """Write the call as a line for a shell."""
    parts = ["curl"]
    if one.method != "GET":
        parts.append(f"-X {one.method}")
    variable = VARIABLES.get(one.said.opens, "GUILDHALL_TOKEN")
    if variable:
        parts.append(f'-H "Authorization: Bearer ${variable}"')
    return " ".join((*parts, *_sent(one, told), f"'{server}{_filled(one, told)}'"))


def _sent(one: Operation, told: dict[str, Any]) -> tuple[str, ...]:
    """Write what is sent along: a file of the reader's, or the example of a body."""
    if one.said.file:
        return ("-F file=@FILE",)
    body = told.get("requestBody", {}).get("content", {}).get(JSON, {}).get("example")
    if body is None:
        return ()
    text = msgspec.json.encode(body).decode()
    return (f"-H 'Content-Type: {JSON}'", f"-d {quoted(text)}")


def _filled(one: Operation, told: dict[str, Any]) -> str:
    path = one.path
    for part in told["parameters"]:
        if part["in"] == "path":
            value = quote(str(part.get("example", part["name"])), safe="")
            path = path.replace(f"{{{part['name']}}}", value)
    return path
