"""Forms: a text with blanks reads as if it had been written for whoever fills them."""

from __future__ import annotations

from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from webapp.core.forms import blank, form_of

WORDS = st.text("0123456789:.", min_size=0, max_size=6)
NAMES = st.sampled_from(("t", "clock", "x_0.0_2088.0", "from-clock"))


@given(st.lists(st.tuples(st.text(), NAMES)), st.text(), st.dictionaries(NAMES, WORDS))
def test_a_filled_form_is_the_text_with_the_words_in_it(
    pieces: list[tuple[str, str]], end: str, words: dict[str, str]
) -> None:
    text = "".join(before + blank(name) for before, name in pieces) + end
    plain = "".join(before + words.get(name, "") for before, name in pieces) + end
    assert form_of(text).filled(lambda name: words.get(name, "")) == plain.encode()


@given(st.text())
def test_a_text_from_outside_is_never_a_blank(text: str) -> None:
    form = form_of(text)
    assert form.filled(lambda name: f"<{name}>") == text.encode()
    assert form.size == len(text.encode())


def test_a_blank_survives_addresses_and_escaping() -> None:
    text = f"?{urlencode({'t': blank('t')})} {escape(blank('t'))}"
    assert form_of(text).filled(lambda _: "754") == b"?t=754 754"


def test_two_fillings_of_one_form_share_nothing() -> None:
    form = form_of(f"at {blank('clock')}")
    assert form.filled(lambda _: "12:34") == b"at 12:34"
    assert form.filled(lambda _: "0:05") == b"at 0:05"
