"""The furnished house of the access table, for the lines that are proved by walking all of it."""

from tests.access.conftest import house

__all__ = ["house"]
