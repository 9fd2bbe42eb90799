"""How soon the window stands: the clock begins with the process and stops at the first whole frame."""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


def since_the_process_began_ms() -> float:
    """Return the age of this process, from the kernel's record of its start (proc(5), stat, field 22).

    Where there is no such record it is the time since Python could first look at a clock, a little less.
    """
    try:
        began = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
    except OSError:
        return time.process_time() * 1000
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - began / os.sysconf("SC_CLK_TCK")) * 1000


def memory_mb() -> float:
    """Return how much memory the process holds (resident), in MB; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class FirstPaint(QObject):
    """Says when all of several widgets have been painted once, after the frame is done.

    `memory_mb` is what the process held then, before anything was made that could wait.
    """

    painted = Signal(float)
    memory_mb = 0.0

    def __init__(self, widgets: tuple[QWidget, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a widget's first paint."""
        if event.type() is QEvent.Type.Paint and watched in self._waiting:
            watched.removeEventFilter(self)
            self._waiting = [widget for widget in self._waiting if widget is not watched]
            if not self._waiting:
                QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        self.memory_mb = memory_mb()
        self.painted.emit(since_the_process_began_ms())


def report(first_paint_ms: float, first_paint_rss_mb: float) -> None:
    """Print what COMMANDS.md promises for --measure-startup, and the memory that was held at the first frame."""
    result = {
        "first_paint_ms": round(first_paint_ms, 1),
        "first_paint_rss_mb": round(first_paint_rss_mb, 1),
        "ready_ms": round(since_the_process_began_ms(), 1),
        "rss_mb": round(memory_mb(), 1),
    }
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
