"""The child process that reads pages: a page in, its parts out, until its input ends; run by ``html.PageReader``.

Each message is its length in eight bytes and then its bytes: UTF-8 text of a page in, JSON out.
"""

import json
import math
import os
import signal
import sys
from typing import BinaryIO

_LENGTH = 8


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(len(message).to_bytes(_LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one message, or None where the stream ends or breaks off."""
    head = stream.read(_LENGTH)
    length = int.from_bytes(head, "big")
    message = stream.read(length) if len(head) == _LENGTH else b""
    return message if len(head) == _LENGTH and len(message) == length else None


def _limit_memory(size: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_time(seconds: float) -> None:
    """Allow so much processor time from now on; beyond it the system ends the process with SIGXCPU."""
    if sys.platform != "win32":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(usage.ru_utime + usage.ru_stime + seconds), most))


def _answer(page: bytes) -> bytes:
    from averment.read.page import extract

    try:
        return json.dumps({"page": extract(page.decode("utf-8", "replace"))}).encode()
    except MemoryError:
        return b'{"error": "memory"}'
    except Exception as error:  # noqa: BLE001 - whatever a page breaks in the libraries costs only that page
        return json.dumps({"error": "malformed", "what": type(error).__name__}).encode()


def main() -> None:
    """Serve pages; the arguments are the seconds for each and the bytes of memory for all."""
    seconds, memory = float(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    import trafilatura  # noqa: F401 - before the clock runs

    _limit_memory(memory)
    send(answers, b'{"ready": true}')
    while (page := receive(sys.stdin.buffer)) is not None:
        _limit_time(seconds)
        send(answers, _answer(page))


if __name__ == "__main__":
    main()
