"""An article on paper: what stands on the pages, and that a PDF file holds text, in the order in which it is read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from reader.articles.article import Article, BlockKind
from reader.gui.panes.reading.print_job import PrintJob
from reader.gui.panes.reading.printing import FOOT, PaperPages, Printed
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.direction import Direction
from tests.gui.panes.reading.conftest import article_of, long_article
from tests.gui.panes.reading.samples import every_kind
from tests.gui.panes.reading.test_pane import highlight

A4 = QSizeF(794, 1123)
ARABIC, ENGLISH = every_kind(), every_kind(Direction.LTR)
NOTED = (
    highlight("الميناء القديم", "pink", article=ARABIC, note="هل هو الميناء نفسه؟\nsee page 12"),
    highlight("حتى سكت البحر", "green", article=ARABIC),
    highlight("المجلس البلدي", "yellow", article=ARABIC, note="للمراجعة"),
)

Write = Callable[..., list[str]]


@pytest.fixture
def job(page_fonts: None, theme: Theme, qapp: QApplication) -> Iterator[PrintJob]:
    parent = QObject()
    yield PrintJob(theme, parent)
    parent.deleteLater()


@pytest.fixture
def write(job: PrintJob, qtbot, tmp_path: Path) -> Write:
    """Write a PDF file; return the text of its pages as PDFium, which Chrome shows them with, reads it."""

    def run(printed: Printed, settings: Settings | None = None) -> list[str]:
        import pypdfium2

        path = tmp_path / "article.pdf"
        with qtbot.waitSignal(job.written, timeout=30_000):
            job.write_pdf(path, printed, settings or Settings(language="ar"))
        document = pypdfium2.PdfDocument(path)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return pages

    return run


def words_of(text: str) -> list[str]:
    """Return words with their tashkeel in one order: PDFium puts a shadda before its fatha."""
    return normalize("NFD", text).split()


def test_the_text_of_a_pdf_is_the_articles_in_the_order_in_which_it_is_read(write: Write):
    pages = write(Printed(ARABIC, "الشاطئ"))
    read = " ".join(words_of(" ".join(pages)))
    for block in ARABIC.blocks:
        if block.group is None:
            assert " ".join(words_of(block.text)) in read


def test_an_english_article_with_arabic_names_is_read_so_too(write: Write):
    pages = write(Printed(ENGLISH, ""))
    read = " ".join(words_of(" ".join(pages)))
    for block in ENGLISH.blocks:
        if block.group is None:
            assert " ".join(words_of(block.text)) in read.replace(" .", ".")


def test_notes_stand_numbered_behind_the_article_or_not_at_all(write: Write):
    with_notes = " ".join(words_of(" ".join(write(Printed(ARABIC, "", NOTED, "الملاحظات")))))
    assert normalize("NFD", "الملاحظات «الميناء القديم» — هل هو الميناء نفسه؟ see page 12") in with_notes
    assert normalize("NFD", "«المجلس البلدي» — للمراجعة") in with_notes
    without = " ".join(write(Printed(ARABIC, "", NOTED)))
    assert "الملاحظات" not in without
    assert "للمراجعة" not in without


def test_notes_on_the_whole_article_and_those_without_a_place_are_printed_too(write: Write):
    whole = highlight("", "yellow", mark="whole", article=ARABIC, note="أهمّ ما قرأت\nهذا العام")
    lost = replace(highlight("المنارة القديمة", "blue", article=ARABIC, note="أين ذهبت؟"), span=None)
    marks = (lost, replace(whole, span=None), *NOTED)
    printed = " ".join(words_of(" ".join(write(Printed(ARABIC, "", marks, "الملاحظات")))))
    assert normalize("NFD", "الملاحظات أهمّ ما قرأت هذا العام") in printed
    assert normalize("NFD", "«المنارة القديمة» (بلا موضع) — أين ذهبت؟") in printed
    assert printed.index(normalize("NFD", "— للمراجعة")) < printed.index(normalize("NFD", "— أين ذهبت؟"))


def test_what_the_reader_chose_for_tashkeel_and_digits_holds_on_paper(write: Write):
    article = article_of("قُلْتُ في عام ٢٠٢٤ شيئًا.")
    (page,) = write(Printed(article, ""), Settings(language="ar", tashkeel="hidden", digits="latin"))
    assert "قلت في عام 2024 شيئا." in page


def test_a_long_article_is_printed_page_by_page_and_can_be_stopped(job: PrintJob, qtbot, tmp_path: Path):
    progress: list[tuple[int, int]] = []
    job.progressed.connect(lambda *values: progress.append(values))
    job.write_pdf(tmp_path / "book.pdf", Printed(long_article(120), ""), Settings(language="ar"))
    qtbot.waitUntil(lambda: len(progress) == 2)
    job.cancel()
    assert progress[0][1] > 5
    assert not job.is_busy
    assert not (tmp_path / "book.pdf").exists()


def test_what_the_printers_dialog_puts_into_a_file_has_text_that_can_be_selected(job: PrintJob, qtbot, tmp_path: Path):
    import pypdfium2

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(job.written, timeout=30_000):
        job.print_on(printer, Printed(ARABIC, "الشاطئ"), Settings(language="ar"))
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    pages = [page.get_textpage().get_text_range() for page in document]
    width, height = document[0].get_size()
    document.close()
    assert (len(pages), width > height) == (2, True)
    assert "سكت البحر ليلة" in " ".join(words_of(" ".join(pages)))


def test_a_second_print_waits_its_turn(job: PrintJob, qtbot, tmp_path: Path):
    written: list[str] = []
    job.written.connect(written.append)
    for name in ("one.pdf", "two.pdf"):
        job.write_pdf(tmp_path / name, Printed(article_of("قال ثم سكت."), ""), Settings(language="ar"))
    qtbot.waitUntil(lambda: len(written) == 2)
    assert [Path(path).name for path in written] == ["one.pdf", "two.pdf"]


def test_a_folder_that_is_not_there_to_write_in_is_told(job: PrintJob, qtbot, tmp_path: Path):
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(job.failed) as told:
        job.write_pdf(tmp_path / "file" / "a.pdf", Printed(article_of("قال."), ""), Settings(language="ar"))
    assert told.args[0].key.startswith("disk.")


def test_nothing_is_drawn_into_a_pages_foot_but_its_number(page_fonts: None, theme: Theme):
    pages = PaperPages(Printed(ARABIC, "الشاطئ", NOTED, "الملاحظات"), theme, Settings(language="ar"), A4)
    for number in range(pages.count):
        foot = drawn(pages, number).copy(0, 1123 - FOOT + 4, 794, FOOT - 4)
        middle = range(794 // 2 - 30, 794 // 2 + 30)
        white = foot.pixel(0, 0)
        assert all(
            foot.pixel(x, y) == white for x in range(foot.width()) if x not in middle for y in range(foot.height())
        )


def test_no_heading_stands_alone_at_the_foot_of_a_page(write: Write):
    pages = write(Printed(ARABIC, "الشاطئ"))
    headings = [block.text for block in ARABIC.blocks if block.kind is BlockKind.HEADING]
    assert len(pages) > 1
    assert not [page for page in pages if page.split("\r\n")[-1].strip() in headings]


def test_the_printed_page_looks_as_it_was_approved(page_fonts: None, theme: Theme, same_picture):
    pages = PaperPages(Printed(ARABIC, "الشاطئ · 21 أكتوبر 2024", NOTED, "الملاحظات"), theme, Settings(), A4)
    same_picture(drawn(pages, 0), "print-ar")


def test_a_caption_is_printed_as_strong_as_the_text_where_it_is_highlighted(page_fonts: None, theme: Theme):
    mark = highlight("المنارة كما تبدو من الرصيف الشرقي", "violet", article=ARABIC)
    plain, marked = (
        [drawn(pages, number) for number in range(pages.count)]
        for pages in (PaperPages(Printed(ARABIC, "", marks), theme, Settings(), A4) for marks in ((), (mark,)))
    )
    wash = QColor(theme.mark("violet").wash)
    number = next(number for number, page in enumerate(marked) if wash_of(page, wash))
    places = wash_of(marked[number], wash)
    band = QRect(QPoint(min(x for x, _ in places), min(y for _, y in places)), QPoint(*map(max, *places)))
    quiet, strong = (darkest(page.copy(band)) for page in (plain[number], marked[number]))
    assert strong < quiet - 20
    assert strong <= theme.colour("text").lightness() + 12


def wash_of(page: QImage, wash: QColor) -> list[tuple[int, int]]:
    return [(x, y) for y in range(page.height()) for x in range(page.width()) if page.pixel(x, y) == wash.rgb()]


def darkest(picture: QImage) -> int:
    return min(picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height()))


def drawn(pages: PaperPages, number: int) -> QImage:
    image = QImage(A4.toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    pages.paint(painter, number)
    painter.end()
    return image


def test_an_article_without_text_has_one_page(page_fonts: None, theme: Theme):
    empty = Article(title="", blocks=())
    assert PaperPages(Printed(empty, ""), theme, Settings(), A4).count == 1
