"""Pages as the window shows them, over articles made here."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from reader.articles.article import Article, Block, BlockKind
from reader.gui.fonts import FontLoader, families
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.panes.reading.paragraph import Options
from reader.gui.panes.reading.typesetting import Typesetting
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.direction import direction_of

SENTENCES = (
    "عاد الصيادون إلى الميناء القديم بعد عشرين عامًا، ووجدوا المنارة مضاءة.",
    "وقالت المهندسة إنّ الترميم انتهى في الربيع، وإنّ 12 قاربًا عادت إلى البحر.",
    "وكتبت صحيفة Harbour News أن النتيجة كانت 3-2، ثم نشرت رقم الهاتف +962 6 555 1234.",
)


def article_of(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, headline: str = "عنوان قصير") -> Article:
    """Return an article of a headline and blocks of one kind."""
    kinds = [BlockKind.HEADLINE, *[kind] * len(texts)]
    blocks = [
        Block(id=f"b{number}", kind=each, text=text, direction=direction_of(text))
        for number, (each, text) in enumerate(zip(kinds, (headline, *texts), strict=True))
    ]
    return Article(title=headline, blocks=tuple(blocks), language="ar", direction=direction_of("".join(texts)))


def long_article(paragraphs: int) -> Article:
    """Return an article of so many paragraphs of different lengths."""
    return article_of(*(" ".join(SENTENCES[: 1 + number % 3] * (1 + number % 4)) for number in range(paragraphs)))


@pytest.fixture
def page_fonts(application: QApplication) -> None:
    """Every font that a page can be set in, loaded."""
    FontLoader().load(families())


@pytest.fixture
def settings() -> Settings:
    """The reader's taste: as it comes, the interface in Arabic."""
    return Settings(language="ar")


@pytest.fixture
def show_page(
    page_fonts: None, theme: Theme, settings: Settings, qapp: QApplication
) -> Iterator[Callable[..., UsablePage]]:
    """Open a page on an article, in a window of 700 × 500 px."""
    opened = []
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def show(
        article: Article, position: int = 0, options: Options | None = None, taste: Settings = settings, meta: str = ""
    ) -> UsablePage:
        page = UsablePage(None)
        opened.append(page)
        page.resize(700, 500)
        page.show()
        page.show_page(Displayed(article, options or Options(), meta), Typesetting(theme, taste), position)
        return page

    yield show
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for page in opened:
        page.close()
        page.deleteLater()


def picture(page: UsablePage) -> QImage:
    """Return what a page shows, 32 bits a pixel."""
    image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
    page.viewport().render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image
