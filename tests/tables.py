"""Tables of pages, and whether what they show can be taken away as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final

from flask.testing import FlaskClient

from tests.shown import PART

SMALL: Final = 3


@dataclass
class Section:
    """A section of a page: what its tables are called, and whether it leads to CSV."""

    tables: list[tuple[str, int]] = field(default_factory=list)
    leads: bool = False
    within: Section | None = None

    @property
    def led(self) -> bool:
        """Say whether it, or a section around it, leads to CSV."""
        return self.leads or (self.within is not None and self.within.led)


class Tables(HTMLParser):
    """Reads a page: each table with its rows, in the section it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = [Section()]
        self.sections = [*self.stack]
        self.caption, self.rows, self.told = "", 0, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a section or table begins, and links."""
        if tag == "section":
            self.stack.append(Section(within=self.stack[-1]))
            self.sections.append(self.stack[-1])
        elif tag == "table":
            self.caption, self.rows = "", -1
        elif tag == "tr":
            self.rows += 1
        self.told = tag == "caption" or (self.told and tag not in ("thead", "tbody", "tr"))
        path = (dict(attrs).get("href") or "").partition("?")[0]
        if tag == "a" and path.endswith(".csv"):
            self.stack[-1].leads = True

    def handle_endtag(self, tag: str) -> None:
        """Note a table where it ends."""
        if tag == "section":
            self.stack.pop()
        elif tag == "table":
            self.stack[-1].tables.append((" ".join(self.caption.split()), self.rows))
        elif tag == "caption":
            self.told = False

    def handle_data(self, data: str) -> None:
        """Gather the caption."""
        if self.told:
            self.caption += data


def without_csv(page: str, least: int = SMALL) -> Iterator[str]:
    """Give the tables of a page, of so many rows at least, whose section leads to no CSV."""
    reader = Tables()
    reader.feed(page)
    for section in reader.sections:
        if not section.led:
            yield from (name for name, rows in section.tables if rows >= least)


def see_table_as_csv(client: FlaskClient, page: str, name: str, key: str) -> None:
    """See that a page leads to one of its tables as CSV, with the lines it shows itself."""
    html, answer = client.get(page).text, client.get(f"{page}/{name}.csv")
    assert f'href="{page}/{name}.csv" download' in html
    assert list(without_csv(html)) == []
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    lines = list(csv.DictReader(answer.text.splitlines()))
    shown = client.get(f"{page}.json").json[name]
    assert [one[key] for one in lines] == [str(one[key]) for one in shown]


def beside(
    client: FlaskClient, tab: str, query: str, name: str
) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Give a tab's fields, and the rows of one of its tables by the link that stands on it."""
    page = client.get(f"{tab}.json?{query}").json
    assert page
    link = page["csv"][name]
    for headers in ({}, PART):
        text = client.get(f"{tab}?{query}", headers=headers).text
        assert f'href="{link.replace("&", "&amp;")}"' in text
    return page, csv_rows(client, link)


def csv_rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    """Give the lines of a table as CSV."""
    answer = client.get(address)
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text)))
