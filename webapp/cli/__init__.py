"""The command line: one module a command, each a short sequence of sentences.

Kept light, because the bootstrap is read before anything is installed: nothing
here may import a package at the top of the file that the lock file brings.
"""
