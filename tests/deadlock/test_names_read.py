"""Names that are no UTF-8: what cannot be read is left out, and the rest stays."""

from __future__ import annotations

import pytest

from webapp.deadlock.domain.accolades import parse_accolades
from webapp.deadlock.domain.catalogue import parse_catalogue

WHOLE = b'[{"id":1,"name":"Infernus"}]'
BROKEN = [b'[{"id":2,"name":"\x80"}]', b'["\x80"]', b'"\x80"', b"\x80"]


@pytest.mark.parametrize("body", BROKEN)
@pytest.mark.parametrize("kind", ["items", "abilities", "ranks"])
def test_names_that_are_no_utf_8_leave_the_rest(kind: str, body: bytes) -> None:
    names = parse_catalogue("v", {"heroes": WHOLE, kind: body}, {}, None)
    assert names.hero(1).name == "Infernus"


@pytest.mark.parametrize("body", BROKEN)
def test_accolades_that_are_no_utf_8_are_left_out(body: bytes) -> None:
    assert parse_accolades(body) == {}
