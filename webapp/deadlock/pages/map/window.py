"""A square window on the map: it turns world units into per cents of a drawing."""

from dataclasses import dataclass

from webapp.deadlock.domain.lanes import RADIUS, lanes_of, x_at


@dataclass(frozen=True, slots=True)
class Frame:
    """A square window on the map: its middle in world units and its width."""

    x: float = 0.0
    y: float = 0.0
    width: float = 2.0 * RADIUS

    @property
    def view_box(self) -> str:
        """The window for an SVG drawn in world units, y down."""
        left, top = self.x - self.width / 2, -self.y - self.width / 2
        return f"{left:.0f} {top:.0f} {self.width:.0f} {self.width:.0f}"

    def across(self, x: float) -> float:
        """Per cent from the left."""
        return round((x - self.x) / self.width * 100 + 50, 2)

    def down(self, y: float) -> float:
        """Per cent from the top."""
        return round((self.y - y) / self.width * 100 + 50, 2)

    def shows(self, x: float, y: float) -> bool:
        """Say whether a place lies in the window."""
        return abs(x - self.x) <= self.width / 2 and abs(y - self.y) <= self.width / 2


def lane_names(lanes: int) -> tuple[tuple[str, float, float], ...]:
    """Give each lane's word, and its place in per cent beside the northern Guardian."""
    whole = Frame()
    places = ((lane.name, x_at(lane, 3000)) for lane in lanes_of(lanes))
    return tuple(
        (name, whole.across(x + (1100 if x > 0 else -1100)), whole.down(3000)) for name, x in places
    )
