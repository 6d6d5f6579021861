"""The types of all answers as JSON Schema, under names a reader can say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

REFERENCE: Final = "#/components/schemas/"
FOLDERS: Final = frozenset({"webapp", "pages", "domain", "actions", "routes", "store"})


@dataclass(frozen=True, slots=True)
class Schemas:
    """Every named type, and where each of the asked for ones stands."""

    components: dict[str, dict[str, Any]]
    references: dict[type[Any], dict[str, Any]]

    def whole(self, kind: type[Any]) -> dict[str, Any]:
        """Give a named type itself."""
        return self.components[self.references[kind]["$ref"].removeprefix(REFERENCE)]


def schemas_of(types: Sequence[type[Any]]) -> Schemas:
    """Give the schemas of these types and of all they are made of."""
    found, components = msgspec.json.schema_components(types, ref_template=REFERENCE + "{name}")
    names = _names(tuple(components))
    told = {names[old]: _renamed(schema, names) for old, schema in components.items()}
    references = [_renamed(schema, names) for schema in found]
    return Schemas(told, dict(zip(types, references, strict=True)))


def _names(paths: tuple[str, ...]) -> dict[str, str]:
    """Shorten the path of each type as far as it still names one."""
    choices = {path: _choices(path) for path in paths}
    used = Counter(name for names in choices.values() for name in set(names))
    return {
        path: next(name for name in names if used[name] == 1) for path, names in choices.items()
    }


def _choices(path: str) -> tuple[str, ...]:
    """Give names of a type, the shortest first: deadlock.Row, deadlock.combat.Row, and so on."""
    *modules, name = path.split(".")
    parts = [part for part in modules if part not in FOLDERS]
    shorter = [".".join((*parts[:length], name)) for length in range(1, len(parts) + 1)]
    return (*shorter, path) if parts else (name,)


def _renamed(schema: Any, names: dict[str, str]) -> Any:
    if isinstance(schema, list):
        return [_renamed(one, names) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _value(key, value, names) for key, value in schema.items()}


def _value(key: str, value: Any, names: dict[str, str]) -> Any:
    if key == "$ref" and isinstance(value, str):
        return REFERENCE + names[value.removeprefix(REFERENCE)]
    if key == "description" and isinstance(value, str):
        return re.sub(r"\s+", " ", value)
    return _renamed(value, names)


def partly(reference: dict[str, Any], schemas: Schemas) -> dict[str, Any]:
    """Give a type whose every field may be missing."""
    name = reference["$ref"].removeprefix(REFERENCE)
    whole = schemas.components[name]
    return {key: value for key, value in whole.items() if key != "required"}
