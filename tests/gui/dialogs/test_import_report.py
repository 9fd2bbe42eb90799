"""The report of what was to be added: what it lists, where it leads, and what it says as text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl

from reader.gui.dialogs.import_report import MOST_SHOWN, ImportReportDialog, ReportLine
from reader.messages import Messages

LINES = (
    ReportLine("added", "عودة الصيادين", Path("خبر.txt"), article="a1", highlights=3, unplaced=1),
    ReportLine("duplicate", "الميناء القديم", Path("قديم.html"), article="a2"),
    ReportLine("duplicate", "موسم الحصاد", Path("قديم.html"), article="a3"),
    ReportLine("failed", "لا نصّ في الملف.", Path("فارغ.txt")),
    ReportLine("added", "نصّ معطوب", Path("معطوب.txt"), article="a4", left_over=("شارك المقال",), unreadable=2),
    ReportLine("left_over", "", Path("قائمة.csv"), left_over=("سطر بلا معنى",)),
)


@pytest.fixture
def dialog(qtbot, arabic, theme, formatter):
    dialog = ImportReportDialog(LINES, theme, formatter)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def without_isolates(text):
    return "".join(letter for letter in text if not "\u2066" <= letter <= "\u2069")


def test_it_lists_everything_once_and_what_was_lost_apart(dialog):
    tabs = {name: tab.text() for name, tab in dialog.tabs._tabs.items()}
    assert tabs == {"added": "أُضيف 2", "duplicate": "مكرَّر 2", "failed": "تعذّر 1", "left_over": "لم يُفهم 2"}
    dialog.tabs.choose("left_over")
    text = without_isolates(dialog.text)
    assert "شارك المقال" in text
    assert "سطر بلا معنى" in text
    assert "تعذّرت قراءة موضعين" in text


def test_why_something_failed_runs_as_the_window_does_whatever_the_file_is_called(qtbot, arabic, theme, formatter):
    words = Messages("ar").text("import.missing", file="/home/somebody/a-very-long-name-of-latin-letters.txt")
    dialog = ImportReportDialog([ReportLine("failed", words, Path("a.txt"))], theme, formatter)
    qtbot.addWidget(dialog)
    first = dialog._text.document().firstBlock()
    assert first.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_an_added_article_says_what_came_with_it_and_opens_on_a_click(qtbot, dialog):
    dialog.tabs.choose("added")
    assert "3 تظليلات" in without_isolates(dialog.text)
    assert "بلا موضع" in dialog.text
    with qtbot.waitSignal(dialog.article_requested) as signal:
        dialog._text.anchorClicked.emit(QUrl("open:a1"))
    assert signal.args == ["a1"]


def test_both_can_be_kept_of_one_duplicate_and_then_of_the_others(qtbot, dialog):
    dialog.tabs.choose("duplicate")
    with qtbot.waitSignal(dialog.keep_both_requested) as signal:
        dialog._text.anchorClicked.emit(QUrl("keep:2"))
    assert signal.args == [(2,)]
    assert "أُبقي على كليهما" in dialog.text
    with qtbot.waitSignal(dialog.keep_both_requested) as signal:
        dialog.keep_all.click()
    assert signal.args == [(1,)]
    assert not dialog.keep_all.isEnabled()
    dialog.tabs.choose("failed")
    assert not dialog.keep_all.isVisible()


def test_as_text_it_has_every_line_with_its_whole_path(dialog):
    text = dialog.as_text()
    for line in LINES:
        assert line.words in text
        assert str(line.path) in text
    assert text.index("أُضيف: 2") < text.index("مكرَّر: 2") < text.index("تعذّر: 1") < text.index("لم يُفهم: 2")


def test_thousands_of_lines_are_cut_on_the_screen_but_not_in_the_text(qtbot, english, theme, formatter):
    lines = [ReportLine("added", f"article {number}", article=str(number)) for number in range(MOST_SHOWN + 5)]
    dialog = ImportReportDialog(lines, theme, formatter)
    qtbot.addWidget(dialog)
    assert dialog.text.endswith("and 5 more; the saved report has them all")
    assert f"article {MOST_SHOWN + 4}" in dialog.as_text()
