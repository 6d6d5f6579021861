"""The one way out to the network: GET from a named upstream, behind every wall.

https only (a configured base URL may be this machine's own http), a list of hosts, no
redirects, addresses checked and pinned, one deadline over everything, caps on what is read,
one budget for all processes. It knows no game and gives no meaning to a body.
"""

from webapp.core.http.client import HttpClient
from webapp.core.http.files import Fetched, FileClient
from webapp.core.http.gate import Budget
from webapp.core.http.opening import open_client, open_files
from webapp.core.http.replies import prune_upstream_records
from webapp.core.http.upstream import Reply, Route, Upstream
from webapp.core.http.wire import Answer
from webapp.core.valkey import shared_valkey

__all__ = [
    "Answer",
    "Budget",
    "Fetched",
    "FileClient",
    "HttpClient",
    "Reply",
    "Route",
    "Upstream",
    "open_client",
    "open_files",
    "prune_upstream_records",
    "shared_valkey",
]
