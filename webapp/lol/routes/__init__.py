"""League of Legends' addresses. A GET only looks; asking for anything is a POST.

Every file here adds its own to `bp`.
"""

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter, ValidationError

from webapp.lol.domain.door import read_match_id

bp = Blueprint("lol", __name__, url_prefix="/lol")


class MatchIdConverter(BaseConverter):
    """A match id as it stands in an address: platform and number."""

    regex = r"[A-Za-z0-9]{2,14}_[0-9]{1,12}"

    def to_python(self, value: str) -> str:
        """Give the id as the wire writes it; what is none is no such address."""
        found = read_match_id(value)
        if found is None:
            raise ValidationError
        return found


@bp.record_once
def _know_match_ids(state: BlueprintSetupState) -> None:
    state.app.url_map.converters["lol_match"] = MatchIdConverter


for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
