"""The addresses of accounts. Each file here with a blueprint `bp` is taken up by the app."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint


def blueprints() -> tuple[Blueprint, ...]:
    """Give every blueprint there is, each once."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found = [module.bp for module in modules if hasattr(module, "bp")]
    return tuple({bp.name: bp for bp in found}.values())
