"""The shop: what everybody buys, with parts, undone and sold things, never beyond their purse."""

from webapp.simulator.riot.chance import happens, stream
from webapp.simulator.riot.facts import Item, items
from webapp.simulator.riot.game.state import MINUTE_MS, Fighter, Game

STARTS = {"TOP": 1054, "JUNGLE": 1102, "MIDDLE": 1056, "BOTTOM": 1055, "UTILITY": 3865}
FLASK, STONE, TRINKET = 2003, 2055, 3340
BETTER_TRINKET = {"BOTTOM": 3363, "JUNGLE": 3364, "UTILITY": 3364}
MOST_HELD = 6
SELL_SHARE = 0.4
GOES_BACK_EVERY = 4


def start(game: Game) -> None:
    """Buy what a game begins with."""
    game.tell("ITEM_PURCHASED", 0, itemId=STARTS["UTILITY"], participantId=0)
    for one in game.fighters:
        at = 1_500 + game.rng.randrange(9_000)
        _hold(game, one, at, items()[STARTS[one.role]])
        if one.purse >= items()[FLASK].cost:
            _drink(game, one, at + 600)
        game.tell("ITEM_PURCHASED", at + 1_100, itemId=TRINKET, participantId=one.slot)


def shop(game: Game, minute: int) -> None:
    """Let everybody who is at home at the start of a minute spend what they have."""
    begins = minute * MINUTE_MS
    for one in game.fighters:
        home = one.dead_until > begins or (minute + one.slot) % GOES_BACK_EVERY == 0
        if minute < 3 or not home or one.purse < 300:  # noqa: PLR2004 - worth a way home
            continue
        at = begins + 300 + game.rng.randrange(2_500)
        _spend(game, one, at)


def wishes(game: Game, one: Fighter) -> list[Item]:
    """Give the finished things somebody means to buy, in order."""
    rng = stream(game.scenario.match_id, f"build {one.slot}")
    use = one.champion.kind
    if one.role == "UTILITY":
        use = "support"
    elif "Tank" in one.champion.tags and happens(rng, 0.7):
        use = "tank"
    great = [item for item in items().values() if item.use == use]
    boots = [item for item in items().values() if item.use == "boots" and item.parts]
    rest = [item for item in items().values() if item.use in {"tank", one.champion.kind}]
    first, more = rng.sample(great, 3), rng.sample(rest, 3)
    wanted = [
        first[0],
        rng.choice(boots),
        *first[1:],
        *(item for item in more if item not in first),
    ]
    return wanted[:5]


def _spend(game: Game, one: Fighter, at: int) -> None:
    for wish in wishes(game, one):
        if wish.id not in one.items and not _towards(game, one, at, wish):
            break
    if one.level > 8 and one.role in BETTER_TRINKET and one.trinket == TRINKET:  # noqa: PLR2004
        _swap_trinket(game, one, at + 900)
    if one.purse >= items()[STONE].cost and not one.stones and happens(game.rng, 0.45):
        one.spent += items()[STONE].cost
        one.stones += 1
        game.tell("ITEM_PURCHASED", at + 1_400, itemId=STONE, participantId=one.slot)


def _towards(game: Game, one: Fighter, at: int, wish: Item) -> bool:
    """Buy a thing whole, or a part of it; True when it is had."""
    if _buy(game, one, at, wish):
        return True
    held = list(one.items)
    for number in wish.parts:
        if number in held:
            held.remove(number)
        else:
            _buy(game, one, at + 400, items()[number])
    return False


def _buy(game: Game, one: Fighter, at: int, item: Item) -> bool:
    """Buy one thing for its price less the parts in hand; False when the purse is too light."""
    used = _parts_in(one.items, item)
    price = item.cost - sum(items()[number].cost for number in used)
    room = len(one.items) - len(used) < MOST_HELD
    if not room and one.items:
        room = _sell_start(game, one, at - 60)
    if price > one.purse or not room:
        return False
    if happens(game.rng, 0.03):
        _undo(game, one, at - 40, item, price)
    for number in used:
        one.items.remove(number)
        game.tell("ITEM_DESTROYED", at, itemId=number, participantId=one.slot)
    one.spent -= item.cost - price
    _hold(game, one, at, item)
    return True


def _parts_in(held: list[int], item: Item) -> list[int]:
    """Give which parts of a thing, and parts of its parts, are in hand."""
    left, found = list(held), []
    for number in item.parts:
        if number in left:
            left.remove(number)
            found.append(number)
        else:
            below = _parts_in(left, items()[number])
            for part in below:
                left.remove(part)
            found += below
    return found


def _hold(game: Game, one: Fighter, at: int, item: Item) -> None:
    one.spent += item.cost
    one.items.append(item.id)
    game.tell("ITEM_PURCHASED", at, itemId=item.id, participantId=one.slot)


def _drink(game: Game, one: Fighter, at: int) -> None:
    one.spent += items()[FLASK].cost
    game.tell("ITEM_PURCHASED", at, itemId=FLASK, participantId=one.slot)
    drunk = at + 95_000 + game.rng.randrange(60_000)
    game.later.append((drunk, "ITEM_DESTROYED", {"itemId": FLASK, "participantId": one.slot}))


def _undo(game: Game, one: Fighter, at: int, item: Item, price: int) -> None:
    """Tell of a purchase taken back: the purse is as it was."""
    game.tell("ITEM_PURCHASED", at, itemId=item.id, participantId=one.slot)
    said = {"afterId": 0, "beforeId": item.id, "goldGain": price}
    game.tell("ITEM_UNDO", at + 20, participantId=one.slot, **said)


def _sell_start(game: Game, one: Fighter, at: int) -> bool:
    number = STARTS[one.role]
    if number not in one.items or one.role in {"UTILITY", "JUNGLE"}:
        return False
    one.items.remove(number)
    one.spent -= int(items()[number].cost * SELL_SHARE)
    one.sold += int(items()[number].cost * SELL_SHARE)
    game.tell("ITEM_SOLD", at, itemId=number, participantId=one.slot)
    return True


def _swap_trinket(game: Game, one: Fighter, at: int) -> None:
    game.tell("ITEM_DESTROYED", at, itemId=one.trinket, participantId=one.slot)
    one.trinket = BETTER_TRINKET[one.role]
    game.tell("ITEM_PURCHASED", at, itemId=one.trinket, participantId=one.slot)
