"""Adding articles in the whole window: messages, the report, and keeping both."""

import pytest
from PySide6.QtWidgets import QWidget

from reader.catalogue.query import Query
from reader.gui.jobs import watch_folder
from tests.gui.conftest import article, words_in_bar


@pytest.fixture
def reader(library, open_window):
    ids = [library.add([article("مقال قديم")])[0].id]
    return open_window(ids[0])


def add(qtbot, reader, *paths):
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        reader.import_files.import_paths(paths)


@pytest.fixture
def files(tmp_path):
    made = []
    for name in ("أوّل", "ثانٍ"):
        made.append(tmp_path / f"{name}.txt")
        made[-1].write_text(f"خبر {name} من الساحل\n\nنصّ الخبر {name} في فقرة واحدة.\n", encoding="utf-8")
    return made


def test_of_one_duplicate_both_can_be_kept_from_the_message(qtbot, reader, library, files):
    add(qtbot, reader, files[0])
    add(qtbot, reader, files[0])
    assert "موجود في المكتبة" in words_in_bar(reader)
    with qtbot.waitSignal(reader.import_files.kept_both, timeout=30_000):
        reader.window.message._button.click()
    assert library.count(Query()) == 3
    assert words_in_bar(reader) == "أُضيف المقال «خبر أوّل من الساحل»."


def test_the_report_stays_in_the_menu_and_can_be_saved(qtbot, reader, files, tmp_path):
    assert not reader.actions["import_report"].isEnabled()
    (tmp_path / "فارغ.txt").touch()
    add(qtbot, reader, *files, tmp_path / "فارغ.txt")
    reader.actions["import_report"].trigger()
    dialog = reader.window.findChild(QWidget, "import_report")
    saved = tmp_path / "تقرير.txt"
    reader.adding.save_report(dialog.as_text(), saved)
    text = saved.read_text(encoding="utf-8")
    assert all(str(path) in text for path in (*files, tmp_path / "فارغ.txt"))
    assert "حُفظ الملف" in words_in_bar(reader)
    reader.adding.save_report(dialog.as_text(), files[0] / "تقرير.txt")
    assert "حُفظ الملف" not in words_in_bar(reader)
    dialog.close()


def test_one_article_whose_message_says_all_leaves_the_report_of_failures_in_the_menu(qtbot, reader, files, tmp_path):
    (tmp_path / "فارغ.txt").touch()
    add(qtbot, reader, files[0], tmp_path / "فارغ.txt")
    add(qtbot, reader, files[1])
    add(qtbot, reader, files[1])
    reader.actions["import_report"].trigger()
    dialog = reader.window.findChild(QWidget, "import_report")
    assert str(tmp_path / "فارغ.txt") in dialog.as_text()
    dialog.close()


def test_what_was_kept_beside_another_stands_in_the_report_as_added(qtbot, reader, files, library):
    add(qtbot, reader, *files)
    add(qtbot, reader, *files)
    reader.actions["import_report"].trigger()
    dialog = reader.window.findChild(QWidget, "import_report")
    with qtbot.waitSignal(reader.import_files.kept_both, timeout=30_000):
        dialog.keep_both_requested.emit((1,))
    assert [line.status for line in reader.adding._reported] == ["duplicate", "added"]
    assert library.count(Query()) == 4
    dialog.close()


def test_what_is_put_into_the_watched_folder_is_added_and_the_open_article_stays(
    qtbot, reader, library, tmp_path, monkeypatch
):
    monkeypatch.setattr(watch_folder, "SETTLE_MS", 20)
    folder = tmp_path / "وارد"
    folder.mkdir()
    reader.actions["watched_folder"].trigger()
    dialog = reader.window.findChild(QWidget, "watched_folder")
    dialog.take(str(folder))
    assert str(folder) in dialog.shown.text()
    opened = reader.current.id
    with qtbot.waitSignal(reader.import_files.came_by_itself, timeout=30_000):
        (folder / "خبر.txt").write_text("خبر من المجلّد\n\nنصّ الخبر في فقرة.\n", encoding="utf-8")
    assert library.count(Query()) == 2
    assert reader.current.id == opened
    assert words_in_bar(reader) == "أُضيف المقال «خبر من المجلّد»."
    dialog.take("")
    assert reader.adding.watch.folder is None
    dialog.close()


def test_the_feeds_of_a_list_are_got_when_feeds_are_refreshed_next(qtbot, reader, tmp_path):
    listed = tmp_path / "feeds.opml"
    outlines = (
        '<outline text="صحيفة الميناء" type="rss" xmlUrl="https://example.org/feed" htmlUrl="https://example.org/"/>'
    )
    listed.write_text(f'<opml version="2.0"><head/><body>{outlines}</body></opml>', encoding="utf-8")
    assert not reader.actions["refresh_feeds"].isEnabled()
    add(qtbot, reader, listed)
    assert reader.settings.settings.feeds == {"https://example.org/feed": "صحيفة الميناء"}
    assert reader.actions["refresh_feeds"].isEnabled()


def test_an_import_that_is_stopped_says_so_and_what_was_added_by_then(qtbot, reader, files, library):
    reader.import_files.import_paths(files)
    reader.announcer.cancel_requested.emit()
    assert words_in_bar(reader) == "أُوقفت الإضافة، ولم يُضف شيء."
    add(qtbot, reader, *files)
    assert "أُوقفت" not in words_in_bar(reader)
    reader.announcer.tell_stopped(["added", "added"])
    assert words_in_bar(reader) == "أُوقفت الإضافة. أُضيف: 2"
