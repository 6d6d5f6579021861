"""The words of the Map page."""

from webapp.dota2.domain.terms.term import Group, Term

GROUP = Group(
    "vision",
    "Vision and map",
    (
        Term(
            "vision-place",
            "Place",
            "Cells of the game’s own grid: 64 to 192 each way, 128 units wide.",
            "Wards have a recorded place; deaths have one in team fights alone. Lanes, river and "
            "buildings are drawn by us from where buildings stand; the ground between them "
            "changes from patch to patch and is left out.",
        ),
        Term(
            "vision-radius",
            "Radius",
            "An observer sees 1,600 units far, a sentry 1,000.",
            "Drawn as a plain circle: trees and high ground hide parts of it.",
            "units",
        ),
        Term(
            "vision-ended",
            "Ended",
            "Dewarded: brought down by the other side. Ran out: its time was over.",
            "By the unit that brought it down. Where a replay does not name it, a ward that "
            "lived shorter than wards ever last was dewarded, by nobody known. Old replays do not "
            "say when wards left; they are drawn for as long as a ward lasts at most.",
        ),
        Term(
            "vision-dewards",
            "Dewards",
            "Wards of the other side this player brought down.",
        ),
        Term(
            "vision-smoke",
            "Smoke and dust",
            "How often Smoke of Deceit and Dust of Appearance were used.",
        ),
    ),
)
