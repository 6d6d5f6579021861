"""What was asked of the simulator, so that a test can see what we sent."""

import threading
import time
from typing import Any

KEPT = 20_000


class Journal:
    """A bounded, thread-safe list of requests."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._asked: list[dict[str, Any]] = []

    def note(self, method: str, path: str, query: str, headers: dict[str, str]) -> None:
        """Write one request down."""
        line = {"method": method, "path": path, "query": query, "headers": headers}
        with self._lock:
            self._asked.append({**line, "at": time.time()})
            del self._asked[:-KEPT]

    def read(self) -> list[dict[str, Any]]:
        """Every request since the last clearing, oldest first."""
        with self._lock:
            return list(self._asked)

    def clear(self) -> None:
        """Forget them."""
        with self._lock:
            self._asked.clear()
