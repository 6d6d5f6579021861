"""Names behind the audit's `account:7`, looked up at once for a whole page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from webapp.accounts.pages.people import names_of

PREFIX = "account:"


def actor_names(actors: Iterable[str]) -> Mapping[str, str]:
    """Give the name of each actor that is an account still here; others are their own name."""
    ids = {int(one.removeprefix(PREFIX)) for one in actors if _is_account(one)}
    return {f"{PREFIX}{number}": name for number, name in names_of(ids).items()}


def _is_account(actor: str) -> bool:
    number = actor.removeprefix(PREFIX)
    return actor.startswith(PREFIX) and number.isdecimal() and len(number) < 19  # noqa: PLR2004
