"""Every address of a match opened in turn, and whether what it says was ever meant to be read."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, Final, NoReturn

from flask.testing import FlaskClient

from webapp.matchroom.framing import Framing

PART: Final = {"HX-Request": "true", "HX-Request-Type": "partial"}
# What Python or a browser calls a value.
UNMEANT: Final = re.compile(r"\b(?:None|nan|NaN|undefined|inf|Infinity(?! Edge))\b")
UNROUNDED: Final = re.compile(r"\d\.\d{5}")
# Sentences where nothing happened begin with the same word; one explains the upstream's own.
MEANT: Final = re.compile(r"\bNone(?: fell| then| in this| of them| stood|:|\.)|“undefined”")
NO_TEXT: Final = frozenset({"script", "style"})


class Words(HTMLParser):
    """Reads a page: what stands in it as text or in attributes, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.given: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what its attributes say."""
        self.within = tag
        self.given += [value for _, value in attrs if value]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if self.within not in NO_TEXT:
            self.texts.append(data)

    def handle_endtag(self, _tag: str) -> None:
        """Say that whatever follows is text again."""
        self.within = ""


def unmeant(texts: Iterable[str]) -> list[str]:
    """Give the texts in which a value shows that nobody meant to show."""
    return [one for one in texts if UNMEANT.search(MEANT.sub("", one))]


def see_page(client: FlaskClient, address: str, headers: Mapping[str, str] | None = None) -> str:
    """Open a page or a part of one, and see that it is meant as it stands; gives its text."""
    answer = client.get(address, headers=dict(headers or {}))
    assert answer.status_code == 200, address
    words = Words()
    words.feed(answer.text)
    unrounded = [one for one in words.texts if UNROUNDED.search(one)]
    assert (address, unmeant((*words.texts, *words.given)), unrounded) == (address, [], [])
    return answer.text


def see_twin(client: FlaskClient, address: str) -> Any:
    """Open a page's JSON, and see the same of it; gives what it says."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    told = json.loads(answer.text, parse_constant=_refused)
    assert (address, unmeant(_strings(told))) == (address, [])
    return told


def see_table(client: FlaskClient, address: str) -> list[dict[str, str]]:
    """Open a table as CSV, and see that its rows are of one length; gives them."""
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "text/csv"), address
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len({len(one) for one in rows}) == 1, address
    assert not {cell for row in rows for cell in row} & {"None", "nan", "inf", "-inf"}, address
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def see_match(
    client: FlaskClient, framing: Framing, tables: Iterable[str], match_id: Any, *, at_s: int = 700
) -> dict[str, Any]:
    """Open every tab whole, in part at a second and as JSON, and every table; gives the twins."""
    url, twins = framing.url_of(match_id), {}
    for part, _, path in (*framing.tabs, *framing.sub_pages):
        see_page(client, url + path)
        see_page(client, f"{url}{path}?t={at_s}", PART)
        twins[part] = see_twin(client, f"{url}{path}.json")
    for name in tables:
        see_table(client, f"{url}/tables/{name}.csv")
    return twins


def _strings(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from _strings(one)


def _refused(word: str) -> NoReturn:
    raise AssertionError(f"{word} is no JSON")
