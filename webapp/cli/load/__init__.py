"""A whole site under load: what it answers at a rate, beyond its strength, and for a long time.

The site is a demonstration of its own, what asks it a process of its own, and both share this
machine; so figures are of the two together. Run beside the tests, never by them.
"""
