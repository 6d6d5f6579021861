"""The page of a stand-in provider: who are you, or go back without saying."""

from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit

from webapp.simulator.identity.people import PEOPLE
from webapp.simulator.replies import NO_STORE, Reply

Query = dict[str, str]
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>body{{font:16px/1.5 system-ui;max-width:24rem;margin:4rem auto;padding:0 1rem}}
button{{display:block;width:100%;padding:.6rem;margin:.4rem 0;font:inherit}}</style></head>
<body><h1>{title}</h1><p>A stand-in: everybody here is invented. Who are you?</p>
<form method="get">{hidden}{buttons}</form></body></html>"""


def read_query(text: str) -> Query:
    """Read a query or a form, the first value of each name."""
    read: Query = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        read.setdefault(name, value)
    return read


def choose(label: str, query: Query) -> Reply:
    """Let somebody say who they are; the form comes back to the same address."""
    kept = {name: value for name, value in query.items() if name != "person"}
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in kept.items()
    )
    choices = [(one.slug, one.name) for one in PEOPLE] + [("nobody", "Cancel")]
    buttons = "".join(
        f'<button name="person" value="{slug}">{escape(name)}</button>' for slug, name in choices
    )
    page = PAGE.format(title=f"{escape(label)} (simulated)", hidden=hidden, buttons=buttons)
    return Reply(200, page.encode(), {"Content-Type": "text/html; charset=utf-8", **NO_STORE})


def refuse(sentence: str, status: int = 400) -> Reply:
    """Say on a page what is wrong with the question, and send nobody anywhere."""
    page = f"<!doctype html><title>No</title><p>{escape(sentence)}</p>"
    headers = {"Content-Type": "text/html; charset=utf-8", **NO_STORE}
    return Reply(status, page.encode(), headers)


def send_back(address: str, told: Query) -> Reply:
    """Send the browser back with what it is to bring."""
    mark = "&" if urlsplit(address).query else "?"
    return Reply(302, b"", {"Location": f"{address}{mark}{urlencode(told)}", **NO_STORE})
