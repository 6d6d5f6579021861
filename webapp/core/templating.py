"""Templates as Flask has them, but for how they find what every one of them may use."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment


class Templates(Environment):
    """Gives each template one plain mapping of globals.

    Jinja's own lies over the environment's in a `ChainMap`, which is walked anew for each
    template a page imports; ours sees nothing that is added after the template was loaded, and
    nothing is: globals are added while an app is made, before its first page.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Put a template's own globals over those of all."""
        return {**self.globals, **(d or {})}
