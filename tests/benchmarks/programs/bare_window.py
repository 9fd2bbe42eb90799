"""The least that PySide6 can show of the same: a window, a list, an article. Prints when its first frame was painted.

Arguments: the article's file, the number of rows.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextBrowser


def since_the_process_began_ms() -> float:
    """Return the age of this process by the kernel's record of its start (proc(5), stat, field 22)."""
    began_ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - began_ticks / os.sysconf("SC_CLK_TCK")) * 1000


class Page(QTextBrowser):
    """An article's text that tells when it was painted first."""

    def paintEvent(self, event):
        """Paint, and once the frame is on the screen say so and quit."""
        super().paintEvent(event)
        QTimer.singleShot(0, self, report)


def report():
    """Print the time of the first frame and the memory held then, and quit."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    memory_mb = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    result = {"first_paint_ms": round(since_the_process_began_ms(), 1), "rss_mb": round(memory_mb, 1)}
    print(json.dumps(result), flush=True)
    QApplication.exit()


def main():
    """Show the window until it was painted."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    rows = QListView()
    rows.setModel(QStringListModel([f"row {number}" for number in range(int(sys.argv[2]))], window))
    page = Page()
    page.setPlainText(Path(sys.argv[1]).read_text(encoding="utf-8"))
    panes = QSplitter()
    panes.addWidget(page)
    panes.addWidget(rows)
    window.setCentralWidget(panes)
    window.resize(1280, 800)
    window.show()
    application.exec()


main()
