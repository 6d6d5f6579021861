"""The list of commands: their words, their meaning, and the function behind each.

A command's module is imported only when that command runs, so that `help` is instant
and no worker loads what only the tests need.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from webapp.cli.errors import StopCommandError
from webapp.cli.terminal import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Adder = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no public name

BAD_USAGE, INTERRUPTED = 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit code, having said why when it is not 0."""
    if list(arguments[:1]) == ["test"]:
        return _guarded("webapp.cli.test:test", argparse.Namespace(rest=list(arguments[1:])))
    parser = _parser()
    options = parser.parse_args(list(arguments))
    if options.command in {None, "help"}:
        parser.print_help()
        return 0
    return _guarded(options.runs, options)


def _guarded(runs: str, options: argparse.Namespace) -> int:
    """Run the named function; every foreseen failure becomes a sentence and an exit code."""
    from webapp.config import BadSetting
    from webapp.core.embedded import EmbeddedError

    try:
        return _function(runs)(options)
    except StopCommandError as stop:
        return _say(str(stop), stop.exit_code)
    except BadSetting as bad:
        return _say(f"The setting {bad}.", BAD_USAGE)
    except EmbeddedError as error:
        return _say(str(error), 1)
    except KeyboardInterrupt:
        return _say("Interrupted.", INTERRUPTED)


def _say(sentence: str, exit_code: int) -> int:
    warn(sentence)
    return exit_code


def _function(runs: str) -> Callable[[argparse.Namespace], int]:
    module, _, name = runs.partition(":")
    function: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
    return function


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="guildhall", description="A web home for a community.")
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND")
    _add_site(commands)
    _add_parts(commands)
    _add_matches(commands)
    _add_keeping(commands)
    _add_users(commands)
    _add_proofs(commands)
    _add(commands, "version", "say which version this is", "about:version")
    _add(commands, "help", "show this list", "")
    return parser


def _add(commands: Adder, name: str, meaning: str, runs: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=meaning, description=f"{meaning.capitalize()}.")
    command.set_defaults(runs=f"webapp.cli.{runs}")
    return command


def _add_site(commands: Adder) -> None:
    up = _add(commands, "up", "start everything and print the address", "up:up")
    up.add_argument("--demo", action="store_true", help="generated data, no game company asked")
    up.add_argument("--host", help="address to listen on (127.0.0.1)")
    up.add_argument("--port", help="port to listen on (8000)")


def _add_parts(commands: Adder) -> None:
    _add(commands, "web", "serve pages, and nothing else", "parts:web")
    _add(commands, "worker", "do background work, and nothing else", "parts:worker")
    _add(commands, "scheduler", "ask for work that is due, and nothing else", "parts:scheduler")
    simulator = _add(commands, "simulator", "stand in for every upstream", "parts:simulator")
    simulator.add_argument("--port", type=int, default=8010, help="port on the loopback address")
    simulator.add_argument("--real-data", type=Path, help="folder of real bodies to serve by id")
    _add(commands, "migrate", "bring the database to this version", "migrate:migrate")


def _add_matches(commands: Adder) -> None:
    games = [module.name for module in iter_modules([str(Path(__file__).with_name("games"))])]
    imports = _add(commands, "import", "read match files and print their pages", "matches:bring")
    imports.add_argument("game", choices=games)
    imports.add_argument("files", nargs="+", type=Path, metavar="FILE")
    again = _add(
        commands,
        "reanalyse",
        "analyse kept matches again, of all games or one",
        "matches:reanalyse",
    )
    again.add_argument("game", choices=games, nargs="?")
    _add(commands, "samples", "bring the generated sample matches", "matches:samples")


def _add_keeping(commands: Adder) -> None:
    backup = _add(commands, "backup", "write everything kept into one file", "backup:backup")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = _add(commands, "restore", "bring a backup back", "restore:restore")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--force", action="store_true", help="replace what is there")


def _add_users(commands: Adder) -> None:
    from webapp.accounts.domain.roles import ROLES

    users = _add(commands, "user", "list accounts, or make and change one", "users:listed")
    kinds: Adder = users.add_subparsers(title="what to do", metavar="WHAT")
    create = _add(
        kinds, "create", "make an account and print a link to sign in with", "users:create"
    )
    create.add_argument("name", metavar="NAME")
    chosen = create.add_mutually_exclusive_group()
    chosen.add_argument("--role", choices=ROLES, default="player")
    chosen.add_argument("--admin", action="store_const", const="admin", dest="role")
    link = _add(kinds, "link", "print a link that signs somebody in once", "users:link")
    link.add_argument("who", metavar="NAME|ID")
    _add(kinds, "list", "list accounts", "users:listed")
    role = _add(kinds, "role", "give somebody a role", "users:role")
    role.add_argument("who", metavar="NAME|ID")
    role.add_argument("role", choices=ROLES)


def _add_proofs(commands: Adder) -> None:
    _add(commands, "check", "check format, rules, types and walls", "check:check")
    _add(commands, "sbom", "list what this is made of, as CycloneDX", "sbom:sbom")
    _add(commands, "test", "check, then run every test (pytest's arguments follow)", "test:test")
    bench = _add(commands, "bench", "measure, and print the figures", "proofs:bench")
    bench.add_argument("file", nargs="?", type=Path, metavar="FILE", help="write JSON there too")
    bench.add_argument("--only", choices=["rooms", "traffic"], help="measure this part alone")
    bench.add_argument("--minutes", type=float, default=5, help="of mixed traffic (5)")
    soak = _add(commands, "soak", "ask a site for long, and see what grows", "proofs:soak")
    soak.add_argument("--minutes", type=float, default=30, help="of mixed traffic (30)")
    soak.add_argument("--warm", type=float, default=20, help="minutes of it before (20)")
