"""What happens when the program fails: a report in the state folder, a word to the reader, and nothing lost.

Reports hold versions and where in the code it happened. An error's own words are left out, because they may quote
what the reader reads.
"""

import faulthandler
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

NATIVE_LOG = "native-crash.log"
KEPT_REPORTS = 20


@dataclass(frozen=True, slots=True)
class CrashReport:
    """A fault of the program: `path` is where its report lies, or None if it could not be written."""

    kind: str
    text: str
    path: Path | None


def describe(kind: type[BaseException], traceback: TracebackType | None) -> str:
    """Return a report of an error: versions and the places in the code, without the error's words."""
    import platform
    import traceback as tracebacks

    from PySide6 import __version__ as pyside

    lines = [
        f"Hamish · Python {platform.python_version()} · PySide6 {pyside} · {platform.platform()}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    for frame in tracebacks.extract_tb(traceback):
        lines += [f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}', f"    {frame.line}"]
    return "\n".join(lines) + "\n"


class CrashHandler:
    """Writes reports and shows the first of each kind; installed before the window is made, undone by `close`.

    `previous` is the report of a crash below Python that ended the run before this one, or None.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._show: Callable[[CrashReport], None] | None = None
        self._seen: set[str] = set()
        self._hook = sys.excepthook
        self._native: TextIO | None = None
        self.previous = self._take_previous()

    def install(self) -> None:
        """Catch errors that nobody caught, and crashes below Python."""
        sys.excepthook = self._caught
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._native = (self._folder / NATIVE_LOG).open("w", encoding="utf-8")
        except OSError:
            return  # without a place for it there is no report, but the program runs
        faulthandler.enable(self._native)

    def close(self) -> None:
        """Let errors go where they went before."""
        sys.excepthook = self._hook
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            (self._folder / NATIVE_LOG).unlink(missing_ok=True)
            self._native = None

    def show_with(self, show: Callable[[CrashReport], None]) -> None:
        """Tell who shows a report to the reader, once there is a window."""
        self._show = show

    def report(self, error: BaseException) -> None:
        """Report an error that came home from a thread."""
        self._caught(type(error), error, error.__traceback__)

    def _caught(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hook(kind, error, traceback)
            return
        text = describe(kind, traceback)
        sys.stderr.write(text)
        if text in self._seen:
            return  # an error while painting comes again with every frame
        self._seen.add(text)
        report = CrashReport(kind.__name__, text, self._write(text))
        if self._show is not None:
            self._show(report)

    def _write(self, text: str) -> Path | None:
        path = self._folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.log"
        try:
            path.write_text(text, encoding="utf-8")
            for old in sorted(self._folder.glob("crash-*.log"))[:-KEPT_REPORTS]:
                old.unlink()
        except OSError:
            return None
        return path

    def _take_previous(self) -> CrashReport | None:
        path = self._folder / NATIVE_LOG
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            if not text.strip():
                return None
            kept = path.replace(self._folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.log")
        except OSError:
            return None
        return CrashReport("native", text, kept)
