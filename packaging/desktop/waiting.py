"""What the stories told on a desktop share: a screen, what is waited for, and what must be so.

Lies beside them in a clean Debian: standard library only.
"""

import os
import subprocess
import time
from collections.abc import Callable
from typing import Any

PATIENCE_S = 120.0
SCREEN = (1280, 800)


class FailedError(Exception):
    """Something was not as a person expects it."""


def open_screen() -> subprocess.Popen[bytes]:
    """Start an X server that nobody sees, and have what is started later use it."""
    read, write = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        os.environ["DISPLAY"] = f":{number.readline().strip()}"
    return server


def wait_for(condition: Callable[[], Any], what: str) -> Any:
    """Return what the condition gives, once that is true; raises FailedError when it takes too long."""
    end = time.monotonic() + PATIENCE_S
    while not (found := condition()):
        check(time.monotonic() < end, f"{what} did not come")
        time.sleep(0.2)
    return found


def check(true: object, complaint: str) -> None:
    """Raise FailedError with the complaint, unless it is true."""
    if not true:
        raise FailedError(complaint)
