import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from reader.gui.widgets.wrapped_label import WrappedLabel

WORDS = (
    "لا إذن بالوصول إلى \u2068/home/x/marks\u2069. لم يتغيّر شيء على القرص، والعمل محفوظ في الذاكرة. "
    "يلزم تصحيح أذون الملفّ أو اختيار مجلّد آخر للمكتبة."
)


def is_empty(picture: QImage, x: int) -> bool:
    ground = picture.pixel(0, 0)
    return all(picture.pixel(x, y) == ground for y in range(picture.height()))


@pytest.mark.parametrize("width", [250, 287, 301, 333, 371])
def test_no_line_of_arabic_goes_beyond_the_edge(qtbot, theme, width):
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setFont(theme.font("list_title"))
    label.setContentsMargins(8, 0, 8, 0)
    label.show_words(WORDS)
    label.resize(width, label.heightForWidth(width))
    picture = label.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert is_empty(picture, 1)
    assert not all(is_empty(picture, x) for x in range(picture.width()))


def test_signs_of_markup_are_shown_as_they_are(qtbot):
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.show_words("<b>1 & 2</b>\nثانيًا")
    assert label.words == "<b>1 & 2</b>\nثانيًا"
    assert "<b>" not in label.text()
