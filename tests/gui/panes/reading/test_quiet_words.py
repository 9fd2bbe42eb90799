import pytest

from reader.articles.article import BlockKind
from reader.gui.panes.reading import looks
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.quiet_words import strengthened
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import article_of


@pytest.mark.parametrize("layer", [Layer.HIGHLIGHTS, Layer.HITS, Layer.SELECTION])
@pytest.mark.parametrize(("kind", "is_quiet"), [(BlockKind.CAPTION, True), (BlockKind.PARAGRAPH, False)])
def test_a_caption_is_as_strong_as_the_text_where_it_lies_on_a_wash(show_page, theme, kind, is_quiet, layer):
    view = show_page(article_of("المنارة كما تبدو من الرصيف.", "سطر آخر.", kind=kind))
    page, text = view.page, view.page.displayed.text
    span = Span(text.index("تبدو"), text.index("آخر") + 3)
    view.show_marks(layer, [Mark("m", span, looks.highlight(theme, "violet"))])
    found = list(strengthened(page, view.overlay, range(len(page.displayed.paragraphs))))
    words = ["تبدو من الرصيف.", "سطر آخر"] if is_quiet else []
    assert [page.span(each.cursor).of(text) for each in found] == words
    assert all(each.format.foreground().color() == theme.colour("text") for each in found)
