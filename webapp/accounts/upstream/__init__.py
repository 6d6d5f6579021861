"""Asking providers who somebody is, through the one way out: walls, deadline, caps, record.

Only signing in, and jobs, may use this; no page waits for a provider.
"""
