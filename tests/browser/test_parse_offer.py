"""The offer of a parse on a match's tabs, told anew for whoever looks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import update

from tests.dota2.kept import keep_unparsed
from webapp.core.db import db, utc_now
from webapp.dota2.domain.words import PARSE_STEPS, REPLAY_GONE, parse_key
from webapp.jobs import enqueue
from webapp.jobs.models import JobRun

pytestmark = pytest.mark.browser


def test_a_tab_offers_a_parse_until_it_is_known_that_none_can_be_had(
    house: str, page: Page, complaints: list[str]
) -> None:
    match_id = keep_unparsed()
    page.goto(f"{house}/dota2/matches/{match_id}/laning")
    expect(page.get_by_role("button", name="Ask for a parse")).to_be_visible()
    enqueue(
        "dota2.parse",
        key=parse_key(match_id),
        args={"match_id": match_id},
        target_url=f"/dota2/matches/{match_id}",
        steps=PARSE_STEPS,
        title="Having a replay read",
    )
    ended = {"state": "failed", "sentence": REPLAY_GONE, "finished_at": utc_now()}
    db.session.execute(update(JobRun).where(JobRun.kind == "dota2.parse").values(ended))
    db.session.commit()
    page.get_by_role("link", name="Economy").click()
    expect(page.locator("#parse")).to_contain_text("could not read this replay")
    expect(page.get_by_role("button", name="Ask for a parse")).to_have_count(0)
    expect(page.get_by_role("link", name="What was tried")).to_be_visible()
    assert complaints == []
