"""What gem found in a replay as one body like OpenDota's, read like any other from there on.

Works on gem's own dataclasses by their attributes and imports nothing but the standard library:
it runs where the replay is read. What gem does not know is left out, never written as 0.
"""

from webapp.dota2.domain.replays.body.match import body_of
from webapp.dota2.domain.replays.body.whole import wrong_with

__all__ = ["body_of", "wrong_with"]
