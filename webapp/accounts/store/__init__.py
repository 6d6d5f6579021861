"""Rows of accounts; the only readers and writers of their tables."""
