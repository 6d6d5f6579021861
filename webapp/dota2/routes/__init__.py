"""Dota 2's addresses. A GET only looks; asking for anything is a POST."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

bp = Blueprint("dota2", __name__, url_prefix="/dota2")

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
