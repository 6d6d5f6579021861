"""What the pages of accounts show: one frozen dataclass for each."""
