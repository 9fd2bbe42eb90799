"""Exporting from the window: the dialog, the job, and what is said."""

import pytest

from reader.exporting.formats import FORMATS
from reader.gui.dialogs.export import ExportDialog
from reader.gui.dialogs.export_words import ExportWords
from reader.text.spans import Span
from tests.gui.conftest import article


@pytest.fixture
def name(library):
    name = library.add([article("الأوّل")])[0].id
    start = library.article(name).text.index("الميناء")
    library.highlighting.add(name, Span(start, start + 7), "green", "ملاحظة")
    return name


@pytest.fixture
def reader(name, open_window):
    return open_window(name)


def dialog_of(reader):
    return reader.window.findChildren(ExportDialog)[-1]


def test_the_article_is_exported_to_where_the_dialog_says(reader, qtbot, tmp_path):
    reader.actions["export"].trigger()
    dialog = dialog_of(reader)
    dialog.show_format("text")
    dialog.where.setText(str(tmp_path / "مقال.txt"))
    with qtbot.waitSignal(reader.all_marks.exporting.job.finished):
        dialog.accept_order()

    text = (tmp_path / "مقال.txt").read_text(encoding="utf-8")
    assert "«الميناء»" in text
    assert "عاد الصيادون" in text
    assert "مقال.txt" in reader.window.message.text


def test_a_file_that_was_there_is_kept_and_that_is_said(reader, qtbot, tmp_path):
    (tmp_path / "مقال.txt").write_text("لي", encoding="utf-8")
    reader.actions["export"].trigger()
    dialog = dialog_of(reader)
    dialog.show_format("text")
    dialog.where.setText(str(tmp_path / "مقال.txt"))
    with qtbot.waitSignal(reader.all_marks.exporting.job.finished):
        dialog.accept_order()

    assert (tmp_path / "مقال.txt").read_text(encoding="utf-8") == "لي"
    assert "موجود من قبل" in reader.window.message.text


def test_chosen_highlights_are_exported_alone(reader, library, name, qtbot, tmp_path):
    (placed,) = library.highlighting.of(name)
    reader.all_marks.exporting.export_marks((placed.highlight.id,))
    dialog = dialog_of(reader)
    assert dialog.content.value == "highlights"
    dialog.where.setText(str(tmp_path / "تظليلات.md"))
    with qtbot.waitSignal(reader.all_marks.exporting.job.finished):
        dialog.accept_order()

    text = (tmp_path / "تظليلات.md").read_text(encoding="utf-8")
    assert "> الميناء" in text
    assert "عاد الصيادون" not in text


def test_another_format_changes_the_ending_and_what_can_be_chosen(reader, tmp_path):
    reader.actions["export"].trigger()
    dialog = dialog_of(reader)
    dialog.show_format("markdown")
    assert dialog.where.text().endswith(".md")
    dialog.show_format("text")
    assert dialog.where.text().endswith(".txt")
    dialog.reject()


def test_a_dossier_about_someone_is_one_file_with_the_articles_that_name_them(reader, qtbot, tmp_path):
    reader.naming.dossier_requested.emit("person:ليلى", "ليلى")
    qtbot.waitUntil(lambda: bool(reader.window.findChildren(ExportDialog)))
    dialog = dialog_of(reader)
    assert dialog.chosen.name == "dossier"
    assert dialog.where.text().endswith("ليلى.html")
    dialog.where.setText(str(tmp_path / "ملفّ.html"))
    with qtbot.waitSignal(reader.all_marks.exporting.job.finished):
        dialog.accept_order()

    text = (tmp_path / "ملفّ.html").read_text(encoding="utf-8")
    assert "ملفّ جامع: ليلى" in text
    assert "عاد الصيادون" in text


@pytest.mark.parametrize("kind", ["pdf", "dossier-pdf"])
def test_pages_are_drawn_with_text_that_can_be_read_again(reader, qtbot, tmp_path, kind):
    reader.actions["export"].trigger()
    dialog = dialog_of(reader)
    dialog.show_format(kind)
    dialog.where.setText(str(tmp_path / "مقال.pdf"))
    with qtbot.waitSignal(reader.all_marks.exporting.paper.written):
        dialog.accept_order()

    import pypdfium2

    document = pypdfium2.PdfDocument(tmp_path / "مقال.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "الصيادون" in text
    assert "ملاحظة" in text


def test_every_format_has_its_words(application):
    words = ExportWords()
    assert all(len(words.of(each)) == 2 for each in FORMATS)
