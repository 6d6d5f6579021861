"""Where a jailed process may write: below the folder it was started in, and nowhere else.

Kept by Linux' Landlock where the kernel has it (5.13 and newer); elsewhere a process may write
what its account may. Reading is not narrowed. Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import sys

CREATE, ADD, RESTRICT = 444, 445, 446
VERSION_ASKED = 1
BENEATH = 1
WRITE, REMOVE_FOLDER, REMOVE_FILE, MAKE_FILE = 1 << 1, 1 << 4, 1 << 5, 1 << 8
EVERY_CHANGE = WRITE | REMOVE_FOLDER | REMOVE_FILE | sum(1 << bit for bit in range(6, 13))
ALLOWED = WRITE | REMOVE_FILE | MAKE_FILE


class _Rules(ctypes.Structure):
    _fields_ = (("handled", ctypes.c_uint64),)


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def is_known() -> bool:
    """Say whether this kernel can keep a process to a folder."""
    if sys.platform != "linux":
        return False
    return int(ctypes.CDLL(None).syscall(CREATE, None, 0, VERSION_ASKED)) > 0


def keep_to_folder() -> None:
    """Let this process write below its working folder alone, for good; no new privileges first."""
    if not is_known():
        return
    libc, rules = ctypes.CDLL(None), _Rules(EVERY_CHANGE)
    ruleset = libc.syscall(CREATE, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    if ruleset < 0:
        return
    folder = os.open(".", os.O_RDONLY | os.O_DIRECTORY)
    rule = _Beneath(ALLOWED, folder)
    if libc.syscall(ADD, ruleset, BENEATH, ctypes.byref(rule), 0) == 0:
        libc.syscall(RESTRICT, ruleset, 0)
    os.close(folder)
    os.close(ruleset)
