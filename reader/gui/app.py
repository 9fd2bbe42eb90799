"""The program with a window, from nothing to its end. What takes long is imported when it is its turn."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from reader.gui.compiled_before import CompiledBefore
from reader.gui.quick_start import QuickStart
from reader.gui.single_instance import SingleInstance
from reader.store.layout import Places
from reader.store.user_folders import user_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.gui.crash import CrashHandler, CrashReport
    from reader.gui.opened_files import OpenedFiles
    from reader.gui.program import Program


def run(files: Sequence[Path], places: Places, language: str = "", *, measures_startup: bool = False) -> int:
    """Open the window, add the files and show the last one; return the exit status when the window is closed.

    When the library's window is open already, it gets the files and comes to the front.
    """
    instance = SingleInstance(places)
    if not instance.claim() and not measures_startup and instance.hand_over(files):
        return 0
    compiled = CompiledBefore(places.cache / f"compiled-{sys.implementation.cache_tag}-{sys.hexversion:x}")
    compiled.begin()
    import reader.library  # noqa: F401 - PySide6 looks into the source of what is imported after it

    quick = QuickStart()
    quick.begin()
    from PySide6.QtWidgets import QApplication

    from reader.gui.crash import CrashHandler
    from reader.gui.program import Program
    from reader.gui.theme import ARGUMENTS

    crashes = CrashHandler(places.state)
    crashes.install()
    application = QApplication(list(ARGUMENTS))
    application.setApplicationName("hamish")
    application.setDesktopFileName("hamish")
    opened = _opened_files(application)
    program = Program(application, places, user_folder("config"), language)
    program.furnished.connect(lambda: _go_on(program, crashes, files, instance))
    if opened is not None:
        program.furnished.connect(lambda: opened.listen(program.take))
    ending = ExitStack()
    program.furnished.connect(lambda: _end_when_asked(program, ending))
    program.show()
    program.first_paint.painted.connect(quick.end)
    program.first_paint.painted.connect(compiled.end)
    if measures_startup:
        program.first_paint.painted.connect(lambda ms: _report(program, ms))
    status = application.exec()
    ending.close()
    instance.close()
    program.close()
    crashes.close()
    return status


def _opened_files(application: "QApplication") -> "OpenedFiles | None":
    """Return what tells of files that come as events, as on macOS; elsewhere they are named at the start."""
    if sys.platform == "darwin":
        from reader.gui.opened_files import OpenedFiles

        return OpenedFiles(application)
    return None


def _go_on(program: "Program", crashes: "CrashHandler", files: Sequence[Path], instance: SingleInstance) -> None:
    program.reader.background.failed.connect(crashes.report)
    crashes.show_with(lambda report: _show_crash(program, report))
    program.reader.import_files.import_paths(files)
    instance.listen(program.take, program)
    if crashes.previous is not None:
        _show_crash(program, crashes.previous)


def _end_when_asked(program: "Program", ending: ExitStack) -> None:
    if os.name == "posix":
        from reader.gui.asked_to_end import AskedToEnd

        ending.callback(AskedToEnd(program.close_window, program).close)


def _report(program: "Program", first_paint_ms: float) -> None:
    from reader.gui.measuring import report

    report(first_paint_ms, program.first_paint.memory_mb)
    program.reader.window.close()


def _show_crash(program: "Program", report: "CrashReport | None") -> None:
    from reader.gui.dialogs.crash_report import CrashDialog

    if report is not None:
        program.reader.open_dialog(CrashDialog(report, program.reader.theme, program.reader.window))
