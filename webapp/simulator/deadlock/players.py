"""The player routes, and how a path or query is read."""

from webapp.simulator.deadlock import people
from webapp.simulator.deadlock.states import PROTECTED_ACCOUNT, plays
from webapp.simulator.replies import Reply, error_reply, json_reply

Query = dict[str, list[str]]
MOST_IN_BULK = 1000
_HOUR_S = 3600
_LONGEST_NUMBER = 20


def tell_history(text: str, *, query: Query, base_url: str) -> Reply:
    """Answer /v1/players/{account_id}/match-history."""
    del query, base_url
    account_id = number_in(text)
    refused = _refused_account(account_id)
    return refused or json_reply(people.history_of(account_id), max_age_s=300)


def tell_rank(text: str, *, query: Query, base_url: str) -> Reply:
    """Answer /v1/players/{account_id}/rank."""
    del query, base_url
    account_id = number_in(text)
    refused = _refused_account(account_id)
    return refused or json_reply(people.rank_of(account_id), max_age_s=300)


def _refused_account(account_id: int) -> Reply | None:
    if not 0 <= account_id < 2**31:
        return error_reply(400, "Invalid account ID")
    if account_id == PROTECTED_ACCOUNT:
        return error_reply(403, "User is protected")
    return None


def tell_profiles(*, query: Query, base_url: str) -> Reply:
    """Answer /v1/players/steam."""
    ids = [number_in(text) for text in listed(query, "account_ids")]
    if not ids or -1 in ids:
        return error_reply(400, "Provided parameters are invalid")
    known = [people.profile_of(number, base_url) for number in ids if plays(number)]
    return json_reply(known, max_age_s=_HOUR_S) if known else error_reply(404, "No profile found")


def tell_search(*, query: Query, base_url: str) -> Reply:
    """Answer /v1/players/steam-search."""
    wanted = query.get("search_query", [""])[0]
    limit = number_in(query.get("limit", ["100"])[0])
    if not wanted or not 1 <= limit <= MOST_IN_BULK:
        return error_reply(400, "Provided parameters are invalid")
    found = people.search_people(wanted, base_url, limit)
    return json_reply(found, max_age_s=60) if found else error_reply(404, "No profiles found")


def listed(query: Query, name: str) -> list[str]:
    """Give the comma-separated values of one name, repeated or not."""
    return [part for text in query.get(name, []) for part in text.split(",") if part]


def number_in(text: str) -> int:
    """Give the number a text is, or -1: only plain ASCII digits are one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else -1
