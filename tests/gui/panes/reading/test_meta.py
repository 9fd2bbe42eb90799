from reader.articles.article import Article, Block, BlockKind
from reader.collections.state import ArticleState
from reader.gui.formatting import Formatter
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.meta import meta_line
from reader.gui.panes.reading.paragraph import Options
from reader.settings import Settings
from reader.text.direction import Direction


def shown(*kinds: BlockKind) -> str:
    blocks = [
        Block(id=f"b{number}", kind=kind, text="بقلم هند المرّاكشي", direction=Direction.RTL)
        for number, kind in enumerate(kinds)
    ]
    article = Article(title="عنوان", blocks=tuple(blocks), source="المرفأ", authors=("هند المرّاكشي",))
    return meta_line(article, ArticleState(), Formatter(Settings(language="ar"), "ar"))


def test_writers_whom_no_line_names_stand_beside_the_source(qapp):
    assert "هند المرّاكشي" in shown(BlockKind.PARAGRAPH)


def test_writers_whom_a_line_names_are_not_named_twice(qapp):
    assert "هند المرّاكشي" not in shown(BlockKind.BYLINE, BlockKind.PARAGRAPH)


def test_a_date_in_the_other_direction_keeps_its_order_on_the_page(qapp):
    words = "The light is back over the harbour."
    block = Block(id="p", kind=BlockKind.PARAGRAPH, text=words, direction=Direction.LTR)
    line = Formatter(Settings(language="ar"), "ar").joined("Harbour News", "21 أكتوبر 2024", "أقلّ من دقيقة")
    displayed = Displayed(Article(title="", blocks=(block,), language="en", direction=Direction.LTR), Options(), line)
    shown_line = next(paragraph for paragraph in displayed.paragraphs if paragraph.block is None)
    assert shown_line.text == line  # Qt takes an isolate's direction from what stands in it outside further isolates
