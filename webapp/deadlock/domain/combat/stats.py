"""The figures of the damage matrix: what players call them, and how a sentence says them."""

from dataclasses import dataclass
from string import ascii_lowercase, digits
from typing import Final


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure: its name in a URL, the record's word for it, its label and its titles.

    `heading` stands over both sides' tables, `verb` between a side and its sum, `dealt` and `taken`
    name a player's two lines. The last four are titles about one player, whose name goes in the
    braces: whom, with what, by whom, by what. `axes` says what a row and a column are, the rests
    stand over what is done to and by no player. With `of_target` the sources are the target's own:
    who resists is the dealer, and what was resisted is the attacker's.
    """

    slug: str
    word: str
    label: str
    heading: str
    verb: str
    dealt: str
    taken: str
    whom: str
    with_what: str
    by_whom: str
    by_what: str
    axes: str = "a row is who did it, a column to whom"
    to_rest: str = "To the rest"
    from_rest: str = "From the rest"
    of_target: bool = False


_KNOWN: Final = (
    Stat(
        "damage",
        "damage",
        "Damage",
        "Who hurt whom",
        "dealt",
        "dealt",
        "taken",
        "Whom {} hit",
        "What {} hit with",
        "Who hit {}",
        "What hit {}",
    ),
    Stat(
        "healing",
        "healing",
        "Healing",
        "Who healed whom",
        "healed",
        "given",
        "received",
        "Whom {} healed",
        "What {} healed with",
        "Who healed {}",
        "What healed {}",
    ),
    Stat(
        "prevented",
        "heal prevented",
        "Healing prevented",
        "Who kept whom from healing",
        "prevented",
        "prevented",
        "lost",
        "Whom {} kept from healing",
        "What {} did it with",
        "Who kept {} from healing",
        "What kept {} from healing",
    ),
    Stat(
        "mitigated",
        "mitigated",
        "Mitigated",
        "Who resisted whose damage",
        "resisted",
        "resisted",
        "lost to resistances",
        "Whom {} resisted",
        "What {} resisted",
        "Who resisted {}",
        "What of {}’s damage was resisted",
        axes="a row is who resisted, a column whose damage",
        to_rest="Of the rest’s",
        from_rest="By the rest",
        of_target=True,
    ),
    Stat(
        "lethal",
        "lethal damage",
        "Lethal damage",
        "Whose damage led to whose death",
        "dealt before deaths",
        "before others’ deaths",
        "before own deaths",
        "Who died to {}",
        "What {} killed with",
        "Who killed {}",
        "What killed {}",
    ),
    Stat(
        "regeneration",
        "regeneration",
        "Regeneration",
        "Who regained health",
        "regained",
        "regained",
        "received",
        "Whom {} gave health back",
        "What gave {} health back",
        "Who gave {} health back",
        "What gave {} health back",
    ),
    Stat(
        "control",
        "crowd control",
        "Crowd control",
        "Who held whom",
        "held others for",
        "on others",
        "on them",
        "Whom {} held",
        "What {} held with",
        "Who held {}",
        "What held {}",
    ),
    Stat(
        "shields",
        "mitigated by source",
        "Mitigated by",
        "What took damage off",
        "took off",
        "taken off",
        "taken off for them",
        "For whom {} took damage off",
        "What {} took damage off with",
        "Who took damage off for {}",
        "What took damage off for {}",
    ),
)
_PLAIN: Final = frozenset(ascii_lowercase + digits)
_BY_WORD: Final = {stat.word: stat for stat in _KNOWN}
SCORED: Final = {
    "damage": "player_damage",
    "healing": "healing",
    "prevented": "heal_prevented",
}
"""The scoreboard's own figure for what each player did."""


def stat_of(word: str) -> Stat:
    """Give a figure by the record's word; one that is not known keeps the game's own."""
    found = _BY_WORD.get(word)
    if found:
        return found
    slug = "".join(letter if letter in _PLAIN else "-" for letter in word.lower())
    label = f"Figure {word}" if word.isdigit() else word.capitalize()
    titles = ("{}: to whom", "{}: with what", "{}: from whom", "{}: from what")
    return Stat(slug, word, label, f"{label} by player", "did", "given", "received", *titles)
