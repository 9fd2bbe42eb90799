"""From run to run: what is kept, and what changes with the language."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reader.errors import ReaderError
from reader.gui.program import Program
from reader.library import Library
from tests.gui.conftest import article

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ids(places):
    library = Library(places, post=lambda callback: callback())
    added = [library.add([article(title)])[0].id for title in ("الأول", "الثاني")]
    library.flush()
    library.close()
    return added


@pytest.fixture
def programs():
    return []


@pytest.fixture
def make(application, places, tmp_path, programs):
    """Return a function that makes the program; what was not closed by then is closed at the end."""

    def make(language):
        programs.append(Program(application, places, tmp_path / "config", language))
        return programs[-1]

    yield make
    for program in programs:
        program.close()
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    application.processEvents()


@pytest.fixture
def run(qtbot, make):
    """Return a function that shows the program's window, with all that belongs in it."""

    def run(language="ar"):
        program = make(language)
        with qtbot.waitSignal(program.furnished):
            program.show()
        return program

    return run


@pytest.fixture
def close(application, programs):
    def close(program):
        program.reader.window.close()
        program.close()
        programs.remove(program)
        application.processEvents()

    return close


def test_a_window_comes_back_as_it_was_left(run, close, ids):
    first = run()
    first.reader.open(ids[0])
    first.reader.window.resize(1111, 777)
    first.reader.window.tabs.choose("about")
    first.reader.settings.step_text_size(1)
    close(first)
    second = run()
    assert second.reader.current.id == ids[0]
    assert second.reader.window.size().toTuple() == (1111, 777)
    assert second.reader.window.tabs.current == "about"
    assert second.reader.settings.settings.text_size == 22


def test_the_open_article_is_remembered_before_the_window_closes(run, ids, qtbot, places):
    program = run()
    program.reader.open(ids[0])
    kept = places.state / "window.json"
    qtbot.waitUntil(lambda: kept.exists() and json.loads(kept.read_bytes())["article"] == ids[0])


def test_a_library_whose_files_have_gone_opens_all_the_same(run, close, ids):
    first = run()
    library = first.library.places.library
    close(first)
    shutil.rmtree(library)
    second = run()
    assert second.reader.current.id == ""
    assert second.reader.panes.welcome.isVisible()


@pytest.mark.any_window
def test_with_a_catalogue_that_is_made_anew_the_article_opened_last_is_opened(qtbot, run, close, ids, places):
    first = run()
    first.reader.open(ids[0])
    close(first)
    shutil.rmtree(places.cache)
    (places.state / "window.json").unlink()  # another library was open since, or another device
    second = run()
    second.reader.window.activateWindow()
    qtbot.waitUntil(lambda: second.reader.current.id == ids[0], timeout=20_000)
    qtbot.waitUntil(second.reader.panes.reading.view.hasFocus)


def test_where_no_article_is_remembered_the_one_opened_last_is_opened(run, close, ids, places):
    first = run()
    first.reader.open(ids[0])
    close(first)
    (places.state / "window.json").unlink()
    assert run().reader.current.id == ids[0]


def test_the_row_of_the_article_that_comes_back_is_in_sight_wherever_in_the_list_it_stands(run, close, ids):
    first = run()
    first.library.add([article(f"مقال {number}") for number in range(400)])
    first.reader.open(ids[0])
    close(first)
    second = run()
    view = second.reader.panes.articles.view
    assert second.reader.panes.articles.current == ids[0]
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    newest = second.library.rows(second.reader.articles.query, 0, 1)[0].id
    second.reader.open(newest)
    assert second.reader.panes.articles.current == newest


def test_each_direction_of_the_layout_has_a_window_of_its_own(run, close, ids):
    first = run("ar")
    first.reader.window.resize(1111, 777)
    close(first)
    assert run("en").reader.window.size().toTuple() == (1280, 800)


def test_changing_the_language_makes_a_new_window_with_the_same_article(qtbot, run, ids):
    program = run("ar")
    program.reader.open(ids[0])
    program.reader.edit_articles.set_starred([ids[0]], starred=True)
    program.reader.actions["language_en"].trigger()
    qtbot.waitUntil(lambda: program.reader.actions["quit"].text() == "Quit")
    assert program.reader.current.id == ids[0]
    assert program.reader.window.isVisible()
    assert program.reader.actions["language_en"].isChecked()
    program.reader.actions["undo"].trigger()
    assert not program.library.state(ids[0]).starred


def test_in_an_empty_library_the_keyboard_stays_with_what_to_do_when_the_language_changes(qtbot, run):
    program = run("en")
    program.reader.panes.welcome.language_chosen.emit("ar")
    qtbot.waitUntil(lambda: program.reader.actions["quit"].text() == "إنهاء")
    assert program.reader.window.focusWidget().text() == "إضافة مقالات…"


def test_after_the_first_frame_the_library_is_followed(qtbot, run, ids):
    program = run()
    other = Library(program.library.places, post=lambda callback: callback())
    other.add([article("من نافذة أخرى")])
    other.flush()
    other.close()
    qtbot.waitUntil(lambda: program.reader.articles.total == 3, timeout=10_000)


def test_the_first_frame_has_the_list_and_the_page_and_the_rest_follows(qtbot, make, ids):
    program = make("ar")
    with qtbot.waitSignal(program.furnished):
        program.show()
        assert program.reader.articles.rowCount() == 2
        assert program.reader.current.id
        assert not hasattr(program.reader, "panes")
        before = program.reader.window.three.middle.geometry()
    assert program.reader.panes.toolbar.isVisible()
    assert program.reader.window.three.middle.geometry() == before


def test_a_window_that_cannot_save_refuses_to_close_once(qtbot, run, ids, monkeypatch):
    program = run()

    def refuse():
        raise ReaderError("disk.full", file="states")

    monkeypatch.setattr(program.library, "flush", refuse)
    program.reader.window.close()
    assert program.reader.window.isVisible()
    assert program.reader.window.message.text
    program.reader.window.close()
    assert not program.reader.window.isVisible()
    monkeypatch.undo()


@pytest.mark.skipif(os.name != "posix", reason="Only POSIX ends programs by signals")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_program_that_is_asked_to_end_closes_its_window_first(home, ids, places, asked, qtbot):
    start(home, "--library", str(places.library), "rebuild")
    command = [sys.executable, "-m", "reader", "--library", str(places.library)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8") as program:
        try:
            qtbot.waitUntil(lambda: any(home.rglob("window.json")), timeout=30_000)
            next(home.rglob("window.json")).unlink()
            program.send_signal(asked)
            _, said = program.communicate(timeout=30)
        finally:
            program.kill()
    assert program.returncode == 0, said
    assert "Traceback" not in said
    kept = next(home.rglob("window.json"))
    assert json.loads(kept.read_bytes())["article"] in ids


def start(home, *arguments):
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)


def test_measuring_prints_times_and_memory_and_quits(home, ids, places):
    done = start(home, "--library", str(places.library), "--measure-startup")
    measured = json.loads(done.stdout)
    assert 0 < measured["first_paint_ms"] <= measured["ready_ms"]
    assert 0 < measured["first_paint_rss_mb"] < measured["rss_mb"]
    assert done.returncode == 0, done.stderr


def test_measuring_an_empty_library_quits_too(home, places):
    done = start(home, "--library", str(places.library), "--measure-startup")
    assert json.loads(done.stdout)["first_paint_ms"] > 0


LATE = (
    "lxml",
    "trafilatura",
    "numpy",
    "onnxruntime",
    "pypdfium2",
    "babel",
    "reader.intake.importing",
    "reader.text.date_patterns",
    "multiprocessing",
)


def test_the_first_frame_waits_for_nothing_that_is_not_on_it(home, ids, places):
    program = f"""
import sys
from reader.gui import measuring
def report(*_):
    print([name for name in {LATE!r} if name in sys.modules])
measuring.report = report
from reader.__main__ import main
main(["--library", {str(places.library)!r}, "--measure-startup"])
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_a_picture_needs_no_display_and_is_the_same_every_time(home, ids, places, tmp_path):
    pictures = []
    for number in range(2):
        path = tmp_path / f"{number}.png"
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
        command = [sys.executable, "-m", "reader", "--library", str(places.library), "--lang", "ar", "snapshot"]
        subprocess.run([*command, "--output", str(path), "--size", "900x600"], cwd=ROOT, env=environment, check=True)
        pictures.append(path.read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"\x89PNG")


def test_a_picture_changes_nothing_in_the_library(home, ids, places, tmp_path):
    def files():
        return {path: path.read_bytes() for path in places.library.rglob("*") if path.is_file()}

    before = files()
    start(home, "--library", str(places.library), "snapshot", "--output", str(tmp_path / "picture.png"))
    assert (tmp_path / "picture.png").is_file()
    assert files() == before


def test_a_picture_that_cannot_be_written_is_an_error(home, ids, places, tmp_path):
    done = start(home, "--library", str(places.library), "snapshot", "--output", str(tmp_path / "no" / "picture.png"))
    assert done.returncode == 1
    assert "picture.png" in done.stderr
