"""Webhooks, Discord channels and letters: signed, tried again, switched off, one's own alone."""

from __future__ import annotations

import base64
import json
import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from tests.accounts.telling import (
    SAME,
    Receiver,
    add_hook,
    disable,
    do_all,
    is_signed,
    told,
    waiting,
)
from tests.people import Person, person, sign_in
from webapp.accounts.domain.addresses import read_discord, read_receiver
from webapp.accounts.domain.events import JOB_FAILED, News
from webapp.accounts.domain.messages import Told, discord_body, next_try, plain
from webapp.accounts.domain.signing import new_signing_secret, signature
from webapp.accounts.models import Channel, Delivery
from webapp.accounts.store import channels
from webapp.accounts.telling.spread import prove_later, spread
from webapp.core.db import db, utc_now
from webapp.jobs.models import JobRun

HOOK = "https://discord.com/api/webhooks/123456789012345678/" + "aB3_-" * 14


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    return person("Ada")


@pytest.fixture
def ada_s(client: FlaskClient, ada: Person) -> FlaskClient:
    sign_in(client, ada)
    return client


def happen(who: Person, subject: str = "run:1") -> None:
    spread(
        News(who.id, JOB_FAILED, subject, "It [did](x) not @everyone", "No such match.", "/jobs/1")
    )
    db.session.commit()


def the_delivery() -> Delivery:
    db.session.rollback()
    db.session.expire_all()
    return db.session.scalars(select(Delivery).order_by(Delivery.id.desc())).first()  # type: ignore[return-value]


def test_the_signature_is_the_one_the_specification_gives() -> None:
    known = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    made = signature(known, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_message_is_signed_so_that_its_receiver_can_check_it(
    ada_s: FlaskClient, ada: Person, receiver: Receiver
) -> None:
    _, secret = add_hook(ada_s, f"{receiver.url}/mine")
    happen(ada)
    assert do_all("telling.send") == 1
    (taken,) = receiver.taken()
    assert is_signed(taken, secret)
    sent = {name.lower(): value for name, value in taken["headers"].items()}
    assert abs(int(sent["webhook-timestamp"]) - utc_now().timestamp()) < 60
    told_json = json.loads(taken["body"])
    assert told_json["type"] == "job.failed"
    assert told_json["data"]["url"] == "http://127.0.0.1:8000/jobs/1"
    assert (the_delivery().state, the_delivery().status) == ("done", 204)


def test_a_secret_is_shown_once_kept_sealed_and_signs_beside_its_follower_for_a_day(
    ada_s: FlaskClient, ada: Person, receiver: Receiver
) -> None:
    hook, first = add_hook(ada_s, f"{receiver.url}/mine")
    assert first not in ada_s.get("/account/webhooks").text
    assert first not in ada_s.get(f"/account/webhooks/{hook}.json").text
    row = db.session.get_one(Channel, hook)
    assert first not in f"{row.sealed_secret}{row.sealed_address}{row.shown}"
    assert "/mine" not in row.sealed_address
    changed = ada_s.post(f"/account/webhooks/{hook}/secret", headers=SAME)
    assert changed.status_code == 201
    assert "whsec_" in changed.text
    happen(ada)
    do_all("telling.send")
    assert receiver.taken()[0]["headers"]["Webhook-Signature"].count("v1,") == 2
    db.session.execute(update(Channel).values(old_until=utc_now() - timedelta(seconds=1)))
    db.session.commit()
    happen(ada, "run:2")
    do_all("telling.send")
    assert receiver.taken()[1]["headers"]["Webhook-Signature"].count("v1,") == 1


def test_what_is_not_taken_is_tried_five_times_under_one_id_and_then_given_up(
    ada_s: FlaskClient, ada: Person, receiver: Receiver
) -> None:
    hook, _ = add_hook(ada_s, f"{receiver.url}/status/500")
    happen(ada)
    for number in range(1, 6):
        assert do_all("telling.send") == 1
        assert the_delivery().attempt == number
    assert do_all("telling.send") == 0
    assert the_delivery().state == "failed"
    assert len({one["headers"]["Webhook-Id"] for one in receiver.taken()}) == 1
    assert db.session.get_one(Channel, hook).failing_since is not None
    shown = ada_s.get(f"/account/webhooks/{hook}").text
    assert "500" in shown
    assert "&lt;b&gt;told to&lt;/b&gt; answer so" in shown
    again = ada_s.post(f"/account/webhooks/deliveries/{the_delivery().id}/again", headers=SAME)
    assert again.status_code == 303
    assert do_all("telling.send") == 1
    assert len(receiver.taken()) == 6


@pytest.mark.parametrize("state", ["dead", "cancelled", "forgotten"])
def test_a_message_nobody_sends_any_more_is_given_up_and_can_be_sent_again(
    ada_s: FlaskClient, ada: Person, receiver: Receiver, state: str
) -> None:
    hook, _ = add_hook(ada_s, f"{receiver.url}/mine")
    happen(ada)
    page, again = f"/account/webhooks/{hook}", f"/account/webhooks/deliveries/{the_delivery().id}"
    assert ada_s.post(f"{again}/again", headers=SAME).status_code == 303
    assert len(waiting("telling.send")) == 1
    assert ada_s.get(f"{page}.json").json["waiting"] == 1
    ended = update(JobRun).values(state=state, finished_at=utc_now())
    db.session.execute(delete(JobRun) if state == "forgotten" else ended)
    db.session.commit()
    shown = ada_s.get(f"{page}.json").json
    assert (shown["waiting"], shown["deliveries"][0]["state"]) == (0, "failed")
    assert shown["hook"]["last_state"] == "failed"
    assert ada_s.post(f"{again}/again", headers=SAME).status_code == 303
    assert do_all("telling.send") == 1
    assert the_delivery().state == "done"


def test_the_pauses_between_tries_add_up_to_about_an_hour() -> None:
    pauses = [next_try(attempt) for attempt in range(1, 6)]
    assert pauses[-1] is None
    whole = sum((pause for pause in pauses if pause), timedelta())
    assert timedelta(minutes=55) < whole < timedelta(minutes=70)


@pytest.mark.parametrize(("status", "then"), [(410, "off"), (404, "on"), (302, "on")])
def test_a_receiver_that_is_gone_is_switched_off_and_its_owner_told(
    ada_s: FlaskClient, ada: Person, receiver: Receiver, status: int, then: str
) -> None:
    hook, _ = add_hook(ada_s, f"{receiver.url}/status/{status}")
    happen(ada)
    do_all("telling.send")
    assert (db.session.get_one(Channel, hook).off_at is not None) is (then == "off")
    assert ("channel.off" in dict(told(ada))) is (then == "off")


def test_days_of_failing_switch_a_channel_off_and_it_can_be_opened_again(
    ada_s: FlaskClient, ada: Person, receiver: Receiver
) -> None:
    hook, _ = add_hook(ada_s, f"{receiver.url}/status/503")
    db.session.execute(update(Channel).values(failing_since=utc_now() - timedelta(days=4)))
    db.session.commit()
    happen(ada)
    for _ in range(5):
        do_all("telling.send")
    db.session.expire_all()
    assert db.session.get_one(Channel, hook).off_why == "It answered 503."
    happen(ada, "run:2")
    assert do_all("telling.send") == 0, "nothing is sent to what is off"
    assert ada_s.post(f"/account/channels/{hook}/test", headers=SAME).status_code == 409
    assert ada_s.post(f"/account/channels/{hook}/opening", headers=SAME).status_code == 303
    db.session.expire_all()
    assert db.session.get_one(Channel, hook).off_at is None


def test_a_discord_channel_is_told_in_plain_words_that_call_nobody(
    ada_s: FlaskClient, ada: Person, discord: Receiver
) -> None:
    added = ada_s.post("/account/notifications/discord", data={"url": HOOK}, headers=SAME)
    assert added.status_code == 303
    page = ada_s.get("/account/notifications").text
    assert "discord.com/api/webhooks/123456789012345678/…" in page
    assert "aB3_-aB3" not in page + ada_s.get("/account/notifications.json").text
    happen(ada)
    assert do_all("telling.send") == 1
    (taken,) = discord.taken()
    body = json.loads(taken["body"])
    assert body["allowed_mentions"] == {"parse": []}
    assert body["embeds"][0]["title"] == r"It \[did\]\(x\) not \@everyone"
    assert taken["path"].endswith(HOOK.removeprefix("https://discord.com"))


def test_tests_of_a_channel_arrive_and_are_counted(ada_s: FlaskClient, discord: Receiver) -> None:
    ada_s.post("/account/notifications/discord", data={"url": HOOK}, headers=SAME)
    channel = db.session.scalars(select(Channel.id)).one()
    codes = [
        ada_s.post(f"/account/channels/{channel}/test", headers=SAME).status_code for _ in range(7)
    ]
    assert codes == [303] * 5 + [429] * 2
    queues = set(db.session.scalars(select(JobRun.queue).where(JobRun.kind == "telling.send")))
    assert queues == {"interactive"}, "who pressed the button waits for it"
    do_all("telling.send")
    assert len(discord.taken()) == 5


@pytest.mark.parametrize(
    "url",
    [
        "http://discord.com/api/webhooks/123456789012345678/" + "a" * 60,
        "https://discord.com.evil.example/api/webhooks/123456789012345678/" + "a" * 60,
        "https://discord.com@evil.example/api/webhooks/123456789012345678/" + "a" * 60,
        "https://evil.example/https://discord.com/api/webhooks/123456789012345678/" + "a" * 60,
        "https://discord.com/api/webhooks/../users/@me",
        "https://discord.com/api/webhooks/123456789012345678/" + "a" * 60 + "/slack",
        "https://discord.com/api/webhooks/123456789012345678/" + "a" * 60 + "?wait=true",
        "https://discord.com/api/webhooks/123456789012345678/" + "a" * 60 + "\n",
        "https://discord.com/api/webhooks/١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨/" + "a" * 60,
        "https://discord.com:444/api/webhooks/123456789012345678/" + "a" * 60,
        "https://DISCORD.com/api/webhooks/123456789012345678/" + "a" * 60,
    ],
)
def test_only_discord_s_own_address_is_taken_for_discord(url: str) -> None:
    assert read_discord(url) is None
    assert read_discord(HOOK) is not None
    assert read_discord(HOOK.replace("discord.com", "discordapp.com")) is not None


@given(st.text(max_size=60))
def test_no_mark_of_discord_s_survives(text: str) -> None:
    bare = re.sub(r"\\(.)", "", plain(text), flags=re.DOTALL)
    assert not set(bare) & set("*_`~|[]()<>@#")
    embed = json.loads(discord_body(Told("test", utc_now(), text, text, "")))["embeds"][0]
    assert len(embed["title"]) <= 256


@given(st.text(max_size=80), st.sampled_from(["https://", "http://", "//", "ftp://", ""]))
def test_whatever_is_taken_as_a_receiver_is_plain_https_to_a_name(text: str, scheme: str) -> None:
    taken = read_receiver(scheme + text)
    if taken is not None:
        assert re.match(r"https://[A-Za-z0-9.-]+\.[A-Za-z0-9-]*[A-Za-z]", taken)
        assert "@" not in taken.partition("//")[2].partition("/")[0]


def test_a_letter_goes_out_only_after_its_link_was_opened(
    app: Flask, ada_s: FlaskClient, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[str, str, str]] = []
    for place in ("senders", "sending"):
        monkeypatch.setattr(
            f"webapp.accounts.telling.{place}.send_mail", lambda *mail: sent.append(mail)
        )
    settings = app.extensions["guildhall.settings"]
    monkeypatch.setattr(type(settings), "smtp_url", "smtp://127.0.0.1:1", raising=False)
    channel = channels.NewChannel("email", "ada@example.org", "a…@example.org", proof="p" * 43)
    channels.add_channel(ada.id, channel)
    db.session.commit()
    happen(ada)
    assert do_all("telling.send") == 0
    link = f"/account/notifications/email/{'p' * 43}"
    assert "a…@example.org" in app.test_client().get(link).text
    assert channels.load_channels(ada.id, "email")[0].proof_hash is not None
    assert app.test_client().post(link, headers=SAME).status_code == 303
    assert app.test_client().post(link, headers=SAME).status_code == 404
    happen(ada, "run:2")
    assert do_all("telling.send") == 1
    assert sent[0][0] == "ada@example.org"
    assert "No such match." in sent[0][2]
    assert "a…@example.org" in ada_s.get("/account/notifications").text


def test_nothing_goes_out_for_a_disabled_account(
    ada_s: FlaskClient, ada: Person, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[str, str, str]] = []
    monkeypatch.setattr(
        "webapp.accounts.telling.sending.send_mail", lambda *mail: sent.append(mail)
    )
    add_hook(ada_s, f"{receiver.url}/mine")
    happen(ada)
    proof = channels.NewChannel("email", "ada@example.org", "a…@example.org", proof="p" * 43)
    prove_later(channels.add_channel(ada.id, proof) or 0, "p" * 43)
    db.session.commit()
    disable(ada)
    assert do_all("telling.send") == do_all("telling.prove") == 1
    assert the_delivery().answer == "The account is disabled."
    happen(ada, "run:2")
    assert do_all("telling.send") == 0
    assert (receiver.taken(), sent) == ([], [])


def test_the_bell_counts_what_is_unread_and_forgets_what_was_read(
    app: Flask, ada_s: FlaskClient, ada: Person
) -> None:
    part = {"HX-Request": "true", "HX-Request-Type": "partial"}
    assert "href" not in app.test_client().get("/me/bell", headers=part).text
    happen(ada)
    happen(ada, "run:2")
    happen(ada, "run:2")
    assert "<b>2</b>" in ada_s.get("/me/bell", headers=part).text
    first = ada_s.get("/account/notifications.json").json["notices"][0]["id"]
    ada_s.post("/account/notifications/read", data={"id": first}, headers=SAME)
    assert ada_s.get("/me/bell.json").json["unread"] == 1
    ada_s.post("/account/notifications/read", headers=SAME)
    assert ada_s.get("/me/bell.json").json["unread"] == 0


def test_each_event_goes_only_where_it_was_chosen_to_go(ada_s: FlaskClient, ada: Person) -> None:
    ada_s.post("/account/notifications/bell", data={"event": ["player.match"]}, headers=SAME)
    ada_s.post("/account/notifications/discord", data={"url": HOOK}, headers=SAME)
    channel = channels.load_channels(ada.id, "discord")[0].id
    chosen = {"event": ["match.ready", "made.up"]}
    ada_s.post(f"/account/channels/{channel}/events", data=chosen, headers=SAME)
    db.session.expire_all()
    assert db.session.get_one(Channel, channel).events == ["match.ready"]
    happen(ada)
    assert do_all("telling.send") == 0
    assert ada_s.get("/account/notifications.json").json["notices"] == []


def test_a_new_secret_is_long_and_never_the_same() -> None:
    made = {new_signing_secret() for _ in range(50)}
    assert len(made) == 50
    assert all(len(base64.b64decode(one.removeprefix("whsec_"))) == 32 for one in made)
