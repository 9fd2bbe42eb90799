"""Articles that are exported as pages: what is printed of them, and the files of a command, which has no window."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from reader.articles.article import Article
from reader.exporting.composed import composed
from reader.exporting.dossier import words_of
from reader.exporting.exported import Content, Exported
from reader.exporting.pdf_text import with_text
from reader.exporting.words import Words
from reader.exports import Order, Written
from reader.gui.fonts import FontLoader
from reader.gui.formatting import Formatter
from reader.gui.panes.reading import meta
from reader.gui.panes.reading.pictures import PicturesAtOnce
from reader.gui.panes.reading.printing import PaperPages, Printed, paper_size, pdf_printer, print_pages
from reader.gui.theme import ARGUMENTS, Theme, fonts_of, load_theme
from reader.gui.translation import Translation
from reader.library import Library
from reader.settings import Settings

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "QT_FONT_DPI": "96"}


def printed_of(exported: Sequence[Exported], order: Order, formatter: Formatter) -> Printed:
    """Return what is laid out on pages: one article as the page shows it, or several things put together."""
    kind, content = order.format, order.format.fitting(order.content)
    images = {name: path for each in exported for name, path in each.images.items()}
    pictures = PicturesAtOnce(images.get)
    one = exported[0]
    if kind.one_each and content is not Content.HIGHLIGHTS:
        line = meta.meta_line(one.article, one.state, formatter)
        if content is Content.ARTICLE:
            return Printed(one.article, line, pictures=pictures)
        return Printed(one.article, line, one.highlights, Words.of(one.article).label("notes"), pictures)
    title = "" if kind.one_each else words_of(exported).dossier(order.about)
    whole: Article = composed(exported, content, title, order.notes)
    return Printed(whole, "", pictures=pictures)


def write_drawn(library: Library, order: Order, language: str) -> Written:
    """Write an order's files without a window, for a command: as the program is set at first."""
    settings = Settings()
    os.environ.update(OFFSCREEN)
    application = QApplication.instance() or QApplication(list(ARGUMENTS))
    assert isinstance(application, QApplication)
    direction = application.layoutDirection()
    FontLoader().load(fonts_of(settings))
    words = Translation(application)
    words.use(language)
    theme, formatter = load_theme("paper"), Formatter(settings, language)

    def draw(exported: Sequence[Exported], order: Order) -> bytes:
        return _pdf(printed_of(exported, order, formatter), theme, settings)

    try:
        return library.exports().write(order, draw=draw)
    finally:
        application.processEvents()
        words.close()
        application.setLayoutDirection(direction)


def _pdf(printed: Printed, theme: Theme, settings: Settings) -> bytes:
    with TemporaryDirectory(prefix="hamish-") as folder:
        draft = Path(folder) / "article.pdf"
        printer = pdf_printer(str(draft), printed.article.title)
        words = list(print_pages(PaperPages(printed, theme, settings, paper_size(printer)), printer))
        return with_text(draft.read_bytes(), words)
