"""Plumbing that knows no game: database, pages, errors, security, logs, upstream calls."""
