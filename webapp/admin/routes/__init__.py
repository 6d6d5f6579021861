"""Addresses of the protected pages: for admins, and for nobody else there is nothing here.

`frame.bp` is what all of them register with. A GET only looks; a POST wants a fresh sign-in.
"""

from flask import Blueprint

from webapp.admin.routes import (
    audit,
    datasets,
    jobs,
    overview,
    people,
    quarantine,
    settings,
    sheets,
    status,
    storage,
    upstreams,
)
from webapp.admin.routes.frame import bp

__all__ = [
    "audit",
    "blueprints",
    "datasets",
    "jobs",
    "overview",
    "people",
    "quarantine",
    "settings",
    "sheets",
    "status",
    "storage",
    "upstreams",
]


def blueprints() -> tuple[Blueprint, ...]:
    """Give the protected pages and the public one."""
    return bp, status.bp
