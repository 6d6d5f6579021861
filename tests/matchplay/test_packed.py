"""Tables of numbers in long arrays: they say what the objects they are made of said."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from webapp.matchplay.packed import (
    Ids,
    PackedSpreads,
    SpreadKey,
    SpreadTable,
    pack_spreads,
    place_in,
    whole_numbers,
)
from webapp.matchplay.spreads import spread_of

KEYS = st.tuples(
    st.integers(0, 2**31), st.sampled_from([None, "1-2", "9-11"]), st.sampled_from("abc")
)
VALUES = st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=90)


@given(st.dictionaries(KEYS, VALUES, max_size=12), KEYS)
def test_spreads_come_back_as_they_were_packed(
    told: dict[SpreadKey, list[float]], other: SpreadKey
) -> None:
    spreads = {key: spread_of(values) for key, values in told.items()}
    body = msgspec.msgpack.encode(pack_spreads(spreads))
    table = SpreadTable(msgspec.msgpack.decode(body, type=PackedSpreads))
    assert table == spreads
    assert set(table) == set(spreads)
    assert table.get(other) == spreads.get(other)
    for key, spread in spreads.items():
        assert table[key].place(told[key][0]) == spread.place(told[key][0])


@given(st.sets(st.integers(-(2**62), 2**62)), st.integers(-(2**62), 2**62))
def test_ids_come_back_as_they_were_packed(ids: set[int], other: int) -> None:
    packed = Ids(whole_numbers(sorted(ids)))
    assert packed == ids
    assert all(one in packed for one in ids)
    assert (other in packed) == (other in ids)
    assert "7" not in packed


def test_a_number_stands_where_it_is_or_nowhere() -> None:
    assert [place_in([2, 3, 5], number) for number in (1, 2, 4, 5, 6)] == [None, 0, None, 2, None]
    assert place_in([], 1) is None
