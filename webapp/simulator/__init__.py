"""Stand-ins for every upstream: generated matches, real headers, faults on command.

Imports only core and config; only the command line and the tests import it.
"""
