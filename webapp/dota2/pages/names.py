"""Whose profile a Steam name is: found before, being looked up, or to be asked for."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.settings import current_settings
from webapp.dota2.store import accounts
from webapp.jobs.latest import latest_runs

NO_KEY = (
    "Only Steam knows whose profile a name is, and this installation has no key to ask it. "
    "Bring the profile’s number instead: steamcommunity.com/profiles/ and 17 digits."
)
UNASKED = "Only Steam knows whose profile this is. Asking takes a few seconds."


@dataclass(frozen=True, slots=True)
class NamePage:
    """A name nobody looked up yet, or one that could not be found."""

    name: str
    title: str
    sentence: str
    can_ask: bool
    job_url: str | None


def account_called(name: str) -> int | None:
    """Give the account a name was found to be."""
    return accounts.account_called(name)


def name_page(name: str) -> NamePage:
    """Say how things stand with a name that is not known here."""
    title = f"The Steam profile “{name}”"
    if not current_settings().steam_api_key:
        return NamePage(name, title, NO_KEY, can_ask=False, job_url=None)
    key = f"dota2.whose:{name.casefold()}"
    run = latest_runs([key]).get(key)
    # One that is done found somebody, too long ago to hold still.
    if run is None or run.state == "done":
        return NamePage(name, title, UNASKED, can_ask=True, job_url=None)
    return NamePage(name, title, run.sentence or UNASKED, can_ask=not run.live, job_url=run.url)
