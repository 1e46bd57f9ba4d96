"""One writer at a time: a lock that ends with the process that holds it, however that ends."""

import os
import time
from contextlib import suppress
from pathlib import Path

from averment.errors import LedgerError

PATIENCE = 1.0  # seconds: a process that was just killed may take a moment to let go
_PAUSE = 0.05  # seconds between two tries


class WriterLock:
    """The right to write to the ledger at ``path``, held through a ``.lock`` file beside it.

    The operating system ends the lock with the process, so a file left behind by a killed writer locks nobody out.
    """

    def __init__(self, path: Path) -> None:
        """Name the ledger; nothing is locked yet."""
        self.ledger = path
        self.path = path.with_name(f"{path.name}.lock")
        self._held: int | None = None

    def acquire(self, patience: float = PATIENCE) -> None:
        """Take the lock, waiting ``patience`` seconds; raise LedgerError where another writer holds it."""
        deadline = time.monotonic() + patience
        while (descriptor := self._try()) is None:
            if time.monotonic() >= deadline:
                raise LedgerError(
                    f"{self.ledger} is being written by another process ({self._holder()}); "
                    "wait until it has finished, or write to another ledger"
                )
            time.sleep(_PAUSE)
        self._held = descriptor

    def release(self) -> None:
        """Let go, and remove the lock file; does nothing where nothing is held."""
        if self._held is not None:
            with suppress(OSError):  # a file left behind locks nobody out
                self.path.unlink()
            os.close(self._held)
            self._held = None

    def _try(self) -> int | None:
        """The descriptor of the locked file, or None where another process holds it."""
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise LedgerError(
                f"{self.ledger} cannot be written: {self.path} cannot be made ({error.strerror}); "
                "check that its folder exists and may be written"
            ) from error
        if not (_locked(descriptor) and self._is_current(descriptor)):
            os.close(descriptor)
            return None
        with suppress(OSError):  # a full disk: only the name of the holder is lost
            os.truncate(descriptor, 0)
            os.write(descriptor, f"process {os.getpid()}\n".encode())
        return descriptor

    def _is_current(self, descriptor: int) -> bool:
        """Whether the file locked is still the one at the path: the last holder may have removed it meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def _holder(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").strip() or "unknown"
        except OSError:
            return "unknown"


def _locked(descriptor: int) -> bool:
    """Whether the lock could be taken, without waiting."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _locked_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _locked_on_windows(descriptor: int) -> bool:
    import importlib

    msvcrt = importlib.import_module("msvcrt")
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
