"""Line 28: what we are made of is pinned by hash, listed, and nowhere older than it may be."""

from __future__ import annotations

import ast
from typing import Final

import pytest

from webapp.cli.check import CHECKS
from webapp.cli.environment import ROOT
from webapp.cli.sbom import Part, bill_of_materials, locked_parts

LOCKS = ("requirements.lock", "requirements-test.lock")
LEAST: Final = {
    "argon2-cffi": "23.1.0",
    "authlib": "1.9.0",  # nonce bypass, state not bound to its session
    "brotli": "1.2.0",  # unbounded inflation
    "cryptography": "46.0.5",  # curves of small subgroups
    "flask": "3.1.3",  # answers to one reader kept for another
    "flask-limiter": "4.1.0",
    "flask-login": "0.6.3",
    "granian": "2.6.0",
    "h11": "0.16.0",  # smuggled chunks
    "httpcore2": "2.16.0",
    "httpx2": "2.16.0",
    "idna": "3.7",  # quadratic time
    "jinja2": "3.1.6",  # sandbox left by |attr
    "joserfc": "1.4.2",  # a token of any length in the log
    "limits": "5.0.0",
    "mako": "1.3.10",
    "msgspec": "0.19.0",
    "pillow": "12.1.1",  # write outside of a picture's tiles
    "protobuf": "6.33.5",  # endless nesting of Any
    "psycopg": "3.2.0",
    "pygments": "2.19.0",
    "redis": "6.0.0",
    "requests": "2.32.4",  # passwords of .netrc to others
    "rq": "2.0.0",
    "sqlalchemy": "2.0.0",
    "urllib3": "2.6.3",  # bombs behind redirects
    "werkzeug": "3.1.6",  # names of devices on Windows
    "zstandard": "0.23.0",
}


def number(version: str) -> tuple[int, ...]:
    """Give a version as numbers; ours are all final releases."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


@pytest.mark.parametrize("lock", LOCKS)
def test_28_nothing_is_older_than_it_may_be(lock: str) -> None:
    parts = list(locked_parts(lock))
    older = [
        f"{part.name} {part.version} < {LEAST[part.name]}"
        for part in parts
        if part.name in LEAST and number(part.version) < number(LEAST[part.name])
    ]
    assert older == []


def test_28_every_floor_is_of_something_that_is_locked() -> None:
    names = {part.name for lock in LOCKS for part in locked_parts(lock)}
    assert set(LEAST) - names == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_28_every_locked_line_is_exact_and_has_hashes(lock: str) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    wanted = [line for line in lines if line and not line.startswith((" ", "#"))]
    parts = list(locked_parts(lock))
    assert len(parts) == len(wanted) > 40
    assert [part.name for part in parts if not part.hashes] == []
    assert "://" not in "\n".join(wanted)


def test_28_the_image_installs_by_hash_alone() -> None:
    assert "--require-hashes -r requirements.lock" in (ROOT / "Dockerfile").read_text()


def test_28_every_part_is_listed_once_with_its_address_and_hash() -> None:
    told = bill_of_materials()
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    refs = [one["bom-ref"] for one in told["components"]]
    assert len(refs) == len(set(refs))
    assert all(one["hashes"] and one["purl"] == one["bom-ref"] for one in told["components"])
    for part in (
        Part("flask", version_of("flask"), (), "pypi"),
        Part("htmx.org", "4.0.1", (), "generic"),
    ):
        assert part.purl in refs


def version_of(name: str) -> str:
    """Give the version a library is locked at."""
    return next(part.version for part in locked_parts() if part.name == name)


def test_28_the_checks_look_for_faults_of_medium_weight_and_more() -> None:
    words = next(check.words for check in CHECKS if check.name == "bandit")
    assert words == ("-m", "bandit", "-q", "-ll", "-r", "webapp", "worker", "wsgi.py")


def test_28_nothing_of_ours_unpickles_or_evaluates() -> None:
    banned = {"pickle", "marshal", "shelve", "dill", "cloudpickle"}
    for folder in ("webapp", "worker"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_bytes())):
                names = imported(node)
                assert not banned & names, file
                assert not called(node) & {"eval", "exec"}, file


def imported(node: ast.AST) -> set[str]:
    """Give the packages a node imports."""
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    return {(node.module or "").partition(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def called(node: ast.AST) -> set[str]:
    """Give the plain name a node calls."""
    return (
        {node.func.id} if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else set()
    )
