"""Browsers' own descriptions, said in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.accounts.domain.agents import device_of
from webapp.accounts.domain.names import LONGEST_NAME, BadName, checked_name, fitting_name

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Firefox on Linux",
        ),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36", "Chrome on Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0) {CHROME} Safari/537.36 Edg/142.0", "Edge on Windows"),
        (f"Mozilla/5.0 (Linux; Android 15) {CHROME} Mobile Safari/537.36", "Chrome on Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19 Safari/605",
            "Safari on macOS",
        ),
        ("curl/8.1 (Linux)", "A browser on Linux"),
        ("", "An unknown browser"),
    ],
)
def test_a_browser_is_told_in_plain_words(agent: str, said: str) -> None:
    assert device_of(agent) == said


@given(st.text(max_size=200))
def test_any_text_makes_a_name_that_may_be_had(text: str) -> None:
    made = fitting_name(text)
    assert checked_name(made) == made
    assert 0 < len(made) <= LONGEST_NAME


@given(st.text(max_size=60))
def test_a_name_taken_once_is_taken_as_it_is(text: str) -> None:
    try:
        name = checked_name(text)
    except BadName:
        return
    assert checked_name(name) == name
