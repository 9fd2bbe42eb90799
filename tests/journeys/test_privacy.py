"""A whole day with the program, from its first start to its last, while every socket is refused."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

JOURNEY = """
import sys
asked = []
def refuse(event, arguments):
    if event.startswith("socket."):
        asked.append((event, repr(arguments)))
        raise PermissionError(event)
sys.addaudithook(refuse)
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader.gui.program import Program
from reader.gui.theme import ARGUMENTS
from reader.store.layout import Places
from reader.text.spans import Span

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    application = QApplication(list(ARGUMENTS))
    places = Places(folder / "library", folder / "state", folder / "cache")
    program = Program(application, places, folder / "config", "ar")
    furnished = []
    program.furnished.connect(lambda: furnished.append(True))
    program.show()
    while not furnished:
        application.processEvents()
    reader = program.reader
    reader.panes.welcome.sample_requested.emit()
    found = []
    reader.extract_entities.found.connect(lambda article, entities: found.append(entities) if entities else None)
    while not (reader.current.id and found):
        application.processEvents()
    reader.panes.reading.highlight_requested.emit(Span(0, 6), "yellow", False)
    reader.panes.toolbar.search.setText("تونس")
    for name in ("find", "annotations", "palette", "shortcuts", "help", "about", "reading_settings"):
        reader.actions[name].trigger()
        application.processEvents()
    marks = len(program.library.highlighting.of(reader.current.id))
    reader.window.close()
    program.close()
    print(marks, len(found[-1]) > 0, asked)
"""


def test_a_day_of_reading_asks_for_no_socket(tmp_path):
    script = tmp_path / "journey.py"
    script.write_text(JOURNEY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stdout.split(maxsplit=2) == ["1", "True", "[]\n"], done.stdout + done.stderr
