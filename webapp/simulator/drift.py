"""Schema drift: change a good JSON body the way a new game patch does, the same way each time."""

import json
import random
from typing import Any

MOST_CHANGES = 4
_DESCENT = 0.72


def drift_json(body: bytes, seed: int) -> bytes:
    """Give the same body with one to four seeded changes; what is no JSON stays."""
    try:
        value = json.loads(body)
    except ValueError:
        return body
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    for _ in range(chance.randint(1, MOST_CHANGES)):
        _change(value, chance)
    return json.dumps(value, separators=(",", ":")).encode()


def _change(value: Any, chance: random.Random) -> None:
    """Walk down at random, then change one key or element of where we are."""
    while isinstance(value, dict | list) and value:
        key = (
            chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        )
        child = value[key]
        if isinstance(child, dict | list) and child and chance.random() < _DESCENT:
            value = child
            continue
        _spoil(value, key, chance)
        return


def _spoil(holder: Any, key: Any, chance: random.Random) -> None:
    kind = chance.choice(("drop", "null", "retype", "add", "huge", "reorder"))
    if kind == "drop":
        del holder[key]
    elif kind == "add" and isinstance(holder, dict):
        holder["field_from_next_patch"] = {"value": [1, 2, 3]}
    elif kind == "reorder" and isinstance(holder, list):
        chance.shuffle(holder)
    else:
        holder[key] = {"retype": _retyped(holder[key]), "huge": 2**63}.get(kind)


def _retyped(value: Any) -> Any:
    if isinstance(value, list):
        return {"items": value[:3]}
    if isinstance(value, dict):
        return list(value)
    return [value] if isinstance(value, str) else str(value)
