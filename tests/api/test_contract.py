"""The API against its own document: never broken, always as it says, closed where it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any
from unittest import SkipTest

import pytest
import schemathesis
from flask import Flask, Response
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import SearchStrategy
from schemathesis import APIOperation, Case
from schemathesis.checks import CheckFunction
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from tests.api.kept import keep_samples
from tests.api.programs import token_of, with_token
from tests.people import person
from webapp.core.limits import limiter

FEW = 3
Tries = Iterator[tuple[SearchStrategy[Case], int]]
HOLDS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.ignored_auth,
]


@pytest.fixture
def document(app: Flask, monkeypatch: pytest.MonkeyPatch) -> schemathesis.BaseSchema:
    """Give the document of an installation with samples, and no limit to asking."""
    monkeypatch.setattr(limiter, "enabled", False)
    keep_samples()
    found = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    assert isinstance(found, schemathesis.BaseSchema)
    return found


def asked(operation: APIOperation[Any, Any, Any]) -> Tries:
    """Give the examples of an operation, each once, and a few calls made up."""
    for example in operation.get_strategies_from_examples():
        yield example, 1
    yield operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE), FEW


def tried(
    strategy: SearchStrategy[Case], times: int, ask: Callable[[Case], object]
) -> Callable[[], None]:
    """Give a test that asks so many times, the same way every time it runs."""

    @settings(
        max_examples=times,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def asks(case: Case) -> None:
        ask(case)

    return asks


def amiss(operation: APIOperation[Any, Any, Any]) -> Tries:
    """Give a call an operation's document does not allow."""
    yield operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE), 1


def answered(
    document: schemathesis.BaseSchema,
    asks: Callable[[APIOperation[Any, Any, Any]], Tries],
    checks: Sequence[CheckFunction],
) -> list[int]:
    """Ask every operation, check each answer, give the statuses that came."""
    headers = with_token(token_of(person("Ada"))) | {"Accept-Encoding": "identity"}
    failures, statuses = [], []

    def ask(case: Case) -> None:
        answer = case.call_and_validate(checks=list(checks), headers=headers)
        statuses.append(answer.status_code)

    for found in document.get_all_operations():
        operation = found.ok()
        for strategy, times in asks(operation):
            try:
                tried(strategy, times, ask)()
            except FailureGroup as group:
                failures.append(f"{operation.label}: {group.exceptions}")
            except (SkipTest, Unsatisfiable):
                continue  # takes nothing that could be amiss
    assert not failures, "\n".join(failures)
    return statuses


def test_every_operation_answers_as_documented(document: schemathesis.BaseSchema) -> None:
    rightly = answered(document, asked, HOLDS)
    assert rightly.count(200) > len(rightly) / 3
    wrongly = answered(document, amiss, HOLDS[:-1])
    assert sum(400 <= status < 500 for status in wrongly) > len(wrongly) / 3


def test_an_answer_that_is_not_as_documented_is_caught(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Response(b'{"id": "seven"}', content_type="application/json")
    view = wraps(app.view_functions["api_v1.me"])(lambda: broken)
    monkeypatch.setitem(app.view_functions, "api_v1.me", view)
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    me = document["/api/v1/me"]["GET"]
    headers = with_token(token_of(person("Ada"))) | {"Accept-Encoding": "identity"}
    with pytest.raises(FailureGroup) as caught:
        me.Case().call_and_validate(checks=HOLDS, headers=headers)
    kinds = {type(one).__name__ for one in caught.value.exceptions}
    assert kinds >= {"JsonSchemaError", "IgnoredAuth"}
