"""What an installation may say of its providers."""

from __future__ import annotations

import pytest

from webapp.accounts.providers import ALL
from webapp.config import BadSetting, Settings, load_settings

NEEDED = {
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
    "REDIS_URL": "redis://127.0.0.1:9",
    "STORAGE_URL": "file:///nowhere",
    "SECRET_KEY": "a secret for tests only, thirty-two characters",
}
KEYS = {
    f"{name}_CLIENT_{part}": "x"
    for name in ("DISCORD", "GOOGLE", "GITHUB", "EVE")
    for part in ("ID", "SECRET")
}


def told(**more: str) -> Settings:
    return load_settings({**NEEDED, **more})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_CLIENT_ID", "x"),
        ("GOOGLE_CLIENT_SECRET", "x"),
        ("DISCORD_URL", "http://discord.example"),
        ("GOOGLE_URL", "http://192.0.2.1"),
        ("EVE_URL", "ftp://login.eveonline.com"),
        ("STEAM_OPENID_URL", "https://steamcommunity.example"),
        ("STEAM_OPENID_URL", "http://steamcommunity.com"),
        ("STEAM_SIGN_IN", "perhaps"),
    ],
)
def test_half_a_key_and_a_place_that_is_not_theirs_stop_the_start(name: str, value: str) -> None:
    with pytest.raises(BadSetting):
        told(**{name: value})


def test_nobody_is_asked_before_keys_are_set() -> None:
    assert [make(told()) for make in ALL] == [None] * 5


def test_the_real_addresses_are_those_the_providers_publish() -> None:
    found = {one.name: one for make in ALL if (one := make(told(**KEYS, STEAM_SIGN_IN="yes")))}
    assert {
        name: (one.authorize, one.token, one.userinfo or one.keys) for name, one in found.items()
    } == {
        "discord": (
            "https://discord.com/oauth2/authorize",
            "https://discord.com/api/oauth2/token",
            "https://discord.com/api/users/%40me",
        ),
        "steam": ("https://steamcommunity.com/openid/login", "", ""),
        "google": (
            "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token",
            "https://www.googleapis.com/oauth2/v3/certs",
        ),
        "github": (
            "https://github.com/login/oauth/authorize",
            "https://github.com/login/oauth/access_token",
            "https://api.github.com/user",
        ),
        "eve": (
            "https://login.eveonline.com/v2/oauth/authorize",
            "https://login.eveonline.com/v2/oauth/token",
            "https://login.eveonline.com/oauth/jwks",
        ),
    }


def test_a_provider_shows_no_secret_when_it_is_printed() -> None:
    secrets = {name: "hidden-away" for name in KEYS if name.endswith("SECRET")}
    printed = [str(make(told(**{**KEYS, **secrets}))) for make in ALL]
    assert "hidden-away" not in "".join(printed)


@pytest.mark.parametrize(
    ("name", "issuer", "own"),
    [
        ("google", "https://accounts.google.com", True),
        ("google", "https://accounts.google.com.evil.example", False),
        ("github", "https://github.com/login/oauth", True),
        ("github", "https://github.com@evil.example/login/oauth", False),
        ("discord", "https://discord.com", True),
        ("discord", "https://discord.example", False),
        ("eve", "https://login.eveonline.com", True),
        ("eve", "https://[", False),
    ],
)
def test_which_issuer_a_provider_may_call_itself(name: str, issuer: str, own: bool) -> None:  # noqa: FBT001
    made = {one.name: one for make in ALL if (one := make(told(**KEYS)))}
    assert made[name].may_be(issuer) is own
