"""What the window does about files that are not where they should be: it marks rows without a text, and mends."""

import json
import sys
from typing import Any

from PySide6.QtCore import QObject

from reader.gui.background import Task
from reader.gui.parts import Parts
from reader.library import Library

LOOKING, MENDING = "missing texts", "mending the library"

Problems = list[dict[str, Any]]
"""What `check --json` prints of what is wrong."""


class MendingLibrary(QObject):
    """Looks for articles without a text and has the library checked; made once everything else is there.

    The check runs in a process of its own, as the command does it: both may write, and this window follows.
    """

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self._is_mending = False
        announcer = parts.announcer
        parts.actions["mend_library"].triggered.connect(self.mend)
        announcer.mend_requested.connect(self.mend)
        announcer.text_missed.connect(self.look)

    def look(self) -> None:
        """Find the rows whose articles have no text here, and mark them."""
        library, background = self._library, self._parts.background
        background.ask(LOOKING, lambda _task: library.without_text(), self._parts.articles.show_missing)

    def mend(self) -> None:
        """Have the library checked and mended, once at a time."""
        if self._is_mending:
            return
        self._is_mending = True
        self._parts.announcer.tell_checking()
        program = [] if getattr(sys, "frozen", False) else ["-m", "reader"]
        command = [sys.executable, *program, "--library", str(self._library.places.library), "check", "--repair"]
        self._parts.background.ask(MENDING, lambda task: _checked([*command, "--json"], task), self._tell)

    def _tell(self, problems: Problems | None) -> None:
        self._is_mending = False
        if problems is None:
            self._parts.announcer.tell_not_checked()
        else:
            self._parts.announcer.tell_checked(len(problems), sum(bool(each["repaired"]) for each in problems))
        self.look()


def _checked(command: list[str], task: Task) -> Problems | None:
    """Run a check and return the problems it printed; None where it came to no end. Ending it harms nothing."""
    import subprocess

    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        with subprocess.Popen(  # noqa: S603 - it is this program itself
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=flags
        ) as process:
            task.stop_with(process.terminate)
            printed, _ = process.communicate()
        problems: Problems = json.loads(printed.splitlines()[-1])["problems"]
    except (OSError, ValueError, IndexError, KeyError):
        return None
    return problems
