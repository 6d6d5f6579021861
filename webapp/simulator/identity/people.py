"""Who can sign in here. All of them are invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person, as every provider knows them under a number of its own."""

    slug: str
    name: str
    number: int

    @property
    def subject(self) -> str:
        """The number Discord, Google and GitHub know them by."""
        return str(810_000_000_000_000_000 + self.number)

    @property
    def mail(self) -> str:
        """Their address of mail, the same wherever it is told."""
        return f"{self.slug}@guildhall.example"

    @property
    def character_id(self) -> int:
        """Their character in EVE Online."""
        return 95_000_000 + self.number

    @property
    def steam_id(self) -> str:
        """Their SteamID."""
        return str(76_561_198_000_000_000 + self.number)


PEOPLE = tuple(
    Somebody(name.lower(), f"{name} {last}", number)
    for number, (name, last) in enumerate(
        (("Ada", "Marsh"), ("Bo", "Lindqvist"), ("Cy", "Okafor"), ("Mo", "Farid"), ("Di", "Novak")),
        start=1,
    )
)


def find_somebody(slug: str) -> Somebody | None:
    """Give a person by their short name."""
    return next((one for one in PEOPLE if one.slug == slug), None)
