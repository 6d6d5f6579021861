"""Every address of the API there is, read from the app's own rules."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule

from webapp.api.document.parameters import Parameter, path_of, path_parameters, query_parameters
from webapp.api.places import place_of, places
from webapp.api.said import NAME, Said, said_of
from webapp.core.problems import BELOW


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a program can do: method and address, what it takes, what it answers."""

    id: str
    method: str
    path: str
    summary: str
    place: str
    parameters: tuple[Parameter, ...]
    said: Said


def operations(app: Flask) -> tuple[Operation, ...]:
    """Give every operation, by the place it belongs to and its address."""
    order = places()
    found = [_operation(app, rule, said) for rule, said in _said(app)]
    return tuple(sorted(found, key=lambda one: (order.index(one.place), one.path, one.method)))


def unsaid(app: Flask) -> tuple[str, ...]:
    """Name the addresses below /api/v1 that say nothing of themselves."""
    told = {rule.endpoint for rule, _ in _said(app)}
    return tuple(rule.rule for rule in _rules(app) if rule.endpoint not in told)


def _rules(app: Flask) -> Iterator[Rule]:
    return (rule for rule in app.url_map.iter_rules() if rule.rule.startswith(f"{BELOW}/"))


def _said(app: Flask) -> Iterator[tuple[Rule, Said]]:
    for rule in _rules(app):
        said = said_of(app.view_functions[rule.endpoint])
        if said:
            yield rule, said


def _operation(app: Flask, rule: Rule, said: Said) -> Operation:
    first = rule.rule.removeprefix(f"{BELOW}/").partition("/")[0]
    (method,) = (rule.methods or set()) - {"HEAD", "OPTIONS"}
    doc = inspect.getdoc(app.view_functions[rule.endpoint]) or ""
    return Operation(
        id=rule.endpoint.removeprefix(f"{NAME}."),
        method=method,
        path=path_of(rule),
        summary=doc.partition("\n")[0].removesuffix("."),
        place=place_of(first),
        parameters=path_parameters(app, rule) + query_parameters(said.query),
        said=said,
    )
