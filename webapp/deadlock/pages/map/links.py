"""What a reader can choose on the map, as links that change one thing."""

from dataclasses import dataclass

from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.map.choice import TRAILS_S, Choice
from webapp.deadlock.pages.map.scene import Now

_TRAIL_WORDS = {0: "off", 30: "30 s", 120: "2 min"}


@dataclass(frozen=True, slots=True)
class Link:
    """One choice among several."""

    word: str
    href: str
    current: bool
    value: str


def trail_links(choice: Choice) -> tuple[Link, ...]:
    """Offer the lengths of trails."""
    return tuple(
        Link(_TRAIL_WORDS[one], choice.trailing(one), one == choice.trail_s, str(one))
        for one in TRAILS_S
    )


def follow_links(now: Now, choice: Choice) -> tuple[Link, ...]:
    """Offer the whole map, or the camera on one player."""
    whole = Link("the whole map", choice.following(None), choice.follow is None, "")
    one_each = (
        Link(
            now.names[one.slot],
            choice.following(one.slot),
            one.slot == choice.follow,
            str(one.slot),
        )
        for one in now.replay.header.players
    )
    return (whole, *one_each)


def heat_links(now: Now, choice: Choice) -> tuple[Link, ...]:
    """Offer whose heatmap to see."""
    span = choice.span or (0, now.replay.header.duration_s)
    words = {"all": "everybody", **SIDE_NAMES}
    off = Link("nobody", choice.heating(None, None), choice.heat is None, "")
    return (
        off,
        *(Link(words[one], choice.heating(one, span), one == choice.heat, one) for one in words),
        *(
            Link(
                now.names[one.slot],
                choice.heating(str(one.slot), span),
                str(one.slot) == choice.heat,
                str(one.slot),
            )
            for one in now.replay.header.players
        ),
    )
