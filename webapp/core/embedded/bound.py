"""Becomes another program that cannot outlive the process which asked for it.

Run as a script, standard library only: `python bound.py PARENT SIGNAL UID GID
PROGRAM ARGUMENT...`. It must be a program of its own, not code between fork and
exec, because parents may have threads; and the order matters: changing user
clears the death signal, so the user is changed first.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
KEEP = -1


def main(arguments: list[str]) -> None:
    """Change user, tie this process to its parent, and become the program."""
    parent, death_signal, uid, gid = (int(argument) for argument in arguments[:4])
    libc = ctypes.CDLL(None)
    if uid != KEEP:
        os.setgroups([gid])
        os.setgid(gid)
        os.setuid(uid)
    if sys.platform == "linux":
        libc.prctl(PR_SET_PDEATHSIG, death_signal)
    if os.getppid() != parent:
        os._exit(1)
    command = arguments[4:]
    os.execv(command[0], command)  # noqa: S606 - a list we built, no shell


if __name__ == "__main__":
    main(sys.argv[1:])
