"""The window keeps a backup a day, goes back to one when asked to, and says when the library's files have gone."""

import re
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.gui.dialogs.backups import BackupsDialog
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.window_state import WindowState
from reader.settings import Settings, SettingsFile
from reader.text.spans import Span
from tests.gui.conftest import article


@pytest.fixture
def marked(library):
    (added,) = library.add([article("الأوّل")])
    library.highlighting.add(added.id, Span(0, 4), "green", "ملاحظة")
    library.flush()
    return added.id


@pytest.fixture
def open_reader(arabic, application, library, tmp_path):
    opened = []

    def make() -> Reader:
        taste = Taste(Settings(language="ar", theme="paper"), SettingsFile(tmp_path / "settings.json"), "ar")
        reader = Reader(application, library, taste, FontLoader())
        opened.append(reader)
        reader.start(WindowState(width=1280, height=800))
        QTest.qWaitForWindowExposed(reader.window)
        return reader

    yield make
    for reader in opened:
        reader.close()
    application.processEvents()


def test_a_window_makes_a_backup_where_it_is_time_for_one(qtbot, open_reader, library, marked):
    open_reader().keeping.settle()
    qtbot.waitUntil(lambda: len(library.lasting.backups.names()) == 1)

    assert not library.lasting.backups.is_due()


@pytest.fixture
def ask(open_reader):
    """Return a function that asks in a window which backup to go back to, and returns the dialog."""

    def ask() -> BackupsDialog:
        window = open_reader()
        window.actions["restore_backup"].trigger()
        return window.window.findChild(BackupsDialog)

    return ask


def held(dialog, row=0):
    """Return what is said of a backup: when it was made, and what it holds."""
    return [label.text() for label in dialog.list.itemWidget(dialog.list.item(row)).findChildren(QLabel)]


def test_a_backup_is_restored_from_the_menu(qtbot, ask, library, marked):
    library.lasting.backups.make()
    (placed,) = library.highlighting.of(marked)
    library.highlighting.remove([placed.highlight.id])
    dialog = ask()
    assert re.search(r"\d{1,2} \D+ \d{4}\D+\d\d:\d\d", held(dialog)[0])
    assert all(button.icon().isNull() for button in dialog.findChildren(QPushButton))
    qtbot.waitUntil(lambda: all(words in held(dialog)[1] for words in ("مقال واحد", "تظليل واحد", "ملاحظة واحدة")))
    message = dialog.parent().message
    dialog.restore.click()
    qtbot.waitUntil(lambda: [each.highlight.id for each in library.highlighting.of(marked)] == [placed.highlight.id])
    assert "استُعيدت" in message.text
    library.flush()


def test_going_back_can_be_given_up_before_anything_changes(qtbot, open_reader, library, marked):
    name = library.lasting.backups.make()
    (placed,) = library.highlighting.of(marked)
    library.highlighting.remove([placed.highlight.id])
    reader = open_reader()
    reader.keeping.restoring._restore(name)
    reader.announcer.cancel_requested.emit()
    qtbot.waitUntil(lambda: reader.background.is_idle)
    assert not library.highlighting.of(marked)


def test_enter_goes_back_to_the_backup_that_the_keys_went_to(qtbot, ask, library, marked):
    older = library.lasting.backups.make()
    library.set_starred([marked], starred=True)
    library.flush()
    library.lasting.backups.make()
    dialog = ask()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    chosen = []
    dialog.chosen.connect(chosen.append)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert chosen == [older]
    library.flush()


def test_a_backup_that_cannot_be_read_says_so_and_cannot_be_chosen(qtbot, ask, library, places, marked):
    name = library.lasting.backups.make()
    (places.backups / f"{name}.zip").write_bytes(b"PK")
    dialog = ask()
    qtbot.waitUntil(lambda: not dialog.restore.isEnabled())
    assert "تعذّرت" in dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.reject()


def test_where_there_is_no_backup_that_is_said(ask, marked):
    assert ask() is None


def test_it_says_that_the_librarys_files_have_gone(open_reader, library, marked):
    library.catch_up()
    library._store.forget()
    shutil.rmtree(library.places.library)
    reader = open_reader()
    reader.keeping.settle()

    assert str(library.places.library) in reader.announcer._error
    assert reader.window.message.isVisible()
    assert not library.lasting.backups.names()


def test_what_is_not_saved_is_saved_in_another_folder(open_reader, library, marked, tmp_path):
    (tmp_path / "disk").mkdir()
    reader = open_reader()
    reader.keeping.save_elsewhere(tmp_path / "disk")

    assert "hamish-unsaved" in reader.window.message.text
    reader.keeping.save_elsewhere(tmp_path / "settings.json" / "none")
    library.flush()


@pytest.fixture
def without_text(library, marked):
    """An article whose text has gone, beside one that has its own."""
    library.add([article("الثاني")])
    library.flush()
    library.catch_up()
    shutil.rmtree(library.places.texts(marked))
    library._store._articles.clear()
    return marked


def test_a_row_without_a_text_says_so(qtbot, open_reader, library, without_text):
    reader = open_reader()
    reader.keeping.settle()
    model = reader.articles
    at = model.row_of(without_text)
    qtbot.waitUntil(lambda: "النصّ غير موجود" in model.index(at).data(Qt.ItemDataRole.AccessibleTextRole))

    other = model.index(1 - at).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "النصّ غير موجود" not in other


def test_a_text_that_has_gone_is_told_and_mended_from_what_is_left(qtbot, open_reader, library, without_text):
    reader = open_reader()
    reader.open(without_text)
    assert "الأوّل" in reader.window.message.accessibleName()
    library.follow()
    reader.window.message.action_chosen.emit("mend")
    qtbot.waitUntil(lambda: "المُصلَح" in reader.window.message.accessibleName(), timeout=60_000)

    reader.open(without_text)
    assert reader.current.id == without_text
