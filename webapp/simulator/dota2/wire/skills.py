"""In which order a hero's points are spent."""

from webapp.simulator.dota2.facts import Hero, Spell

_ULTIMATE_LEVELS = {6, 12, 18}
_TALENT_LEVELS = {10: 0, 15: 2, 20: 4, 25: 6, 27: 1, 28: 3, 29: 5, 30: 7}
_SKIPPED = {17, 19, 21, 22, 23, 24, 26}
_BASIC_ORDER = (0, 1, 0, 2, 0, 0, 1, 1, 1, 2, 2, 2)


def learned(hero: Hero, level: int) -> list[tuple[Spell, int]]:
    """Give each point spent by this level and the level it was spent at."""
    told: list[tuple[Spell, int]] = []
    basics = iter(_BASIC_ORDER)
    for reached in range(1, level + 1):
        if reached in _TALENT_LEVELS:
            told.append((hero.talents[_TALENT_LEVELS[reached]], reached))
        elif reached in _ULTIMATE_LEVELS:
            told.append((hero.spells[3], reached))
        elif reached not in _SKIPPED and (place := next(basics, None)) is not None:
            told.append((hero.spells[place], reached))
    return told
