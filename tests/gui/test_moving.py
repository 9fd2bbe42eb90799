"""The library's folder is shown, moved and changed for another from the window; the new one opens by itself."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from reader.gui.dialogs.library_folder import LibraryFolderDialog
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.window_state import WindowState
from reader.library import Library
from reader.settings import Settings, SettingsFile
from reader.store import libraries
from reader.store.layout import Places
from tests.gui.conftest import article


@pytest.fixture
def reader(arabic, application, library, tmp_path):
    taste = Taste(Settings(language="ar", theme="paper"), SettingsFile(tmp_path / "settings.json"), "ar")
    reader = Reader(application, library, taste, FontLoader())
    reader.start(WindowState(width=1280, height=800))
    QTest.qWaitForWindowExposed(reader.window)
    yield reader
    reader.close()
    application.processEvents()


@pytest.fixture
def started(reader):
    folders: list = []
    reader.keeping.moving.start = folders.append
    return folders


@pytest.fixture
def dialog(reader, library):
    library.add([article("الأوّل")])
    library.flush()
    reader.actions["choose_library"].trigger()
    return reader.window.findChild(LibraryFolderDialog)


def test_a_library_is_moved_and_opened_where_it_is_then(qtbot, started, reader, dialog, library):
    places = library.places
    target = places.state.parent / "elsewhere"
    dialog.move_requested.emit(str(target))
    qtbot.waitUntil(lambda: started == [target])

    assert libraries.recent(places.state) == [target, places.library]
    moved = Library(Places(target, places.state, places.cache), lambda call: call())
    assert moved.ids() == library.ids()
    moved.close()
    assert not reader.window.isVisible()


def test_another_library_is_opened_and_this_one_remembered(started, reader, dialog, library, tmp_path):
    dialog.open_requested.emit(str(tmp_path / "new"))

    assert started == [tmp_path / "new"]
    assert libraries.recent(library.places.state)[1] == library.places.library


def test_a_folder_of_other_things_is_no_library(started, reader, dialog, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").touch()
    dialog.open_requested.emit(str(tmp_path / "photos"))

    assert started == []
    assert reader.window.message.isVisible()
    assert reader.window.isVisible()


def test_a_library_does_not_move_among_other_files(started, reader, dialog, library, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "one").touch()
    dialog.move_requested.emit(str(tmp_path / "full"))

    assert started == []
    assert reader.window.message.isVisible()


def test_libraries_that_were_open_before_are_offered(reader, library, tmp_path):
    libraries.choose(library.places.state, [tmp_path / "other", library.places.library])
    reader.actions["choose_library"].trigger()
    dialog = reader.window.findChild(QDialog, "library_folder")

    assert dialog.others.count() == 1
    assert str(tmp_path / "other") in dialog.others.item(0).text()
