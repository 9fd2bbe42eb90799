"""Where a bundle starts: the program, or what multiprocessing starts of it for work of its own.

A bundle has no `python` that multiprocessing could start, so it starts the bundle itself and says by the arguments what
is to be done. PyInstaller's own hook for that imports multiprocessing at every start, whether it is needed or not.
"""

import os
import sys

WORKER = "--multiprocessing-fork"
TRACKER = "from multiprocessing.resource_tracker import main;main("
"""What a process is told that looks after those of multiprocessing; behind it stand a number and a bracket."""


def main() -> int:
    """Do what the arguments ask for; return the exit status."""
    _give_streams()
    if sys.argv[1:2] == [WORKER]:
        from multiprocessing.spawn import freeze_support

        freeze_support()  # works, and exits
    if sys.argv[-2:-1] == ["-c"] and sys.argv[-1].startswith(TRACKER):
        from multiprocessing import resource_tracker

        resource_tracker.main(int(sys.argv[-1].removeprefix(TRACKER).rstrip(")")))
        return 0
    from reader.__main__ import main as program

    return program()


def _give_streams() -> None:
    """Let what is printed go nowhere where there is nowhere: on Windows a program without a console has no streams."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


sys.exit(main())
