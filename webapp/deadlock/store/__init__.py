"""Deadlock's rows and files: the only code that reads or writes them."""
