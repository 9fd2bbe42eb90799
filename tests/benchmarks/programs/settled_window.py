"""The window with everything that comes after its first frame. Prints the memory it holds when it has come to rest.

Arguments: those of the program, as for a window. Nothing of Qt is imported here before the program does it: its own
start takes less memory than that of a program that imports Qt by itself.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from reader.gui import app

if TYPE_CHECKING:
    from reader.gui.program import Program

REST_MS = 6000
"""After which the library was looked over, and its names and words are being kept in step, or are."""


def rest(program: "Program", first_paint_ms: float) -> None:
    """Let some time go by after the first frame."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(REST_MS, lambda: report(program))


def report(program: "Program") -> None:
    """Print what is held, and close the window."""
    from reader.gui.measuring import memory_mb

    sys.stdout.write(json.dumps({"settled_rss_mb": round(memory_mb(), 1)}) + "\n")
    sys.stdout.flush()
    program.reader.window.close()


def main() -> int:
    """Show the window until it has come to rest."""
    app._report = rest
    from reader.__main__ import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
