import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article, Block, BlockKind, Inline, InlineKind
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.paragraph import Options, Paragraph, Place
from reader.gui.panes.reading.parts import LONGEST
from reader.text.digits import Digits, convert
from reader.text.direction import Direction
from reader.text.spans import Span

ISOLATES = re.compile("[\u2066\u2067\u2069]")
TASHKEEL = re.compile("[\u064b-\u0652\u0670]")

WORDS = (
    "قُلْ",
    "لا",
    "كِتَابٌ",
    "هٰذا",
    "BBC",
    "2020-01-05",
    "+962 6 555 1234",
    "−5°",
    "٣٫٥٪",
    "3-2",
    "😀",
    "آمِنٌ",
    "«Open Folio»",
    "ـ",
    "א",
    "\u0651",
)

texts = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
options = st.builds(Options, hide_tashkeel=st.booleans(), digits=st.sampled_from(Digits))
directions = st.sampled_from(Direction)
paragraphs = st.builds(
    lambda text, direction, chosen: Paragraph(
        Block(id="b", kind=BlockKind.PARAGRAPH, text=text, direction=direction), 0, direction, chosen
    ),
    texts,
    directions,
    options,
)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, start: int, end: int) -> str:
    """Cut a text at UTF-16 places."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def article(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    blocks = [Block(id=str(i), kind=kind, text=text, direction=Direction.RTL) for i, text in enumerate(texts)]
    return Article(title="عنوان", blocks=tuple(blocks))


@settings(max_examples=100)
@given(paragraphs)
def test_what_is_shown_is_the_text_with_only_the_chosen_changes(paragraph: Paragraph):
    expected = TASHKEEL.sub("", paragraph.source) if paragraph.options.hide_tashkeel else paragraph.source
    assert ISOLATES.sub("", paragraph.text) == convert(expected, paragraph.options.digits)


@settings(max_examples=100)
@given(paragraphs)
def test_every_code_point_is_found_again_at_its_place(paragraph: Paragraph):
    for position in range(len(paragraph.source) + 1):
        offset = paragraph.to_offset(position)
        back = paragraph.to_position(offset)
        hidden = paragraph.source[position:back]
        assert back >= position
        assert not hidden or (paragraph.options.hide_tashkeel and not TASHKEEL.sub("", hidden))


@settings(max_examples=100)
@given(paragraphs)
def test_places_never_go_back_and_never_leave_the_paragraph(paragraph: Paragraph):
    length = utf16(paragraph.text)
    offsets = [paragraph.to_offset(position) for position in range(len(paragraph.source) + 1)]
    ends = [paragraph.to_end_offset(position) for position in range(len(paragraph.source) + 1)]
    positions = [paragraph.to_position(offset) for offset in range(length + 1)]
    assert offsets == sorted(offsets)
    assert ends == sorted(ends)
    assert positions == sorted(positions)
    assert all(0 <= end <= offset <= length for offset, end in zip(offsets, ends, strict=True))
    assert all(0 <= position <= len(paragraph.source) for position in positions)


@settings(max_examples=100)
@given(paragraphs, st.data())
def test_a_stretch_is_shown_as_itself(paragraph: Paragraph, data: st.DataObject):
    start = data.draw(st.integers(0, len(paragraph.source)))
    end = data.draw(st.integers(start, len(paragraph.source)))
    before, inside = paragraph.source[:start], paragraph.source[start:end]
    whole = paragraph.source
    if paragraph.options.hide_tashkeel:
        before, inside, whole = (TASHKEEL.sub("", text) for text in (before, inside, whole))
    wanted = convert(whole, paragraph.options.digits)[len(before) : len(before) + len(inside)]
    first, last = paragraph.to_offset(start), paragraph.to_end_offset(end)
    shown = ISOLATES.sub("", cut(paragraph.text, first, last)) if first < last else ""
    assert shown == wanted


def test_an_isolate_is_never_inside_the_rims_of_what_it_isolates():
    shown = Displayed(article("قالت BBC اليوم"), Options())
    start = shown.text.index("BBC")
    (index,) = shown.touched(Span(start, start + 3), Span(0, len(shown.text)))
    first, last = shown.offsets(index, Span(start, start + 3))
    assert cut(shown.paragraphs[index].text, first, last) == "BBC"


def test_two_runs_that_touch_keep_an_isolate_each():
    paragraph = Paragraph(None, 0, Direction.RTL, Options(), "BBC\u200f+962 6 555 1234")
    assert paragraph.text.count("\u2066") == paragraph.text.count("\u2069")


def test_scores_and_ranges_follow_the_paragraph():
    assert not ISOLATES.search(Displayed(article("فاز الفريق 2-1 وقرأ الصفحات 10–12"), Options()).paragraphs[0].text)


def test_the_line_of_source_and_date_stands_under_the_headline_and_is_none_of_the_text():
    blocks = (
        Block(id="h", kind=BlockKind.HEADLINE, text="العنوان", direction=Direction.RTL),
        Block(id="p", kind=BlockKind.PARAGRAPH, text="النص", direction=Direction.RTL),
    )
    shown = Displayed(Article(title="العنوان", blocks=blocks), Options(), meta="المصدر · 4 دقائق")
    assert [paragraph.text for paragraph in shown.paragraphs] == ["العنوان", "المصدر · 4 دقائق", "النص"]
    assert shown.to_place(8) == Place(2, 0)
    assert shown.to_position(Place(1, 3)) == 8
    everything = shown.to_span(Place(0, 0), Place(2, 4))
    assert shown.copied(everything) == "العنوان\nالنص"
    assert shown.copied(shown.to_span(Place(0, 0), Place(1, 5))) == "العنوان"
    assert len(shown.to_span(Place(1, 1), Place(1, 5))) == 0


def test_a_picture_has_an_empty_paragraph_and_moves_no_place():
    blocks = (
        Block(id="a", kind=BlockKind.PARAGRAPH, text="أول", direction=Direction.RTL),
        Block(id="i", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image="x"),
        Block(id="b", kind=BlockKind.PARAGRAPH, text="ثان", direction=Direction.RTL),
    )
    shown = Displayed(Article(title="", blocks=blocks), Options())
    assert [paragraph.text for paragraph in shown.paragraphs] == ["أول", "", "ثان"]
    assert [shown.to_position(shown.to_place(position)) for position in (0, 3, 4, 5, 8)] == [0, 3, 4, 5, 8]
    assert shown.to_place(4) == Place(1, 0)


def test_a_block_without_text_has_no_paragraph_and_moves_no_place():
    blocks = (
        Block(id="a", kind=BlockKind.PARAGRAPH, text="أول", direction=Direction.RTL),
        Block(id="i", kind=BlockKind.IMAGE, text="", direction=Direction.RTL),
        Block(id="b", kind=BlockKind.PARAGRAPH, text="ثان", direction=Direction.RTL),
    )
    shown = Displayed(Article(title="", blocks=blocks), Options())
    assert [shown.to_position(shown.to_place(position)) for position in (0, 3, 5, 8)] == [0, 3, 5, 8]
    assert shown.to_place(4) == Place(1, 0)


@settings(max_examples=50)
@given(st.data())
def test_every_place_of_a_paragraph_that_is_too_long_for_one_is_found_again(data: st.DataObject):
    words = data.draw(st.sampled_from(("كلمة ", "كلمة. ", "كلمةبلافراغ", "word 😀 ")))
    text = words * (3 * LONGEST // len(words))
    span = Span(LONGEST - 50, LONGEST + 50)
    long = Block(
        id="b", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL, inlines=(Inline(span, InlineKind.STRONG),)
    )
    displayed = Displayed(Article(title="", blocks=(long,)), Options())
    assert len(displayed.paragraphs) > 2
    assert "".join(paragraph.source for paragraph in displayed.paragraphs) == text
    marked = [
        inline.span.of(paragraph.source)
        for paragraph in displayed.paragraphs
        for inline in (paragraph.block.inlines if paragraph.block is not None else ())
    ]
    assert "".join(marked) == span.of(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + LONGEST)))
    assert displayed.to_span(displayed.to_place(start), displayed.to_end_place(end)) == Span(start, end)
    assert displayed.copied(Span(start, end)) == text[start:end]


def test_an_article_without_text_can_be_asked_for_places():
    shown = Displayed(Article(title="", blocks=()), Options(), meta="4 دقائق")
    assert shown.to_place(0) == Place(0, 0)
    assert list(shown.touched(Span(0, 0), Span(0, 0))) == []


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=4), options, st.data())
def test_every_place_of_an_article_is_found_again(parts: list[str], chosen: Options, data: st.DataObject):
    shown = Displayed(article(*parts), chosen)
    if not shown.paragraphs:
        return
    position = data.draw(st.integers(0, len(shown.text)))
    back = shown.to_position(shown.to_place(position))
    assert back == position or not TASHKEEL.sub("", shown.text[position:back]).strip("\n")


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=4), options, st.data())
def test_what_is_copied_is_the_text_as_written(parts: list[str], chosen: Options, data: st.DataObject):
    shown = Displayed(article(*parts), chosen)
    if not shown.paragraphs:
        return
    start = data.draw(st.integers(0, len(shown.text)))
    span = Span(start, data.draw(st.integers(start, len(shown.text))))
    found = shown.to_span(shown.to_place(span.start), shown.to_place(span.end))
    assert shown.copied(found) in shown.text
    assert TASHKEEL.sub("", shown.copied(found)).strip() == TASHKEEL.sub("", shown.copied(span)).strip()
