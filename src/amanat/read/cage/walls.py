"""The walls of the cage: bounds on memory and time, Landlock for files and network, seccomp for everything else.

Landlock: https://docs.kernel.org/userspace-api/landlock.html. Seccomp filters:
https://docs.kernel.org/userspace-api/seccomp_filter.html. Both are asked for by system call, so nothing need be
installed. All three are given up for good by the process that calls; nothing takes them down again.
"""

import ctypes
import platform
import struct
import sys

_NO_NEW_PRIVS, _GET_SECCOMP, _SET_SECCOMP, _FILTER = 38, 21, 22, 2
_CREATE_RULESET, _RESTRICT_SELF, _VERSION_FLAG = 444, 446, 1
_FS_BITS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights over files each version of Landlock knows."""
_NETWORK_FROM, _SCOPES_FROM = 4, 6
_X86_64 = """
read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn pread64 readv writev
0    1     3     5     8     9    10       11     12  13           14             15           17      19    20
sched_yield mremap madvise getpid exit gettimeofday getrlimit getrusage sysinfo times sigaltstack gettid futex
24          25     28      39     60   96           97        98        99      100   131         186    202
sched_getaffinity restart_syscall clock_gettime clock_getres clock_nanosleep exit_group set_robust_list getrandom
204               219             228           229          230             231        273             318
membarrier rseq
324        334
"""
_AARCH64 = """
read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn pread64 readv writev
63   64    57    80    62    222  226      215    214 134          135            139          67      65    66
sched_yield mremap madvise getpid exit gettimeofday getrlimit getrusage sysinfo times sigaltstack gettid futex
124         216    233     172    93   169          163       165       179     153   132         178    98
sched_getaffinity restart_syscall clock_gettime clock_getres clock_nanosleep exit_group set_robust_list getrandom
123               128             113           114          115             94         99              278
membarrier rseq
283        293
"""
_ALLOWED = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}
"""By machine: its number in the audit interface, and the system calls a parser needs. All others are refused."""
_EPERM = 1
_GRACE = 2  # seconds between the signal that tells of the limit and the end


def raise_all(seconds: int, memory: int) -> None:
    """Put up every wall this system has, around the calling process."""
    bound(seconds, memory)
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        _landlock(libc)
        _seccomp(libc)


def bound(seconds: int, memory: int) -> None:
    """Bound what the calling process may use; it may write no file and leave no core behind."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for what, much in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        least = much if hard == resource.RLIM_INFINITY else min(much, hard)
        last = least + _GRACE if what == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else least
        resource.setrlimit(what, (least, last))


def missing_walls() -> tuple[str, ...]:
    """Return the names of the walls that this system does not have; empty where the cage is whole."""
    if sys.platform != "linux":
        return ("Landlock", "seccomp") if sys.platform != "win32" else ("resource limits", "Landlock", "seccomp")
    libc = ctypes.CDLL(None, use_errno=True)
    missing = [] if _landlock_version(libc) > 0 else ["Landlock"]
    if platform.machine() not in _ALLOWED or libc.prctl(_GET_SECCOMP, 0, 0, 0, 0) < 0:
        missing.append("seccomp")
    return tuple(missing)


def _landlock_version(libc: ctypes.CDLL) -> int:
    return int(libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_FLAG))


def _landlock(libc: ctypes.CDLL) -> None:
    """Forbid every file by handling all rights and granting none; likewise TCP and signals, where the kernel can."""
    version = _landlock_version(libc)
    if version < 1:
        return
    rights = [(1 << _FS_BITS[min(version, max(_FS_BITS))]) - 1]
    rights += [0b11] if version >= _NETWORK_FROM else []
    rights += [0b11] if version >= _SCOPES_FROM else []
    wanted = struct.pack(f"={len(rights)}Q", *rights)
    ruleset = libc.syscall(_CREATE_RULESET, wanted, ctypes.c_size_t(len(wanted)), 0)
    if ruleset < 0 or libc.syscall(_RESTRICT_SELF, ruleset, 0) != 0:
        raise OSError(ctypes.get_errno(), "Landlock")


def numbers(calls: str) -> list[int]:
    """Return the numbers of a table of system calls, in order."""
    return [int(word) for word in calls.split() if word.isdigit()]


def _seccomp(libc: ctypes.CDLL) -> None:
    """Refuse every system call that is not on the list; one made for another machine ends the process."""
    if platform.machine() not in _ALLOWED:
        return
    audit, calls = _ALLOWED[platform.machine()]
    load, equal, give = 0x20, 0x15, 0x06
    lines = [(load, 0, 0, 4), (equal, 1, 0, audit), (give, 0, 0, 0x80000000), (load, 0, 0, 0)]
    for call in numbers(calls):
        lines += [(equal, 0, 1, call), (give, 0, 0, 0x7FFF0000)]
    lines.append((give, 0, 0, 0x00050000 | _EPERM))
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    program = struct.pack("=H6xQ", len(lines), ctypes.addressof(code))
    if libc.prctl(_SET_SECCOMP, _FILTER, program, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "seccomp")
