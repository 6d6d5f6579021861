"""Look at an account for whoever claims it: whose it is, where it plays, which picture is set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from webapp.accounts.actions import claiming
from webapp.accounts.actions.claiming import Claim, NotProven, Seen
from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.jobs import Refused, Run
from webapp.lol.domain.claim import SIGNS
from webapp.lol.domain.riot_id import read_riot_id
from webapp.lol.ingest.keyed import Open, ask_riot
from webapp.lol.ingest.summoner import find_account
from webapp.matchroom.intake import Patience
from webapp.matchroom.waiting import wait_or_give_up

PATIENCE: Final = Patience(
    ask_again=timedelta(seconds=20),
    give_up_after=timedelta(minutes=5),
    gave_up="Riot’s servers did not answer for five minutes. Claim the name again later.",
)


def ingest_claim(run: Run, open_it: Open) -> None:
    """Take one step of a claim: choose the picture to set, or see whether it is set."""
    claim = claiming.find(int(run.args["claim_id"]))
    if claim is None:
        raise Refused("This claim was given up meanwhile.")
    run.step(2, "Asking Riot’s servers")
    try:
        seen = _look(claim, open_it)
    except Unavailable as away:
        wait_or_give_up(run, away, PATIENCE)
    except UpstreamError as no:
        raise Refused(no.sentence) from no
    try:
        run.finish(_effect(run, claim, seen))
    except NotProven as no:
        raise Refused(no.sentence) from no


def _effect(run: Run, claim: Claim, seen: Seen) -> Callable[[], None]:
    if run.args["what"] == "check":
        return lambda: claiming.settle(claim, seen, run.created_at)
    return lambda: claiming.note_seen(claim, seen, SIGNS)


def _look(claim: Claim, open_it: Open) -> Seen:
    asked = read_riot_id(claim.wanted)
    if asked is None:
        raise Refused("That is no Riot ID.")
    args = {"name": asked.name, "tag": asked.tag}
    platform, account = find_account(args, lambda what: ask_riot(open_it, what))
    summoner = ask_riot(open_it, lambda riot: riot.fetch_summoner(platform, account.puuid))
    named = read_riot_id(f"{account.game_name}#{account.tag_line}") or asked
    detail = {"platform": platform.name}
    return Seen(account.puuid, str(named), summoner.profile_icon_id, detail)
