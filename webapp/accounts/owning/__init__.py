"""What accounts own: a file for each kind, naming it as `OWNED` (`webapp/accounts/owned.py`)."""
