"""How an operation is called: a line for a shell, and an address to look at."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

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
    return " ".join((*parts, f"'{server}{_filled(one, told)}'"))


def _filled(one: Operation, told: dict[str, Any]) -> str:
    path = one.path
    for part in told["parameters"]:
        if part["in"] == "path":
            value = quote(str(part.get("example", part["name"])), safe="")
            path = path.replace(f"{{{part['name']}}}", value)
    return path
