"""What functions gave: held for what was asked last, let go room by room."""

from __future__ import annotations

from collections.abc import Callable

from webapp.core.bounded import Bounded, OfVersion
from webapp.core.holding import holding, let_go, of_room, shared


def test_a_room_lets_go_of_what_its_own_functions_gave_and_of_what_is_shared() -> None:
    asked: list[tuple[str, int]] = []

    def of(room: str) -> None:
        def double(number: int) -> int:
            asked.append((room, number))
            return 2 * number

        double.__module__ = f"webapp.{room}.pages.sums"
        doubled[room] = holding(2)(double)

    doubled: dict[str, Callable[[int], int]] = {}
    of("attic")
    of("cellar")
    boxes: Bounded[str, int] = of_room("attic", Bounded(2))
    boxes.put("lid", 1)
    pieces: Bounded[str, str] = Bounded(10, len)
    shared.add(pieces)
    pieces.put("door", "oak")

    def ask() -> list[tuple[str, int]]:
        asked.clear()
        for double in doubled.values():
            assert double(4) == 8
        return list(asked)

    assert ask() == [("attic", 4), ("cellar", 4)]
    assert ask() == []
    let_go("attic")
    assert ask() == [("attic", 4)]
    assert boxes.get("lid") is None
    assert pieces.get("door") is None
    pieces.put("gate", "0123456789")
    assert pieces.get("gate")


def test_what_was_made_of_one_version_is_gone_with_the_next() -> None:
    held: OfVersion[str, int] = OfVersion(2)
    held.of("first").put("a", 1)
    assert held.of("first").get("a") == 1
    assert held.of("second").get("a") is None
    held.of("second").put("a", 2)
    assert held.of("second").get("a") == 2
    assert held.of("first").get("a") is None
    of_room("shed", held).of("first").put("a", 1)
    let_go("shed")
    assert held.of("first").get("a") is None
