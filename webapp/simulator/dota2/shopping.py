"""What each player buys and when: parts first, as gold allows, then what they become."""

from dataclasses import dataclass

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import Chance, happens, stream
from webapp.simulator.dota2.facts import items
from webapp.simulator.dota2.ledger import START_GOLD, Book, passive
from webapp.simulator.dota2.story import Story

_BOOTS = {1: ("power_treads", "phase_boots"), 2: ("power_treads", "bottle"),
          3: ("phase_boots",), 4: ("arcane_boots", "tranquil_boots"),
          5: ("arcane_boots", "tranquil_boots")}  # fmt: skip
_AGILE = ("wraith_band", "power_treads", "bfury", "manta", "black_king_bar", "skadi",
          "butterfly", "satanic", "abyssal_blade", "desolator")  # fmt: skip
_STRONG = ("bracer", "phase_boots", "armlet", "blink", "black_king_bar", "echo_sabre", "assault",
           "heart", "satanic", "desolator")  # fmt: skip
_CORES = {
    ("agi", 1): _AGILE, ("str", 1): _STRONG,
    ("int", 2): ("bottle", "null_talisman", "power_treads", "kaya_and_sange", "orchid",
                 "black_king_bar", "shivas_guard", "sphere", "bloodthorn"),
    ("agi", 2): ("bottle", "wraith_band", "power_treads", "dragon_lance", "maelstrom",
                 "black_king_bar", "hurricane_pike", "mjollnir", "monkey_king_bar"),
}  # fmt: skip
_OFFLANE = ("bracer", "phase_boots", "vanguard", "blink", "blade_mail", "pipe", "crimson_guard",
            "assault", "shivas_guard", "lotus_orb")  # fmt: skip
_SUPPORT = ("magic_wand", "urn_of_shadows", "glimmer_cape", "force_staff", "aether_lens",
            "mekansm", "guardian_greaves", "solar_crest", "lotus_orb", "rod_of_atos")  # fmt: skip
_OPENING = {1: ("tango", "quelling_blade", "branches", "branches", "slippers", "circlet"),
            2: ("tango", "faerie_fire", "branches", "branches", "circlet", "mantle"),
            3: ("tango", "quelling_blade", "branches", "gauntlets", "gauntlets"),
            4: ("tango", "branches", "branches", "ward_sentry", "blood_grenade", "clarity"),
            5: ("tango", "flask", "branches", "ward_observer", "ward_sentry", "clarity",
                "enchanted_mango")}  # fmt: skip
CARRIED = 6


@dataclass(frozen=True, slots=True)
class Bag:
    """Everything bought, in order, and what is carried at the end."""

    purchases: tuple[tuple[int, str], ...]
    carried: tuple[str, ...]
    spent: int
    left: int

    @property
    def worth(self) -> int:
        """Give what is carried and what is in the purse, in gold."""
        return self.left + sum(items()[name].cost for name in self.carried)


def go_shopping(story: Story, person: Person, book: Book) -> Bag:
    """Spend a player's gold the way the position does, never more than there is."""
    rng = stream(story.match_id, f"shop {person.slot}")
    shop = _Shop(book)
    for name in _OPENING[person.position]:
        shop.buy(rng.randint(-85, -30), name)
    for name in _wanted(rng, person):
        if not shop.finish(rng, name):
            break
    _consumables(rng, story, person, shop)
    return shop.bag()


class _Shop:
    """A purse that follows the book, second by second."""

    def __init__(self, book: Book) -> None:
        self._book, self._spent, self._at = book, 0, -90
        self._bought: list[tuple[int, str]] = []
        self._held: list[str] = []
        self._flow = _flow(book)

    def buy(self, at_s: int, name: str) -> None:
        """Buy one thing and carry it unless it is used up."""
        item = items()[name]
        self._bought.append((at_s, name))
        self._spent += item.cost
        if item.kind in {"item", "recipe"}:
            self._held.append(name)

    def can(self, at_s: int, cost: int) -> bool:
        """Say whether nothing bought so far would come short if this were bought too."""
        return self._purse(at_s) >= cost and self._purse(self._book.duration_s) >= cost

    def finish(self, rng: Chance, name: str) -> bool:
        """Buy what is missing of an item and put it together; False when the match ends first."""
        for part in self._missing(name):
            at_s = self._affordable(items()[part].cost)
            if at_s is None:
                return False
            self._at = at_s
            self.buy(at_s, part)
        self._put_together(name)
        self._at = min(self._at + rng.randint(1, 25), self._book.duration_s)
        return True

    def bag(self) -> Bag:
        """Close the account."""
        held = sorted(self._held, key=lambda one: (-items()[one].cost, one))
        bought = sorted(self._bought, key=lambda one: one[0])
        left = self._book.balance() - self._spent
        return Bag(tuple(bought), tuple(held), self._spent, left)

    def _missing(self, name: str) -> list[str]:
        """Give the plain parts still to be bought, using up what is carried."""
        spare = list(self._held)

        def parts_of(wanted: str) -> list[str]:
            if wanted in spare:
                spare.remove(wanted)
                return []
            parts = items()[wanted].parts
            if not parts:
                return [wanted]
            recipe = f"recipe_{wanted}"
            found = [one for part in parts for one in parts_of(part)]
            return [*found, *parts_of(recipe)] if recipe in items() else found

        return parts_of(name)

    def _put_together(self, name: str) -> None:
        """Replace parts by what they make; the log tells of the made thing too."""
        if name in self._held or not items()[name].parts:
            return
        for part in items()[name].parts:
            self._put_together(part)
            self._held.remove(part)
        if f"recipe_{name}" in self._held:
            self._held.remove(f"recipe_{name}")
        self._held.append(name)
        self._bought.append((self._at, name))

    def _affordable(self, cost: int) -> int | None:
        last = self._book.duration_s - 20
        for second in range(max(self._at, -80), last, 4):
            if self.can(second, cost):
                return second
        return None

    def _purse(self, second: int) -> int:
        return self._flow[max(0, second)] - self._spent


def _flow(book: Book) -> list[int]:
    """Give the gold that came in, less what deaths and buybacks took, by each second."""
    gained = [0] * (book.duration_s + 1)
    for line in book.lines:
        gained[min(max(line.at_s, 0), book.duration_s)] += line.gold
    total, told = START_GOLD, []
    for second, gain in enumerate(gained):
        total += gain
        told.append(total + passive(second))
    return told


def _wanted(rng: Chance, person: Person) -> list[str]:
    boots = rng.choice(_BOOTS[person.position])
    if person.position <= 2:  # noqa: PLR2004 - carry and middle
        core = _CORES.get((person.hero.attribute, person.position), _AGILE)
    else:
        core = _OFFLANE if person.position == 3 else _SUPPORT  # noqa: PLR2004
    later = [name for name in core[2:] if name not in {"power_treads", "phase_boots"}]
    rng.shuffle(later)
    first = [name for name in core[:2] if name != boots]
    wand = [] if "magic_wand" in first or happens(rng, 0.4) else ["magic_wand"]
    return [*first[:1], *wand, boots, *later]


def _consumables(rng: Chance, story: Story, person: Person, shop: _Shop) -> None:
    """Town portals for all; wards, smoke and dust for supports, as far as gold goes."""
    wanted = [("tpscroll", 200)] * max(1, story.duration_s // 420)
    if person.position > 3:  # noqa: PLR2004 - supports
        wanted += [("ward_observer", 60), ("ward_sentry", 40)] * (story.duration_s // 300)
        wanted += [("smoke_of_deceit", 300), ("dust", 500)] * (story.duration_s // 900)
    for name, earliest in wanted:
        if earliest < story.duration_s - 30:
            at_s = rng.randint(earliest, story.duration_s - 20)
            if shop.can(at_s, items()[name].cost):
                shop.buy(at_s, name)
