"""One of everything somebody or some upstream has a hand in, all of it called so."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select, text

from tests.access.things import SOON
from tests.admin.conftest import reply
from tests.browser.test_seldom import offer_to_join
from tests.people import Person, person
from tests.security.corpus import CORPUS, so
from webapp.accounts.store.claims import begin_claim, change_claim
from webapp.core.audit import audit
from webapp.core.db import db, utc_now
from webapp.core.upstream_pauses import pause_upstream
from webapp.jobs import pauses
from webapp.lol.models import LolTalk
from webapp.lol.store.talks import Turn, save_turns

TEXTS: Final = {
    "account": ("disabled_why",),
    "account_session": ("agent", "address", "proved_by"),
    "api_token": ("name", "tail"),
    "channel": ("shown", "off_why"),
    "delivery": ("event", "answer", "body"),
    "follow": ("title",),
    "identity": ("name", "subject"),
    "identity_claim": ("wanted", "name"),
    "job_pause": ("why",),
    "job_run": ("title", "sentence", "waiting_reason", "error", "target_url"),
    "notice": ("title", "said", "url"),
    "quarantine": ("reason", "key"),
    "upstream_pause": ("why",),
    "upstream_reply": ("route", "outcome"),
}


def leave_traces(of: Person) -> None:
    """Leave what things.py makes nothing of: a claim, another account, changes, pauses, replies."""
    change_claim(begin_claim(of.id, "riot", "x"), sign=7, ends_at=utc_now() + SOON)
    offer_to_join(person("Mo"))
    audit(CORPUS[5], CORPUS[6], CORPUS[7], {"a": CORPUS[0]}, {"a": CORPUS[1]})
    pause_upstream("deadlock", f"account:{of.id}", "why")
    pauses.pause("test.match", f"account:{of.id}", "why")
    db.session.add(reply("ok", 200))
    db.session.commit()


def call_everything_so() -> None:
    """Put the worst names into every text somebody or some upstream has a hand in."""
    for table, columns in TEXTS.items():
        for place, column in enumerate(columns):
            unique = "|| id::text" if (table, column) == ("identity", "subject") else ""
            db.session.execute(
                text(f"UPDATE {table} SET {column} = :word {unique}"),  # noqa: S608 - named above
                {"word": CORPUS[(len(table) + place) % len(CORPUS)]},
            )
    db.session.execute(text("UPDATE account SET name = :word || id"), {"word": CORPUS[0]})
    _say_so()
    db.session.commit()
    db.session.remove()


def _say_so() -> None:
    """Let every talk with the coach hold such words, looked at and not proved."""
    words = tuple(so(number, "talk") for number in range(len(CORPUS)))
    said = (
        Turn(reader=True, text=words[0]),
        Turn(reader=False, text="\n".join(words), looked=words, unproved=words),
    )
    for talk_id in db.session.scalars(select(LolTalk.id)).all():
        save_turns(talk_id, said)
