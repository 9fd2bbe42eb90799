"""A program that only sleeps for a frame at a time: how much too late this machine wakes it, whatever we do.

It ends when its input does, and then prints how late it woke each time (ms), one to a line.
"""

import sys
from contextlib import suppress
from subprocess import PIPE, Popen
from threading import Event, Thread
from time import perf_counter, sleep

FRAME_S = 0.016


class Sleeper:
    """Lets such a program run beside what is measured."""

    def __init__(self) -> None:
        self._process = Popen([sys.executable, __file__], stdin=PIPE, stdout=PIPE, text=True)

    def end(self) -> tuple[float, ...]:
        """End it; return how long each of its frames was (ms), sorted."""
        said, _ = self._process.communicate()
        return tuple(sorted(map(float, said.split())))


def main() -> int:
    """Sleep until the input ends."""
    ended = Event()
    Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    frames = []
    with suppress(KeyboardInterrupt):
        while not (ended.is_set() and frames):
            begun = perf_counter()
            sleep(FRAME_S)
            frames.append(1000 * (perf_counter() - begun))
    print(*frames, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
