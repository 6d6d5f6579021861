"""Turn whatever goes wrong while reading into the one error that may leave."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from webapp.dota2.domain.records.unreadable import MatchUnreadable


@contextmanager
def refusals() -> Iterator[None]:
    """Run a body that reads a match; every foreseen failure becomes MatchUnreadable."""
    try:
        yield
    except MatchUnreadable:
        raise
    except msgspec.ValidationError as wrong:
        raise MatchUnreadable("This match holds a number out of its range.") from wrong
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise MatchUnreadable("This is not a JSON document.") from wrong
    except RecursionError as wrong:
        raise MatchUnreadable("This document is nested too deeply.") from wrong
    except (ValueError, OverflowError, MemoryError) as wrong:
        raise MatchUnreadable("This match holds a number out of its range.") from wrong
