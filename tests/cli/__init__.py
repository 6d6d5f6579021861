"""The command line, from the first set-up to the last backup."""
