"""The simulator as one plain WSGI application.

Below each prefix stands one upstream: /deadlock is deadlock-api, /opendota is OpenDota, /steam
the Steam Web API, /riot Riot's servers, /ddragon Data Dragon, /identity whoever people sign in
with, /receiver whoever takes our messages. /_ctl sets and clears faults,
/_log tells what was asked. Faults of the wire are named in environ["simulator.byte_fault"] for
the server to do; without that server they have no effect.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from webapp.simulator.asked import Environ, Stand, asked_of, body_of, headers_of
from webapp.simulator.ddragon.stand import DDragonStand
from webapp.simulator.deadlock.stand import DeadlockStand
from webapp.simulator.dota2.budget import Allowances, Budget
from webapp.simulator.dota2.opendota import OpenDotaStand
from webapp.simulator.dota2.steam import SteamStand
from webapp.simulator.faults import BadFault, Faults, spoil
from webapp.simulator.identity.stand import IdentityStand
from webapp.simulator.journal import Journal
from webapp.simulator.limits import LIMITS, Limit
from webapp.simulator.receivers import ReceiverStand
from webapp.simulator.replies import Reply, error_reply, json_reply
from webapp.simulator.riot.stand import RiotStand
from webapp.simulator.riot.windows import Limits as RiotLimits

StartResponse = Callable[[str, list[tuple[str, str]]], Any]
WSGIApp = Callable[[Environ, StartResponse], Iterable[bytes]]
_WORTH_PACKING = 1024


def create_simulator(
    *,
    real_data: Path | None = None,
    limits: Mapping[str, Limit] = LIMITS,
    riot: RiotLimits | None = None,
    opendota: Allowances | None = None,
) -> WSGIApp:
    """Give a WSGI callable with its own faults, buckets and log.

    real_data is a folder with deadlock/metadata and deadlock/metadata_raw; the matches in it are
    served as they are, everything else is generated.
    """
    stands: dict[str, Stand] = {
        "/deadlock": DeadlockStand(real_data, limits),
        "/opendota": OpenDotaStand(real_data, Budget(opendota)),
        "/steam": SteamStand(),
        "/riot": RiotStand(riot),
        "/ddragon": DDragonStand(),
        "/identity": IdentityStand(),
        "/receiver": ReceiverStand(),
    }
    return _Simulator(stands)


class _Simulator:
    def __init__(self, stands: Mapping[str, Stand]) -> None:
        self._stands = stands
        self._faults, self._journal = Faults(), Journal()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/")
        if path in {"/_ctl", "/_log"}:
            reply = self._control(method, path, environ)
        else:
            reply = self._ask(method, path, environ)
        environ["simulator.byte_fault"] = reply.byte_fault
        headers = {**reply.headers, "Content-Length": str(len(reply.body))}
        start_response(reply.line, list(headers.items()))
        return [b"" if method == "HEAD" else reply.body]

    def _ask(self, method: str, path: str, environ: Environ) -> Reply:
        query = environ.get("QUERY_STRING", "")
        self._journal.note(method, path, query, headers_of(environ))
        prefix = "/" + path.split("/", 2)[1] if path.count("/") > 1 else path
        stand = self._stands.get(prefix)
        if stand is None or path == prefix:
            return error_reply(404, "Not found")
        reply = stand(asked_of(environ, prefix))
        fault = self._faults.strike(path)
        if fault is not None:
            return spoil(fault, reply)
        return _packed(reply, environ.get("HTTP_ACCEPT_ENCODING", ""))

    def _control(self, method: str, path: str, environ: Environ) -> Reply:
        if (method, path) == ("POST", "/_ctl"):
            return self._order(environ)
        if (method, path) == ("DELETE", "/_ctl"):
            self._faults.clear()
        elif (method, path) == ("DELETE", "/_log"):
            self._journal.clear()
        elif (method, path) == ("GET", "/_log"):
            return json_reply(self._journal.read(), max_age_s=0)
        else:
            return error_reply(405, "Method not allowed")
        return json_reply({"done": True}, max_age_s=0)

    def _order(self, environ: Environ) -> Reply:
        try:
            wanted = json.loads(body_of(environ))
            for order in wanted if isinstance(wanted, list) else [wanted]:
                self._faults.order(order)
        except (BadFault, ValueError, AttributeError) as error:
            return error_reply(400, str(error))
        return json_reply({"done": True}, max_age_s=0)


def _packed(reply: Reply, accepted: str) -> Reply:
    """As real answers are: gzip for those who take it."""
    if "gzip" not in accepted or len(reply.body) < _WORTH_PACKING:
        return reply
    packed = Reply(reply.status, _gzip(reply.body), reply.headers)
    return packed.plus(Content_Encoding="gzip", Vary="Accept-Encoding")


@lru_cache(maxsize=32)
def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=1, mtime=0)
