"""How a played match is told: OpenDota's body, Steam's match object, a history's line."""

from webapp.simulator.dota2.wire.match import tell_match
from webapp.simulator.dota2.wire.steam import tell_listed, tell_steam

__all__ = ["tell_listed", "tell_match", "tell_steam"]
