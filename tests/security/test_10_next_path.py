"""10. `next` leads to a path of this site or to the start page, whatever it is written like."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

import pytest
from flask import Flask
from hypothesis import example, given
from hypothesis import strategies as st

from tests.accounts.journey import come_in
from webapp.accounts.domain.next_path import HOME, same_site

SITE = "https://guildhall.example"
PIECES = (
    *("/", "//", "\\", "/\\", "\\/", "https:", "http:", "javascript:", "data:", "evil.example"),
    *("@", ":", "?", "#", ".", "..", "%2f", "%2F", "%5c", "%252f", "%09", "%0a", "%00", "\t"),
    *("\r", "\n", "\0", " ", "\u2028", "\u202e", "\uff0f", "\u2044", "\u29f8", "user:pw@", "["),
)
WRITTEN = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
EVIL = (
    *(
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
    ),
    *("https:evil.example", "https://evil.example", "http:/evil.example", "javascript:alert(1)"),
    *("/%2f%2fevil.example", "/%2fevil.example", "/%5cevil.example", "/%252fevil.example"),
    *(
        "%2f%2fevil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        "/%09/evil",
    ),
    *(" //evil.example", "@evil.example", "/\x00", "//user:pw@evil.example", "/\uff0fevil.example"),
    *("/\u202eevil", "", "evil.example", "?x", "#x", "/" + "x" * 3000),
)


def browsers_reading(path: str) -> str:
    """Give where a browser goes from here: it drops tabs and line ends and turns slashes round."""
    plain = "".join(one for one in path.strip() if one not in "\t\r\n").replace("\\", "/")
    return urljoin(f"{SITE}/sign-in", plain)


@given(WRITTEN)
@example("//evil.example")
@example("/\\evil.example")
@example("/%2f/evil.example")
def test_10_whatever_is_written_leads_to_this_site(wanted: str) -> None:
    path = same_site(wanted)
    assert path.startswith("/")
    assert urlsplit(browsers_reading(path)).netloc == "guildhall.example"
    assert path.isascii()
    assert path.isprintable()


@given(WRITTEN)
def test_10_what_is_given_is_left_as_it_is(wanted: str) -> None:
    once = same_site(wanted)
    assert same_site(once) == once
    assert once in {wanted, HOME}


@pytest.mark.parametrize("wanted", EVIL)
def test_10_what_leads_elsewhere_leads_home(wanted: str) -> None:
    assert same_site(wanted) == HOME


@pytest.mark.parametrize(
    "wanted",
    ["/", "/deadlock", "/lol/summoners/euw1/Ada-EUW?queue=420", "/dota2/matches/7?t=754", "/a#b"],
)
def test_10_a_path_of_ours_is_kept(wanted: str) -> None:
    assert same_site(wanted) == wanted


def test_10_the_whole_way_through_a_provider_ends_at_home(app: Flask) -> None:
    for wanted in ("//evil.example", "/\\evil.example", "https://evil.example"):
        assert come_in(app.test_client(), "discord", next=wanted).headers["Location"] == HOME
        page = app.test_client().get(f"/sign-in?next={quote(wanted)}")
        assert "evil" not in page.text
