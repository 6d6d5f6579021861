"""Whoever takes messages of ours: a program that listens, and Discord's channels.

Everything posted is kept and told by GET below `/_taken`; DELETE there forgets it. Answers 204
as both do; a path that ends in `/status/<number>` answers with that number, and says why. What
`?to=` names is where an answer leads that sends its reader on.
"""

import re
import threading
from urllib.parse import parse_qs

from webapp.simulator.asked import Asked
from webapp.simulator.replies import NO_STORE, Reply, error_reply, json_reply

TOLD = re.compile(r".*/status/([2-5][0-9]{2})")
KEPT = 1_000


class ReceiverStand:
    """Takes what is posted to it."""

    def __init__(self) -> None:
        """Have taken nothing yet."""
        self._lock = threading.Lock()
        self._taken: list[dict[str, object]] = []

    def __call__(self, asked: Asked) -> Reply:
        """Give the reply to one request."""
        if asked.path.endswith("/_taken"):
            return self._tell(asked)
        if asked.method != "POST":
            return error_reply(405, "Method not allowed")
        self._keep(asked)
        told = TOLD.fullmatch(asked.path)
        if told:
            return Reply(int(told[1]), b"<b>told to</b> answer so", {**NO_STORE, **_on(asked)})
        return Reply(204, b"", dict(NO_STORE))

    def _keep(self, asked: Asked) -> None:
        line: dict[str, object] = {
            "path": asked.path,
            "headers": dict(asked.headers),
            "body": asked.body.decode(),
        }
        with self._lock:
            self._taken.append(line)
            del self._taken[:-KEPT]

    def _tell(self, asked: Asked) -> Reply:
        with self._lock:
            found = list(self._taken)
            if asked.method == "DELETE":
                self._taken.clear()
        return json_reply(found, max_age_s=0)


def _on(asked: Asked) -> dict[str, str]:
    """Name where the answer sends its reader, if the question says so."""
    to = parse_qs(asked.query).get("to")
    return {"Location": to[0]} if to else {}
