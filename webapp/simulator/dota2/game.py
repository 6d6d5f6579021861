"""One match played through: its story, its books, its bags and its blows, ready to be told."""

from dataclasses import dataclass
from functools import lru_cache

from webapp.simulator.dota2.combat import Combat, play_combat
from webapp.simulator.dota2.earning import keep_books
from webapp.simulator.dota2.ledger import Book
from webapp.simulator.dota2.shopping import Bag, go_shopping
from webapp.simulator.dota2.story import Story, plan_story


@dataclass(frozen=True, slots=True)
class Game:
    """Everything that happened."""

    story: Story
    books: tuple[Book, ...]
    bags: tuple[Bag, ...]
    combat: Combat

    def kills_of(self, slot: int) -> int:
        """Count the heroes this player killed."""
        return sum(1 for death in self.story.deaths if death.killer == slot)

    def deaths_of(self, slot: int) -> int:
        """Count the times this player died."""
        return sum(1 for death in self.story.deaths if death.victim == slot)

    def assists_of(self, slot: int) -> int:
        """Count the kills this player helped with."""
        return sum(1 for death in self.story.deaths if slot in death.helpers)

    def score(self, side: int) -> int:
        """Count a side's kills, by its heroes."""
        mine = [one.slot for one in self.story.people if one.side == side]
        return sum(self.kills_of(slot) for slot in mine)


@lru_cache(maxsize=128)
def play(match_id: int, scenario: str | None = None) -> Game:
    """Play a match; the same id and scenario give the same one."""
    story = plan_story(match_id, scenario)
    books = keep_books(story)
    bags = tuple(go_shopping(story, one, books[one.slot]) for one in story.people)
    return Game(story, books, bags, play_combat(story))
