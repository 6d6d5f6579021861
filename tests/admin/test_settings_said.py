"""A setting is shown by where it leads, never by who goes there or with what."""

from __future__ import annotations

import pytest

from webapp.admin.pages.settings import is_secret, said
from webapp.config import SETTINGS


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("redis://:hunter2@db.example:6379/0", "redis://…@db.example:6379/0"),
        (
            "postgresql+psycopg://me:hunter2@db/guild?sslkey=hunter2",
            "postgresql+psycopg://…@db/guild",
        ),
        ("s3://KEY:hunter2@host:9000/bucket?region=eu", "s3://…@host:9000/bucket"),
        ("smtps://me:hunter2@mail.example:465", "smtps://…@mail.example:465"),
        ("https://{route}.api.example", "https://{route}.api.example"),
        ("https://me:hunter2@{route}.api.example/x", "https://…@{route}.api.example/x"),
        ("http://[::1", "an address that cannot be read"),
        (("en_US", "de_DE"), "en_US, de_DE"),
        (True, "yes"),
        (8000, "8000"),
    ],
)
def test_an_address_is_shown_without_its_secrets(value: object, shown: str) -> None:
    assert said(value) == shown


def test_every_variable_that_sounds_like_a_secret_is_one() -> None:
    hidden = {one.variable for one in SETTINGS if is_secret(one)}
    sounding = ("_KEY", "_SECRET", "_TOKEN", "_PASSWORD")
    assert {one.variable for one in SETTINGS if one.variable.endswith(sounding)} <= hidden
    assert "SECRET_KEY" in hidden
    assert "PUBLIC_URL" not in hidden
