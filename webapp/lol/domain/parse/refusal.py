"""Turn whatever goes wrong while reading into the one error that may leave."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from webapp.matchplay.unreadable import MatchUnreadable


@contextmanager
def refusals() -> Iterator[None]:
    """Run a body that reads a match; every foreseen failure becomes MatchUnreadable."""
    try:
        yield
    except MatchUnreadable:
        raise
    except msgspec.ValidationError as wrong:
        _, _, path = str(wrong).partition(" - at ")
        raise MatchUnreadable(
            "This match does not have the form we know.", path.strip("`")
        ) from wrong
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise MatchUnreadable("This is not a JSON document.") from wrong
    except RecursionError as wrong:
        raise MatchUnreadable("This document is nested too deeply.") from wrong
    except (ValueError, OverflowError, MemoryError) as wrong:
        raise MatchUnreadable("This match holds a number out of its range.") from wrong
