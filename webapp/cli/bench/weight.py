"""How many bytes a first view sends: the page and every file of ours it names."""

from __future__ import annotations

import re

from flask import Flask

NAMED = re.compile(rb'(?:href|src)="(/static/[^"]+)"')
PACKED = {"Accept-Encoding": "gzip"}


def weigh(app: Flask, path: str) -> int:
    """Add up a page and its styles, scripts and icon, each as sent under gzip."""
    client = app.test_client()
    page = client.get(path, headers=PACKED)
    plain = client.get(path).data
    files = {match.decode() for match in NAMED.findall(plain)}
    return len(page.data) + sum(len(client.get(f, headers=PACKED).data) for f in sorted(files))
