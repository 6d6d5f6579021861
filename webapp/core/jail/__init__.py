"""A child process that may compute and nothing else, for libraries that read hostile files.

`walls` is what the child puts up around itself before it touches a byte; `run` starts such
a child, waits no longer than it may, and says how it ended. Neither knows a game or a file.
Kept free of imports: the child pays for each of them in time and memory.
"""
