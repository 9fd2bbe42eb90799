from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.dialogs.choosing_files import Chosen, choose_files


@pytest.mark.parametrize(("chosen", "chapters"), [(0, False), (3, False), (4, True)])
def test_a_filter_says_that_each_chapter_of_a_book_is_an_article(qtbot, monkeypatch, chosen, chapters):
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer(_, title: str, folder: str, filters: str, options: object) -> tuple[list[str], str]:
        return ["/books/كتاب.epub"], filters.split(";;")[chosen]

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    assert choose_files(parent, "Add") == Chosen((Path("/books/كتاب.epub"),), chapters=chapters)
