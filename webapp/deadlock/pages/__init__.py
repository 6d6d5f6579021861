"""What each page of the room shows: one frozen dataclass a page, read from the store alone."""
