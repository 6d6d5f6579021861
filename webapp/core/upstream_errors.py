"""What asking an upstream can end in, each with a sentence a player can read.

Final (never ask again by itself): NotFound, Forbidden, Walled, Rejected, Oversize.
Worth another try: Unavailable, at `retry_at`. Drifted goes to quarantine with its body.
"""

from __future__ import annotations

from datetime import datetime


class UpstreamError(Exception):
    """Asking an upstream did not bring what was asked for."""

    outcome = "failed"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(UpstreamError):
    """The upstream knows no such thing; asking again will not help."""

    outcome = "not_found"


class Forbidden(UpstreamError):
    """The upstream will not show this to us."""

    outcome = "forbidden"


class Walled(Forbidden):
    """We ourselves refuse to call this address."""

    outcome = "walled"


class Rejected(UpstreamError):
    """The upstream did not accept the question; `said` is its own reason, cleaned and short."""

    outcome = "rejected"

    def __init__(self, sentence: str, said: str = "") -> None:
        super().__init__(sentence)
        self.said = said


class Oversize(UpstreamError):
    """The answer is larger than anything we would read."""

    outcome = "oversize"


class Unavailable(UpstreamError):
    """No answer now; `retry_at` says when asking again makes sense, if anyone knows."""

    outcome = "unavailable"

    def __init__(self, sentence: str, retry_at: datetime | None = None) -> None:
        super().__init__(sentence)
        self.retry_at = retry_at


class Throttled(Unavailable):
    """We asked, or would ask, more often than the upstream allows."""

    outcome = "throttled"


class Paused(Throttled):
    """An admin stopped all asking; what waits goes on waiting until they let it go on."""

    outcome = "paused"


class ServerFailed(Unavailable):
    """The upstream itself said that it failed (a 5xx): another of its routes may still work."""

    def __init__(self, sentence: str, retry_at: datetime | None, status: int) -> None:
        super().__init__(sentence, retry_at)
        self.status = status


class Drifted(UpstreamError):
    """The answer is not of the form agreed; `body` holds what came, for quarantine."""

    outcome = "drifted"

    def __init__(self, sentence: str, body: bytes = b"") -> None:
        super().__init__(sentence)
        self.body = body
