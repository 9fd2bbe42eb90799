"""The window with everything that comes after its first frame. Prints the memory it holds when it has come to rest.

Arguments: those of the program, as for a window.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import QTimer

from reader.gui import app
from reader.gui.measuring import memory_mb
from reader.gui.program import Program
from reader.gui.snapshot import settle

REST_MS = 6000
"""After which the library was looked over, and its names and words are being kept in step, or are."""


def report(program: Program) -> None:
    """Print what is held, and close the window."""
    settle(program.reader)
    sys.stdout.write(json.dumps({"settled_rss_mb": round(memory_mb(), 1)}) + "\n")
    sys.stdout.flush()
    program.reader.window.close()


def main() -> int:
    """Show the window until it has come to rest."""
    app._report = lambda program, _: QTimer.singleShot(REST_MS, lambda: report(program))
    from reader.__main__ import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
