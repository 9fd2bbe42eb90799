from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from reader.annotations.highlight import Highlight, PlacedHighlight, Status
from reader.gui.panes.margin.note_card import NoteCard
from reader.gui.panes.margin.pane import MarginPane
from reader.gui.theme import Theme, load_theme
from reader.gui.translation import Translation
from reader.settings import Settings
from reader.text.spans import Span


def note(mark: str, *texts: str, colour: str = "yellow", status: Status = Status.FIXED) -> PlacedHighlight:
    span = None if status is Status.ORPHAN else Span(0, 5)
    made = Highlight(
        id=mark,
        article="a",
        version="v",
        block="b",
        span=Span(0, 5),
        quote="المقطع",
        prefix="",
        suffix="",
        colour=colour,
        notes=texts,
    )
    return PlacedHighlight(made, span, status)


@pytest.fixture
def margin(theme: Theme, arabic: Translation) -> Iterator[MarginPane]:
    window = QWidget()
    margin = MarginPane(theme, Settings(language="ar"), window)
    window.resize(240, 600)
    margin.resize(240, 600)
    window.show()
    yield margin
    margin.finish_writing()
    window.close()
    window.deleteLater()


@pytest.fixture
def edits(margin: MarginPane) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    margin.note_edited.connect(lambda mark, text: heard.append((mark, text)))
    return heard


def cards(margin: MarginPane) -> dict[str, NoteCard]:
    return {card.mark: card for card in margin.findChildren(NoteCard) if not card.isHidden()}


def show(margin: MarginPane, notes: dict[str, float], *more: PlacedHighlight) -> None:
    margin.show_notes([note(mark, f"ملاحظة {mark}") for mark in notes] + list(more))
    margin.place(notes)


def test_notes_stand_beside_their_passages_and_follow_the_page(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0, "b": 300.0})
    qtbot.waitUntil(lambda: {mark: card.y() for mark, card in cards(margin).items()} == {"a": 40, "b": 300})
    margin.place({"a": -60.0, "b": 200.0})
    qtbot.waitUntil(lambda: {mark: card.y() for mark, card in cards(margin).items()} == {"a": -60, "b": 200})


def test_notes_that_would_overlap_stand_below_one_another(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0, "b": 50.0, "c": 60.0})
    qtbot.waitUntil(lambda: cards(margin)["a"].y() == 40)
    shown = sorted(cards(margin).values(), key=NoteCard.y)
    assert [card.mark for card in shown] == ["a", "b", "c"]
    assert all(one.geometry().bottom() < other.geometry().top() for one, other in pairwise(shown))


def test_a_highlight_without_a_note_has_no_card(margin: MarginPane):
    margin.show_notes([note("a"), note("b", "نصّ")])
    margin.place({"a": 10.0, "b": 100.0})
    assert set(cards(margin)) == {"b"}


def test_only_notes_near_the_window_are_widgets(margin: MarginPane):
    show(margin, {f"m{number}": number * 200.0 for number in range(300)})
    assert 3 <= len(margin.findChildren(NoteCard)) < 12
    margin.place({f"m{number}": (number - 150) * 200.0 for number in range(300)})
    assert "m150" in cards(margin)
    assert "m0" not in cards(margin)


def test_the_chosen_note_stands_at_its_passage(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0, "b": 50.0})
    margin.choose("b")
    qtbot.waitUntil(lambda: cards(margin)["b"].y() == 50)
    assert cards(margin)["a"].geometry().bottom() < 50


def test_a_click_on_a_note_goes_to_its_passage_and_a_second_one_writes(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0})
    with qtbot.waitSignal(margin.highlight_chosen) as chosen:
        qtbot.mouseClick(cards(margin)["a"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["a"]
    assert cards(margin)["a"].editor is None
    qtbot.mouseClick(cards(margin)["a"], Qt.MouseButton.LeftButton)
    assert cards(margin)["a"].editor is not None


def test_what_is_typed_is_told_soon_after_typing_stops(margin: MarginPane, edits: list[tuple[str, str]], qtbot):
    show(margin, {"a": 40.0})
    margin.edit("a")
    with qtbot.waitSignal(margin.note_edited):
        QTest.keyClicks(cards(margin)["a"].editor, " plus")
    assert edits == [("a", "ملاحظة a plus")]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)],
)
def test_ctrl_enter_and_escape_save_and_close(margin: MarginPane, edits: list[tuple[str, str]], qtbot, key, modifier):
    show(margin, {"a": 40.0})
    margin.edit("a")
    editor = cards(margin)["a"].editor
    QTest.keyClicks(editor, "!")
    QTest.keyClick(editor, key, modifier)
    assert edits == [("a", "ملاحظة a!")]
    assert cards(margin)["a"].editor is None


def test_the_same_text_is_told_once(margin: MarginPane, edits: list[tuple[str, str]], qtbot):
    show(margin, {"a": 40.0})
    margin.edit("a")
    editor = cards(margin)["a"].editor
    QTest.keyClicks(editor, "!")
    editor.tell()
    cards(margin)["a"].close_editor()
    margin.edit("a")
    cards(margin)["a"].close_editor()
    assert edits == [("a", "ملاحظة a!")]


def test_a_new_note_is_written_as_soon_as_its_highlight_is_here(
    margin: MarginPane, edits: list[tuple[str, str]], qtbot
):
    margin.edit("new")
    margin.show_notes([note("new")])
    assert cards(margin) == {}
    margin.place({"new": 80.0})
    editor = cards(margin)["new"].editor
    assert editor is not None
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert edits == [("new", "x")]


def test_a_note_left_empty_leaves_no_card(margin: MarginPane, edits: list[tuple[str, str]]):
    margin.show_notes([note("new")])
    margin.place({"new": 80.0})
    margin.edit("new")
    cards(margin)["new"].close_editor()
    assert edits == []
    assert cards(margin) == {}


def test_a_text_that_arrives_while_writing_is_shown_beside_and_overwrites_nothing(
    margin: MarginPane, edits: list[tuple[str, str]], qtbot
):
    show(margin, {"a": 40.0})
    margin.edit("a")
    editor = cards(margin)["a"].editor
    editor.insertPlainText(" هنا")
    margin.show_notes([note("a", "ملاحظة a", "من جهاز آخر")])
    card = cards(margin)["a"]
    assert editor.toPlainText() == "ملاحظة a هنا"
    assert card.arrived == "من جهاز آخر"
    qtbot.mouseClick(next(b for b in card.findChildren(QToolButton) if b.isVisible()), Qt.MouseButton.LeftButton)
    assert editor.toPlainText() == "ملاحظة a هنا\n\nمن جهاز آخر"
    assert card.arrived == ""
    card.close_editor()
    assert edits[-1] == ("a", "ملاحظة a هنا\n\nمن جهاز آخر")


def test_the_answer_to_ones_own_writing_is_no_arriving_text(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0})
    margin.edit("a")
    editor = cards(margin)["a"].editor
    QTest.keyClicks(editor, " 1")
    editor.tell()
    QTest.keyClicks(editor, "2")
    margin.show_notes([note("a", "ملاحظة a 1")])
    assert cards(margin)["a"].arrived == ""
    assert editor.toPlainText() == "ملاحظة a 12"


def test_a_note_turns_to_the_direction_of_its_own_text(margin: MarginPane, qtbot):
    margin.show_notes([note("a", "Check this")])
    margin.place({"a": 40.0})
    margin.edit("a")
    editor = cards(margin)["a"].editor
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.LeftToRight
    editor.setPlainText("يُراجَع هذا الكلام")
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft


def test_undo_in_the_editor_takes_back_what_was_typed_and_no_more(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0})
    margin.edit("a")
    editor = cards(margin)["a"].editor
    QTest.keyClicks(editor, "xyz")
    editor.undo()
    editor.undo()
    assert editor.toPlainText() == "ملاحظة a"


def test_a_note_grows_with_what_is_written_and_pushes_the_next(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0, "b": 110.0})
    margin.edit("a")
    before = cards(margin)["a"].height()
    cards(margin)["a"].editor.setPlainText("سطر\n" * 8)
    qtbot.waitUntil(lambda: cards(margin)["a"].height() > before)
    qtbot.waitUntil(lambda: cards(margin)["b"].y() >= cards(margin)["a"].geometry().bottom() + 8)


def test_a_note_without_a_place_is_shown_last_and_says_so(margin: MarginPane, qtbot):
    show(margin, {"a": 40.0}, note("lost", "ضائعة", status=Status.ORPHAN))
    qtbot.waitUntil(lambda: cards(margin)["lost"].y() > cards(margin)["a"].y())
    assert cards(margin)["lost"]._status()


def test_keys_on_a_card_write_remove_and_recolour(margin: MarginPane, qtbot):
    heard: list[object] = []
    margin.removal_requested.connect(heard.append)
    margin.recolour_requested.connect(lambda *values: heard.append(values))
    show(margin, {"a": 40.0})
    card = cards(margin)["a"]
    qtbot.keyClick(card, "3")
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert heard == [("a", "blue"), ["a"]]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.editor is not None


def test_the_wheel_over_the_margin_scrolls_the_page(margin: MarginPane, qtbot):
    event = QWheelEvent(
        QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(margin.scroll_requested) as asked:
        QApplication.sendEvent(margin, event)
    assert asked.args == [120]


def test_cards_have_names_that_say_the_note_and_its_passage(margin: MarginPane):
    show(margin, {"a": 40.0})
    card = cards(margin)["a"]
    assert "ملاحظة a" in card.accessibleName()
    assert card.accessibleDescription() == "المقطع"


def test_another_theme_or_taste_keeps_the_notes(margin: MarginPane, edits: list[tuple[str, str]], qtbot):
    show(margin, {"a": 40.0})
    margin.edit("a")
    QTest.keyClicks(cards(margin)["a"].editor, "+")
    margin.set_theme(load_theme("night"))
    assert edits == [("a", "ملاحظة a+")]
    before = cards(margin)["a"].height()
    margin.set_settings(Settings(language="ar", text_size=34))
    assert cards(margin)["a"].height() > before
    margin.grab()


def test_an_empty_margin_says_what_it_is_for(margin: MarginPane):
    empty = margin.grab().toImage()
    margin.show_notes([note("a")])
    assert margin.grab().toImage() != empty
