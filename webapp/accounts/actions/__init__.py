"""What people may ask of accounts; each commits what it changed."""
