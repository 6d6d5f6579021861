"""What the reader chose to see on the map, and the links that change one thing of it."""

from dataclasses import dataclass, replace

TRAILS_S = (0, 30, 120)


@dataclass(frozen=True, slots=True)
class Choice:
    """A moment, how long the trails are, whom to follow, and whose heatmap of which span.

    `written` stands in links in place of the moment, where that is left open.
    """

    at: int
    trail_s: int = 30
    follow: int | None = None
    span: tuple[int, int] | None = None
    heat: str | None = None
    written: str | None = None

    @property
    def href(self) -> str:
        """The address of this choice; what is usual stays out of it."""
        return f"?t={self.at if self.written is None else self.written}{self.rest}"

    @property
    def rest(self) -> str:
        """The address of this choice but for the moment."""
        parts = []
        if self.trail_s != TRAILS_S[1]:
            parts.append(f"&trail={self.trail_s}")
        if self.follow is not None:
            parts.append(f"&follow={self.follow}")
        if self.span is not None and self.heat is not None:
            parts.append(f"&from={self.span[0]}&to={self.span[1]}&heat={self.heat}")
        return "".join(parts)

    def moved(self, at: int) -> str:
        """Link to another moment."""
        return replace(self, at=at, written=None).href

    def trailing(self, seconds: int) -> str:
        """Link to longer or shorter trails."""
        return replace(self, trail_s=seconds).href

    def following(self, slot: int | None) -> str:
        """Link to the camera on one player, or back to the whole map."""
        return replace(self, follow=slot).href

    def heating(self, whose: str | None, span: tuple[int, int] | None) -> str:
        """Link to the heatmap of a side, of all, or of a player, in a span."""
        return replace(self, heat=whose, span=span).href
