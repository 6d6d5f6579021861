"""Personal tokens, access and refresh tokens: what each opens, and how each ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import OctKey
from sqlalchemy import func, select, update

from tests.api.programs import let_time_pass, now_s, token_of, with_token
from tests.people import person, sign_in
from webapp.accounts import access
from webapp.accounts.models import Account, ApiToken, RefreshToken, TokenFamily
from webapp.core.db import db, utc_now
from webapp.core.models import Audit
from webapp.core.sealing import key_for

SAME = {"Sec-Fetch-Site": "same-origin"}
NEW = {"name": "my bot", "days": "30", "scope": ["jobs"]}


def pair(client: FlaskClient, token: str, **body: object) -> dict[str, str]:
    answer = client.post("/api/v1/tokens", headers=with_token(token), json=body)
    assert answer.status_code == 201, answer.text
    found: dict[str, str] = answer.get_json()
    return found


def me(client: FlaskClient, token: str) -> int:
    return client.get("/api/v1/me", headers=with_token(token)).status_code


def renewed(client: FlaskClient, token: str) -> int:
    return client.post("/api/v1/tokens/refresh", headers=with_token(token)).status_code


def test_a_token_is_shown_once_and_kept_as_a_hash(client: FlaskClient) -> None:
    sign_in(client, person("Ada"))
    made = client.post("/account/tokens", data=NEW, headers=SAME)
    assert made.status_code == 201
    assert made.headers["Cache-Control"] == "private, no-store"
    secret = made.text.split('value="guild_')[1].split('"')[0]
    assert len(secret) == 43
    assert secret not in client.get("/account/tokens").text
    assert "my bot" in client.get("/account/tokens").text
    row = db.session.execute(select(ApiToken)).scalar_one()
    assert secret not in str([getattr(row, column.key) for column in row.__table__.columns])
    assert me(client, f"guild_{secret}") == 403
    told = db.session.scalars(select(Audit).where(Audit.action == "make token")).one()
    assert secret not in str(told.after)


def test_making_a_token_wants_a_fresh_proof(client: FlaskClient) -> None:
    sign_in(client, person("Ada"), proved_at=utc_now() - timedelta(minutes=31))
    assert "again=1" in client.post("/account/tokens", data=NEW, headers=SAME).headers["Location"]
    assert db.session.scalar(select(func.count()).select_from(ApiToken)) == 0


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "x" * 61}, {"days": "366"}, {"days": "0"}]
)
def test_a_token_without_a_name_or_an_end_is_not_made(
    client: FlaskClient, wrong: dict[str, str]
) -> None:
    sign_in(client, person("Ada"))
    assert client.post("/account/tokens", data=NEW | wrong, headers=SAME).status_code == 400


def test_nobody_has_more_than_twenty_tokens(client: FlaskClient) -> None:
    ada = person("Ada")
    for _ in range(20):
        token_of(ada)
    sign_in(client, ada)
    assert client.post("/account/tokens", data=NEW, headers=SAME).status_code == 409


def test_a_token_ends_with_its_time_its_owner_s_word_or_its_account(client: FlaskClient) -> None:
    ada = person("Ada")
    first, second = token_of(ada), token_of(ada)
    grown = pair(client, second)["access_token"]
    assert [me(client, one) for one in (first, second, grown)] == [200, 200, 200]
    sign_in(client, ada)
    gone = client.post("/account/tokens/2/revocation", headers=SAME)
    assert gone.status_code == 303
    assert [me(client, one) for one in (first, second, grown)] == [200, 401, 401]
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    assert me(client, first) == 401
    db.session.execute(update(Account).values(disabled_at=None))
    let_time_pass(timedelta(days=30))
    assert me(client, first) == 401


def test_the_last_use_is_noted_at_most_once_a_minute(client: FlaskClient) -> None:
    token = token_of(person("Ada"))
    me(client, token)
    first = db.session.scalar(select(ApiToken.used_at))
    me(client, token)
    db.session.expire_all()
    assert db.session.scalar(select(ApiToken.used_at)) == first
    long_ago = utc_now() - timedelta(minutes=2)
    db.session.execute(update(ApiToken).values(used_at=long_ago))
    db.session.commit()
    me(client, token)
    assert db.session.scalar(select(ApiToken.used_at)) > long_ago


def test_a_refresh_token_is_good_once_and_twice_ends_its_family(client: FlaskClient) -> None:
    token = token_of(person("Ada"))
    first = pair(client, token)
    other = pair(client, token)
    next_one = client.post(
        "/api/v1/tokens/refresh", headers=with_token(first["refresh_token"])
    ).get_json()
    assert me(client, next_one["access_token"]) == 200
    assert renewed(client, first["refresh_token"]) == 401
    assert me(client, next_one["access_token"]) == 401
    assert me(client, first["access_token"]) == 401
    assert renewed(client, next_one["refresh_token"]) == 401
    assert me(client, other["access_token"]) == 200
    assert renewed(client, other["refresh_token"]) == 201
    ended = db.session.scalars(select(TokenFamily.revoked_why)).all()
    assert sorted(ended) == ["", "a refresh token was used twice"]


def test_a_refresh_token_that_counts_no_more_is_not_called_used_twice(client: FlaskClient) -> None:
    made = pair(client, token_of(person("Ada")))
    db.session.execute(update(Account).values(disabled_at=utc_now()))
    db.session.commit()
    assert renewed(client, made["refresh_token"]) == 401
    assert renewed(client, made["refresh_token"]) == 401
    assert db.session.scalars(select(TokenFamily.revoked_why)).all() == [""]


@pytest.mark.parametrize("word", ["access_token", "refresh_token"])
def test_a_family_ends_when_its_program_says_so(client: FlaskClient, word: str) -> None:
    made = pair(client, token_of(person("Ada")))
    headers = with_token(made[word])
    assert client.post("/api/v1/tokens/revocation", headers=headers).status_code == 204
    assert me(client, made["access_token"]) == 401
    assert renewed(client, made["refresh_token"]) == 401
    assert client.post("/api/v1/tokens/revocation", headers=headers).status_code == 401


def test_no_refresh_token_opens_anything_and_none_is_kept_readable(client: FlaskClient) -> None:
    made = pair(client, token_of(person("Ada")))
    assert me(client, made["refresh_token"]) == 401
    assert made["refresh_token"] not in str(db.session.scalars(select(RefreshToken.digest)).all())


def test_only_a_personal_token_is_exchanged_and_for_no_more_than_it_has(
    client: FlaskClient,
) -> None:
    few = token_of(person("Ada"), "account:read")
    grown = pair(client, few, scopes=["account:read"])
    assert grown["scopes"] == ["read", "account:read"]
    for token, body, status in (
        (grown["access_token"], {}, 401),
        (few, {"scopes": ["jobs"]}, 403),
        (few, {"scopes": ["admin"]}, 400),
        (few, {"scopes": [], "account_id": 5}, 400),
    ):
        answer = client.post("/api/v1/tokens", headers=with_token(token), json=body)
        assert answer.status_code == status
    assert client.post("/api/v1/tokens", headers=with_token(few), data="x=1").status_code == 415


def forged(of: str, /, **other: object) -> str:
    now = now_s()
    claims = {
        "iss": "http://127.0.0.1:8000",
        "aud": access.AUDIENCE,
        "sub": "1",
        "iat": now,
        "exp": now + 600,
        "jti": "x",
        "family": of,
    }
    key = other.pop("key", key_for("access tokens"))
    header = {"alg": "HS256", "typ": "at+jwt"} | dict(other.pop("header", {}))  # type: ignore[call-overload]
    told = {name: value for name, value in (claims | other).items() if value is not None}
    return jwt.encode(header, told, OctKey.import_key(key), algorithms=[header["alg"]])


WRONG: list[dict[str, object]] = [
    {"iss": "http://elsewhere"},
    {"aud": "another"},
    {"exp": 1},
    {"exp": None},
    {"jti": None},
    {"iat": None},
    {"sub": None},
    {"sub": "2"},
    {"family": "00000000-0000-4000-8000-000000000000"},
    {"family": "no family"},
    {"header": {"typ": "JWT"}},
    {"header": {"alg": "HS512"}},
    {"key": b"k" * 32},
]


def test_an_access_token_is_taken_only_when_everything_about_it_holds(
    client: FlaskClient,
) -> None:
    made = pair(client, token_of(person("Ada")))
    family = str(access.read_access(made["access_token"]).family_id)  # type: ignore[union-attr]
    public = {"iss": access.current_settings().public_url}
    assert me(client, forged(family, **public)) == 200
    for wrong in WRONG:
        assert me(client, forged(family, **(public | wrong))) == 401, wrong
    head, claims, _ = made["access_token"].split(".")
    assert me(client, f"{head}.{claims}.") == 401
    none = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0"
    assert me(client, f"{none}.{claims}.") == 401


def test_a_family_lives_no_longer_than_its_token(client: FlaskClient) -> None:
    made = pair(client, token_of(person("Ada")))
    assert db.session.scalar(select(TokenFamily.ends_at)) == db.session.scalar(
        select(ApiToken.ends_at)
    )
    let_time_pass(timedelta(days=31))
    assert renewed(client, made["refresh_token"]) == 401
