"""Settings are read whole or the start stops with a name."""

from __future__ import annotations

import pytest

from webapp.config import BadSetting, load_settings

GOOD = {
    "DATABASE_URL": "postgresql://u:p@127.0.0.1/guildhall",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "STORAGE_URL": "file:///tmp/objects",
    "SECRET_KEY": "x" * 32,
}


def test_good_settings_are_read() -> None:
    settings = load_settings({**GOOD, "GUILDHALL_PORT": "9000", "GUILDHALL_DEMO": "yes"})
    assert settings.database_url == "postgresql+psycopg://u:p@127.0.0.1/guildhall"
    assert (settings.port, settings.demo) == (9000, True)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GUILDHALL_PORTT", "1"),
        ("GUILDHALL_PORT", "0"),
        ("GUILDHALL_PORT", "70000"),
        ("GUILDHALL_PORT", "eight"),
        ("GUILDHALL_DEMO", "perhaps"),
        ("GUILDHALL_LOG_LEVEL", "loud"),
        ("GUILDHALL_WORKERS", "-1"),
        ("DATABASE_URL", "mysql://x"),
        ("REDIS_URL", "http://x"),
        ("STORAGE_URL", "/just/a/path"),
        ("SECRET_KEY", "short"),
        ("PUBLIC_URL", "guildhall.example"),
        ("DEADLOCK_API_URL", "http://api.example"),
        ("DEADLOCK_API_URL", "ftp://api.example"),
    ],
)
def test_a_bad_or_unknown_setting_is_named(variable: str, value: str) -> None:
    with pytest.raises(BadSetting) as caught:
        load_settings({**GOOD, variable: value})
    assert caught.value.name == variable
    assert str(caught.value).startswith(f"{variable}: ")


@pytest.mark.parametrize("missing", GOOD)
def test_a_missing_setting_is_named(missing: str) -> None:
    with pytest.raises(BadSetting, match=missing):
        load_settings({name: value for name, value in GOOD.items() if name != missing})
