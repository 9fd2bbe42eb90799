from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article, Block, BlockKind, Group
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.panes.reading.paragraph import Options, Place
from reader.text.direction import Direction, direction_of
from reader.text.spans import Span

Show = Callable[..., UsablePage]

ARABIC = (("المدينة", "المخطوطات"), ("القيروان", "1200"), ("وادان", ""))
ENGLISH = (("City", "Manuscripts"), ("Fez", "340"))


def paragraph(text: str) -> Block:
    return Block(id=f"p{text}", kind=BlockKind.PARAGRAPH, text=text, direction=direction_of(text))


def table(rows: Sequence[Sequence[str]], name: str = "t") -> list[Block]:
    return [
        Block(
            id=f"{name}{row}-{column}",
            kind=BlockKind.TABLE_CELL,
            text=text,
            direction=direction_of(text),
            group=Group(name, "table", row, column),
        )
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]


def article(*blocks: Block) -> Article:
    return Article(title="", blocks=blocks, language="ar")


def shown(*blocks: Block) -> Displayed:
    return Displayed(article(*blocks), Options())


def texts(displayed: Displayed) -> list[str]:
    return [each.text for each in displayed.paragraphs]


def test_an_arabic_table_begins_at_the_right_and_an_english_one_at_the_left():
    assert texts(shown(paragraph("قبل"), *table(ARABIC))) == [
        "قبل",
        "المخطوطات",
        "المدينة",
        "1200",
        "القيروان",
        "",
        "وادان",
    ]
    assert texts(shown(paragraph("قبل"), *table(ENGLISH))) == ["قبل", "City", "Manuscripts", "Fez", "340"]


def test_a_cell_without_letters_runs_with_its_table():
    (number,) = (each for each in shown(*table(ENGLISH)).paragraphs if each.text == "340")
    assert number.direction is Direction.LTR


def test_before_every_table_stands_a_paragraph_that_is_no_cell():
    displayed = shown(*table(ARABIC, "one"), *table(ARABIC, "two"), paragraph("بعد"))
    assert displayed.paragraphs[0].cell is None
    assert displayed.paragraphs[7].cell is None
    assert texts(displayed)[7:9] == ["", "المخطوطات"]


def test_columns_numbered_at_random_make_no_table():
    blocks = [
        Block(
            id=str(n),
            kind=BlockKind.TABLE_CELL,
            text="خلية",
            direction=Direction.RTL,
            group=Group("t", "table", n, n * 1000),
        )
        for n in range(3)
    ]
    assert [each.cell for each in shown(paragraph("قبل"), *blocks).paragraphs] == [None] * 4


rows_of_cells = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from(["نصّ", "BBC", "12", "", "كلمتان هنا"]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=4,
    )
)


@settings(max_examples=80)
@given(rows_of_cells, st.data())
def test_every_place_in_a_table_is_found_again(rows: list[list[str]], data: st.DataObject):
    displayed = shown(paragraph("قبل"), *table(rows), paragraph("بعد"))
    position = data.draw(st.integers(0, len(displayed.text)))
    back = displayed.to_position(displayed.to_place(position))
    assert back == position or not displayed.text[position:back].strip()


def test_a_selection_over_cells_is_one_stretch_of_the_canonical_text():
    displayed = shown(paragraph("قبل"), *table(ARABIC), paragraph("بعد"))
    span = displayed.to_span(Place(1, 0), Place(4, 3))
    assert span.of(displayed.text) == "المدينة\nالمخطوطات\nالقيروان\n1200"
    empty = displayed.to_span(Place(5, 0), Place(5, 0))
    assert len(empty) == 0


def test_tables_are_built_the_same_from_either_side(show_page: Show):
    blocks = [paragraph(f"فقرة {number} قبل الجدول بكلمات كثيرة") for number in range(40)]
    blocks[10:10] = table(ARABIC, "one")
    blocks[40:40] = [*table(ARABIC, "two"), *table(ENGLISH, "three")]
    made = article(*blocks, *table(ENGLISH, "last"))
    one, other = show_page(made), show_page(made, len(made.text) - 1)
    for page in (one, other):
        page.builder.build_all()
        paragraphs = page.page.displayed.paragraphs
        assert [page.page.block(number).text() for number in range(len(paragraphs))] == [
            each.text for each in paragraphs
        ]
    assert one.document().size() == other.document().size()
    formats = [[page.page.block(n).blockFormat() for n in range(40)] for page in (one, other)]
    assert formats[0] == formats[1]


def test_a_page_opens_inside_a_table_with_its_line_at_the_top(show_page: Show):
    blocks = [paragraph(f"فقرة {number} بكلمات كثيرة تملأ السطر") for number in range(60)]
    blocks[30:30] = table(ARABIC)
    made = article(*blocks)
    position = made.text.index("القيروان")
    page = show_page(made, position)
    box = page.bounds(Span(position, position + 8))
    assert 0 <= box.top() <= 20


def test_a_mark_in_a_cell_stands_round_its_words(show_page: Show):
    page = show_page(article(paragraph("قبل"), *table(ARABIC), paragraph("بعد")))
    page.builder.build_all()
    city, number = (
        page.bounds(Span(at, at + len(word)))
        for word, at in ((w, page.page.displayed.text.index(w)) for w in ("القيروان", "1200"))
    )
    assert city.left() > number.right()
    assert abs(city.center().y() - number.center().y()) < 2
    at = city.center()
    assert page.page.word_at(page.hit(at)).of(page.page.displayed.text) == "القيروان"
