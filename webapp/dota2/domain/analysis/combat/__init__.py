"""Combat: damage, healing and kills between heroes, by what, and what was cast on whom.

Everything is a sum over the whole match, as the replay adds up: nothing here has a second, but
for the hardest hit.
"""

from webapp.dota2.domain.analysis.combat.kinds import KINDS, kind_of
from webapp.dota2.domain.analysis.combat.records import Cast, Combat, Fighter, Hit, Source
from webapp.dota2.domain.analysis.combat.telling import combat_of

__all__ = ["KINDS", "Cast", "Combat", "Fighter", "Hit", "Source", "combat_of", "kind_of"]
