"""From a button to a kept match: every way a match can come, and every way it can fail to."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.archive import Archive, asked_run, done, forget_answers, sent
from tests.dota2.kept import body_of, keep, keep_body
from tests.jobs.asked import shift
from tests.people import person, sign_in
from webapp.core.db import db, utc_now
from webapp.core.models import Quarantine
from webapp.dota2 import ingest
from webapp.dota2.ingest.match import INTAKE
from webapp.dota2.models import Dota2Player, Dota2Slice, Dota2Vanity
from webapp.dota2.store import accounts, histories, leagues, matches
from webapp.dota2.store.catalogue import load_catalogue
from webapp.dota2.store.leagues import Listed
from webapp.jobs import enqueue
from webapp.jobs.models import JobRun
from webapp.jobs.sweep import sweep
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_if_worth
from webapp.simulator.dota2 import generate_match
from webapp.simulator.dota2.wire.basics import sequence_of

PARSED, UNPARSED, NO_REPLAY, ONLY_STEAM = 8_300_000_000, 8_300_000_600, 8_300_000_601, 8_300_000_602
ADA = 910_000_001


def bring(client: FlaskClient, match_id: int) -> JobRun:
    return done(asked_run(client, f"/dota2/matches/{match_id}/analysis"))


def woken(run_id: uuid.UUID) -> JobRun:
    """Do a waiting run again, as the sweeper would have it done later."""
    shift(run_id, "run_at", -3600)
    sweep()
    return done(run_id)


def test_a_match_is_fetched_read_and_kept_once(client: FlaskClient, archive: Archive) -> None:
    assert bring(client, PARSED).state == "done"
    kept = matches.load_row(PARSED)
    assert kept is not None
    assert (kept.parsed, kept.provenance, kept.source) == (True, "upstream", "opendota")
    assert db.session.scalar(select(func.count()).select_from(Dota2Player)) == 10
    slices = db.session.scalar(select(func.count()).select_from(Dota2Slice)) or 0
    assert bring(client, PARSED).state == "done"
    assert db.session.scalar(select(func.count()).select_from(Dota2Slice)) == slices
    assert len(archive.asked()) == 2
    assert kept.kept_bytes < 150_000


def test_a_replay_is_asked_for_once_and_waited_for(client: FlaskClient, archive: Archive) -> None:
    bring(client, UNPARSED)
    kept = matches.load_row(UNPARSED)
    assert kept is not None
    assert not kept.parsed
    run = done(asked_run(client, f"/dota2/matches/{UNPARSED}/parse"))
    assert "10 of OpenDota" in run.title
    assert (run.state, run.sentence) == (
        "waiting",
        "OpenDota is reading the replay; that takes a few minutes.",
    )
    run_id = run.id
    assert woken(run_id).state == "waiting"
    assert woken(run_id).state == "done"
    posts = [line for line in archive.asked() if line["method"] == "POST"]
    assert len(posts) == 1
    db.session.expire_all()
    assert matches.load_row(UNPARSED).parsed  # type: ignore[union-attr]


def test_what_opendota_read_meanwhile_costs_one_call(client: FlaskClient, archive: Archive) -> None:
    body = json.loads(body_of(204)) | {"match_id": PARSED}
    keep_body(json.dumps(body).encode())
    assert done(asked_run(client, f"/dota2/matches/{PARSED}/parse")).state == "done"
    assert [line["method"] for line in archive.asked()] == ["GET"]
    kept = matches.load_row(PARSED)
    assert kept is not None
    assert kept.parsed


def test_a_replay_nobody_has_leaves_the_scoreboard(client: FlaskClient, archive: Archive) -> None:
    assert archive
    bring(client, NO_REPLAY)
    run_id = asked_run(client, f"/dota2/matches/{NO_REPLAY}/parse")
    done(run_id)
    woken(run_id)
    run = woken(run_id)
    assert run.state == "failed"
    assert "The scoreboard stays." in run.sentence
    assert client.get(f"/dota2/matches/{NO_REPLAY}").status_code == 200


def test_a_match_opendota_lacks_comes_from_steam_where_a_list_named_it(
    client: FlaskClient, archive: Archive
) -> None:
    run = bring(client, ONLY_STEAM)
    assert (run.state, archive.asked()[-1]["path"]) == (
        "failed",
        f"/opendota/api/matches/{ONLY_STEAM}",
    )
    leagues.add_league(5)
    leagues.note_listed(5, [Listed(ONLY_STEAM, sequence=sequence_of(ONLY_STEAM))])
    db.session.commit()
    assert bring(client, ONLY_STEAM).state == "done"
    kept = matches.load_row(ONLY_STEAM)
    assert kept is not None
    assert (kept.source, kept.parsed) == ("steam", False)
    assert "the Steam Web API, fetched" in client.get(f"/dota2/matches/{ONLY_STEAM}").text
    assert leagues.standing(5).kept == 1


@pytest.mark.parametrize(
    ("match_id", "state", "words"),
    [
        (8_300_000_404, "failed", "OpenDota does not know match 8300000404."),
        (8_300_000_429, "waiting", "OpenDota asked us to slow down."),
        (8_300_000_500, "waiting", "OpenDota has a fault of its own"),
    ],
)
def test_a_match_that_does_not_come_says_why(
    client: FlaskClient, archive: Archive, match_id: int, state: str, words: str
) -> None:
    assert archive
    run = bring(client, match_id)
    assert run.state == state
    assert words in run.sentence
    page = client.get(f"/dota2/matches/{match_id}")
    assert page.status_code == 200
    assert words in page.text


def test_a_drifted_body_goes_to_quarantine_whole(client: FlaskClient, archive: Archive) -> None:
    archive.strike(r"/opendota/api/matches/", "html200")
    assert bring(client, PARSED).state == "failed"
    (aside,) = db.session.scalars(select(Quarantine))
    assert (aside.kind, aside.key) == ("dota2.match", str(PARSED))


def test_a_file_is_kept_as_unverified_and_never_replaces_opendota(
    client: FlaskClient, archive: Archive
) -> None:
    assert archive
    body = json.dumps(generate_match(PARSED)).encode()
    assert sent(client, body, "match.json").state == "done"
    kept = matches.load_row(PARSED)
    assert kept is not None
    assert kept.provenance == "upload"
    assert "unverified" in client.get(f"/dota2/matches/{PARSED}").text
    bring(client, PARSED)
    sent(client, body + b" ", "match.json")
    db.session.expire_all()
    assert matches.load_row(PARSED).provenance == "upstream"  # type: ignore[union-attr]


def test_names_are_fetched_and_poor_ones_leave_the_old(
    client: FlaskClient, archive: Archive
) -> None:
    run_id = enqueue("dota2.names", key="n", args={}, target_url="/", steps=(), title="n")
    db.session.commit()
    assert done(run_id).state == "done"
    assert load_catalogue().hero(1).name == "Anti-Mage"
    assert load_catalogue().game_mode(22)
    names = load_catalogue()
    for picture in (names.hero(1).portrait, names.item_called("blink").icon):
        assert picture
        assert client.get(picture).mimetype == "image/png"
    keep(201)
    for tab in ("", "/builds"):
        page = client.get(f"/dota2/matches/201{tab}")
        assert any(one.icon and one.icon in page.text for one in names.items.values()), tab
    archive.strike("/constants/heroes", "html200")
    forget_answers()
    again = enqueue("dota2.names", key="n", args={}, target_url="/", steps=(), title="n")
    db.session.commit()
    assert done(again).state == "failed"
    assert load_catalogue().hero(1).name == "Anti-Mage"


def test_a_player_is_fetched_with_heroes_and_company(client: FlaskClient, archive: Archive) -> None:
    assert archive
    assert done(asked_run(client, f"/dota2/players/{ADA}/history")).state == "done"
    account = accounts.load_account(ADA)
    assert account is not None
    assert (account.persona_name, account.hidden) == ("Ashbrook", False)
    found = histories.load_player(ADA)
    assert found.in_all == len(found.played) > 25
    assert accounts.load_peers(ADA)[0].with_games > 0
    hidden = done(asked_run(client, "/dota2/players/910000403/history"))
    assert hidden.state == "done"
    assert "keeps matches private" in client.get("/dota2/players/910000403").text


def test_a_steam_name_leads_to_its_player(client: FlaskClient, archive: Archive) -> None:
    assert archive
    assert "Only Steam knows" in client.get("/dota2/names/AshBrook").text
    assert done(asked_run(client, "/dota2/names/AshBrook")).state == "done"
    found = client.get("/dota2/names/ashbrook")
    assert found.headers["Location"] == f"/dota2/players/{ADA}"
    db.session.execute(update(Dota2Vanity).values(found_at=utc_now() - timedelta(days=1)))
    db.session.commit()
    assert "Only Steam knows" in client.get("/dota2/names/ashbrook").text
    assert done(asked_run(client, "/dota2/names/ashbrook")).state == "done"
    assert client.get("/dota2/names/ashbrook").status_code == 303
    lost = done(asked_run(client, "/dota2/names/nobody-at-all"))
    assert lost.state == "failed"
    assert "no profile called" in client.get("/dota2/names/nobody-at-all").text


def test_a_sample_is_left_out_of_every_count_and_is_worked_out_again(client: FlaskClient) -> None:
    keep(201)
    assert matches.count_matches() == 0
    assert client.get("/dota2").status_code == 200
    kept = matches.load_row(201)
    assert kept is not None
    kept.analysis_version = 0
    db.session.commit()
    assert ingest.reanalyse_all().done == 1


def test_numbers_no_column_holds_are_passed_over(client: FlaskClient) -> None:
    document = json.loads(body_of(201))
    document |= {"match_id": PARSED, "game_mode": 2**31, "start_time": 2**40}
    document |= {"radiant_score": None, "replay_url": "http://a.example/\0"}
    for player in document["players"]:
        player |= {"kills": 2**31 - 1, "net_worth": 2**32}
    run = sent(client, json.dumps(document).encode(), "match.json")
    assert run.state == "done", run.sentence
    kept = matches.load_row(PARSED)
    assert kept is not None
    assert (kept.game_mode, kept.started_at, kept.score_a) == (None, None, None)
    assert client.get(f"/dota2/matches/{PARSED}").status_code == 200


def test_a_field_that_was_passed_over_is_told_until_a_good_body_comes(client: FlaskClient) -> None:
    good = json.loads(body_of(201)) | {"match_id": PARSED}
    odd = json.loads(json.dumps(good))
    odd["players"][0]["kills"] = "many"
    assert sent(client, json.dumps(odd).encode(), "match.json").state == "done"
    assert [note.detail["where"] for note in lying_aside()] == ["players[0].kills"]
    told = client.get(f"/dota2/matches/{PARSED}/data").text
    assert "Kept aside still" in told
    assert "told as not recorded" in told
    assert sent(client, json.dumps(good).encode(), "match.json").state == "done"
    assert lying_aside() == []
    assert "Kept aside once" in client.get(f"/dota2/matches/{PARSED}/data").text


def test_an_admin_sees_the_field_and_has_the_kept_body_read_again(client: FlaskClient) -> None:
    odd = json.loads(body_of(201)) | {"match_id": PARSED}
    odd["players"][0]["kills"] = "many"
    keep_if_worth(INTAKE, Raw(json.dumps(odd).encode(), "json", utc_now(), "upstream"), PARSED)
    sign_in(client, person("Di"))
    (note,) = lying_aside()
    at = f"/admin/quarantine/{note.id}"
    page = client.get(f"{at}.json").json
    assert page is not None
    assert page["where"] == "players[0].kills"
    assert page["can_rerun"]
    assert "$.players[0].kills" in {one["path"] for one in page["compared"]["differences"]}
    assert "no source is asked" in client.get(at).text
    again = client.post(f"{at}/rerun", headers={"Sec-Fetch-Site": "same-origin"})
    run = done(uuid.UUID(again.headers["Location"].rpartition("/")[2]))
    assert run.state == "done", run.sentence
    (still,) = lying_aside()
    assert (still.id > note.id, still.reason) == (True, note.reason)


def lying_aside() -> list[Quarantine]:
    db.session.rollback()
    return list(db.session.scalars(select(Quarantine).where(Quarantine.released_at.is_(None))))


def test_half_a_body_is_refused_with_a_sentence(client: FlaskClient) -> None:
    run = sent(client, body_of(201)[: len(body_of(201)) // 2], "match.json")
    assert run.state == "failed"
    assert "kept aside" in run.sentence
