"""What a jailed process puts up around itself: less memory, time and file, no network, no child.

Called by the child, first of all. Memory, time and file size hold on every Unix. On Linux
(x86-64, arm64) the kernel also refuses sockets and new programs, whatever the code does;
elsewhere Python's own sockets are refused, and native code is only trusted not to ask.
Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import sys
from dataclasses import dataclass
from typing import Any

from webapp.core.jail.ground import keep_to_folder

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
FILTER_MODE = 2
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
OTHER_NUMBERS = 0x40000000  # from here on x86-64 has the same calls under other numbers
ALLOW, REFUSE = 0x7FFF0000, 0x00050001  # REFUSE: the call fails with EPERM
# By machine: the kernel's name for it, and the numbers of socket, socketpair, execve, execveat,
# ptrace, process_vm_readv, process_vm_writev and io_uring_setup (which can open sockets too).
MACHINES = {
    "x86_64": (0xC000003E, (41, 53, 59, 322, 101, 310, 311, 425)),
    "aarch64": (0xC00000B7, (198, 199, 221, 281, 117, 270, 271, 425)),
}
PARENT = "JAIL_PARENT"
MOST_OPEN_FILES = 256
CPU_GRACE = 5  # at the soft limit a process ends by name, at the hard one by plain force


@dataclass(frozen=True, slots=True)
class Limits:
    """What a jailed process may use up."""

    memory_bytes: int
    cpu_seconds: int
    file_bytes: int


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


def raise_walls(limits: Limits) -> None:
    """Shut this process in for good; it dies with its parent."""
    _die_with_parent()
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_CPU, limits.cpu_seconds, grace=CPU_GRACE)
    _lower(resource.RLIMIT_FSIZE, limits.file_bytes)
    _lower(resource.RLIMIT_NOFILE, MOST_OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        keep_to_folder()
    _refuse_in_kernel()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.environ.get(PARENT) not in {None, str(os.getppid())}:
        os._exit(1)


def _lower(what: int, limit: int, grace: int = 0) -> None:
    """Lower both limits, so that the child cannot raise them again."""
    _, hard = resource.getrlimit(what)
    free = hard == resource.RLIM_INFINITY
    top = limit if free else min(limit, hard)
    resource.setrlimit(what, (top, top + grace if free else min(top + grace, hard)))


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"}:
        raise PermissionError(f"a jailed process may not {event}")


def _refuse_in_kernel() -> None:
    """Have the kernel fail what a reader of files never needs; best effort where it knows how."""
    known = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if known is None:
        return
    machine, refused = known
    steps = [_Step(LOAD, 0, 0, 4), _Step(EQUAL, 1, 0, machine), _Step(RETURN, 0, 0, REFUSE)]
    steps.append(_Step(LOAD, 0, 0, 0))
    steps.append(_Step(AT_LEAST, len(refused) + 1, 0, OTHER_NUMBERS))
    steps += [_Step(EQUAL, len(refused) - at, 0, call) for at, call in enumerate(refused)]
    steps += [_Step(RETURN, 0, 0, ALLOW), _Step(RETURN, 0, 0, REFUSE)]
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    ctypes.CDLL(None).prctl(PR_SET_SECCOMP, FILTER_MODE, ctypes.byref(program), 0, 0)
