"""The environment of a command: the .env file, what is filled in, what is documented."""

from __future__ import annotations

import dataclasses
import re
import stat
from pathlib import Path

import pytest

from webapp.cli.environment import (
    ROOT,
    check_names,
    completed,
    data_folder,
    note_address,
    prepare_folder,
    read_env_file,
)
from webapp.cli.errors import StopCommandError
from webapp.config import SETTINGS, BadSetting, Settings, load_settings
from webapp.core.embedded import Addresses

SERVICES = Addresses("postgresql://here/db", "redis://here")


def documented() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    pairs = [re.fullmatch(r"#([A-Z0-9_]+)=(.*)", line) for line in lines]
    return {pair[1]: pair[2] for pair in pairs if pair}


def shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def test_every_setting_is_documented_with_its_default() -> None:
    defaults = {field.name: field.default for field in dataclasses.fields(Settings)}
    settings = {
        setting.variable: ""
        if defaults[setting.field] is dataclasses.MISSING
        else shown(defaults[setting.field])
        for setting in SETTINGS
    }
    settings["GUILDHALL_DATA_DIR"] = "var"
    only_for_compose = {"POSTGRES_PASSWORD", "VALKEY_PASSWORD", "S3_KEY", "S3_SECRET"}
    assert {n: v for n, v in documented().items() if n not in only_for_compose} == settings


def test_the_readme_names_every_setting() -> None:
    table = (ROOT / "README.md").read_text().split("## Settings")[1].split("###")[0]
    named = set(re.findall(r"`([A-Z0-9_]+)`", table))
    assert {setting.variable for setting in SETTINGS} <= named


def test_compose_asks_for_nothing_that_is_not_documented() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text()))
    assert asked <= set(documented())


def test_compose_hands_every_setting_to_every_part_of_the_house() -> None:
    text = (ROOT / "compose.yaml").read_text()
    house = text.split("x-guildhall:")[1].split("\n\n")[0]
    assert "\n  env_file: [{ path: .env," in house
    fixed = set(re.findall(r"^    ([A-Z_]+):", house, re.MULTILINE))
    assert {"GUILDHALL_HOST", "GUILDHALL_PORT", "GUILDHALL_DATA_DIR"} <= fixed
    parts = ("migrate", "web", "worker", "scheduler")
    assert all(f"\n  {part}:\n    <<: *guildhall\n    command: {part}\n" in text for part in parts)


def test_an_env_file_gives_names_and_values(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# words\n\nONE = 1\nTWO='a=b'\nnothing\n#THREE=3\n")
    assert read_env_file(tmp_path / ".env") == {"ONE": "1", "TWO": "a=b"}
    assert read_env_file(tmp_path / "absent") == {}


def test_what_is_unset_is_filled_in_and_what_is_set_stays(tmp_path: Path) -> None:
    environ = completed({"REDIS_URL": "redis://away", "DATABASE_URL": ""}, tmp_path, SERVICES)
    settings = load_settings(environ)
    assert settings.redis_url == "redis://away"
    assert settings.database_url.endswith("://here/db")
    assert settings.storage_url == (tmp_path / "objects").as_uri()
    assert settings.data_dir == tmp_path


def test_a_command_beside_a_site_speaks_of_its_address(tmp_path: Path) -> None:
    def address(**environ: str) -> str:
        return load_settings(completed(environ, tmp_path, SERVICES)).public_url

    usual = address()
    note_address(tmp_path, "http://127.0.0.1:9123")
    assert address() == "http://127.0.0.1:9123" != usual
    assert address(PUBLIC_URL="https://guildhall.example") == "https://guildhall.example"
    assert address(GUILDHALL_PORT="9200") != "http://127.0.0.1:9123"


def test_the_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    first, second = (completed({}, tmp_path, SERVICES)["SECRET_KEY"] for _ in range(2))
    assert first == second
    assert len(first) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_demonstration_has_its_own_folder_however_often_it_is_asked() -> None:
    demo = {"GUILDHALL_DEMO": "yes"}
    assert data_folder({}) == ROOT / "var"
    assert data_folder(demo) == ROOT / "var" / "demo"
    assert data_folder({**demo, "GUILDHALL_DATA_DIR": "/srv/demo"}) == Path("/srv/demo")


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StopCommandError, match=r"cannot be written: (Not a directory|File exists)"):
        prepare_folder(tmp_path / "file" / "var")


@pytest.mark.parametrize("name", ["DATABSE_URL", "GUILDHALL_PROT", "guildhall_port", "X"])
def test_a_slip_in_the_env_file_is_named(name: str) -> None:
    with pytest.raises(BadSetting, match=f"^{name}: "):
        check_names({"DATABASE_URL": "postgresql://x/y", name: "1"})


def test_names_for_compose_and_for_the_object_store_may_stand_in_the_env_file() -> None:
    beside = ("POSTGRES_PASSWORD", "VALKEY_PASSWORD", "S3_KEY", "S3_SECRET", "AWS_REGION")
    check_names(dict.fromkeys(beside, "x"))
