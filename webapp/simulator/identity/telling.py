"""What an API tells of who somebody is, and what a broken one tells, when ordered."""

import json
from collections.abc import Mapping
from typing import Any

Told = dict[str, Any]
IDS: Mapping[str, Any] = {
    "null_id": None,
    "true_id": True,
    "fraction_id": 8.5,
    "list_id": ["810000000000000001"],
    "object_id": {"id": "810000000000000001"},
    "empty_id": "",
    "blank_id": " ",
    "nul_id": "810000000000000001\0",
    "long_id": "".join(str(number) for number in range(5000)),
}
BODIES: Mapping[str, bytes] = {
    "no_json": b"810000000000000001, Ada Marsh",
    "no_object": b'["810000000000000001"]',
    "no_utf8": b'{"id":"\xff"}',
    "nothing": b"",
}
SPOILT = frozenset({"no_id", *IDS, *BODIES})


def tell(told: Told, spoilt: str = "") -> bytes:
    """Give the body that tells it, or one spoilt in the named way."""
    if spoilt in BODIES:
        return BODIES[spoilt]
    if spoilt in IDS:
        told = {**told, "id": IDS[spoilt]}
    if spoilt == "no_id":
        told = {name: value for name, value in told.items() if name != "id"}
    return json.dumps(told, separators=(",", ":")).encode()
