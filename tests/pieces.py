"""Which pieces of pages were drawn to be held, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

from webapp.core.bounded import Bounded
from webapp.core.forms import Form


@contextmanager
def pieces() -> Iterator[Counter[str]]:
    """Count the pieces that are drawn meanwhile, in pages that are all put together anew."""
    drawn: Counter[str] = Counter()
    put = Bounded.put

    def counted(held: Bounded[Any, Any], key: Any, value: Any) -> None:
        if isinstance(value, Form):
            return
        if isinstance(value, tuple) and isinstance(value[1], str):
            drawn[key[0]] += 1
        put(held, key, value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bounded, "put", counted)
        yield drawn


def found_again(client: FlaskClient, asked: Sequence[str], headers: Mapping[str, str]) -> int:
    """Ask for pages twice; the second time no held piece is drawn. Gives how many there are."""
    with pieces() as drawn:
        for address in asked:
            client.get(address, headers=headers)
        held = sum(drawn.values())
        drawn.clear()
        for address in asked:
            client.get(address, headers=headers)
            assert not drawn, address
    return held
