import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.drafts import Draft
from reader.intake.formats.html.blocks import BlockReader
from reader.intake.formats.html.fragment import drafts_of
from reader.intake.formats.html.markup import parsed
from reader.intake.formats.html.plain_markup import plain_drafts
from reader.intake.formats.html.saved_pictures import SavedPictures
from reader.intake.pictures import Pictures

ADDRESS = "https://example.org/a/b"
TAGS = (
    *("<p>", "</p>", "<p>", "</p>", "<br>", "<br />", "<br/>", "<em>", "</em>", "<strong>", "</strong>", "<b>", "</b>"),
    *('<a href="/x?a=1&amp;b=2">', '<a href="https://example.org/y" target="_blank" rel="noopener">', "<a>", "</a>"),
    *(
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<blockquote>",
        "</blockquote>",
        "<h2>",
        "</h2>",
        "<h4 id='x'>",
        "<h4>",
        "</h4>",
    ),
    *('<p class="wp-caption-text">', '<p dir="rtl">', '<p style="display:none">', "<p hidden>", "<P>", "</P>"),
    *(
        '<img src="x.jpg" alt="صورة">',
        "<div>",
        "</div>",
        "<i>",
        "</i>",
        "<",
        ">",
        "<!-- x -->",
        "</i",
        '<p role="note">',
    ),
)
TEXTS = (
    *("خبر", " من المدينة", "Two words ", "\n", "  ", "\t", "A&amp;B", "&#8217;", "&nbsp;", "&eacute;", "&", "&#151;"),
    *("\u200c", "\u200f", "é", "e\u0301", "\ufefb", "\u00a0", "١٢٣", ".", "\r\n", "\0", "\ud800", "𐤀", "x\u0085y"),
)
WHOLE = (
    "<p>{}</p>",
    "<p>{}<br>{}</p>\n<p><strong>{}</strong> {}</p>",
    '<h2>{}</h2><p>{}<a href="../c?d#e">{}<em>{}</em></a></p>',
    "<ul>\n<li>{}</li>\n<li>{}<br/>{}</li></ul><ul><li>{}</li></ul>",
    "<blockquote>\n<p>{}</p><p>{}</p>\n</blockquote><p>{}</p>",
    '<p>{}<img src="x.jpg" width="3" />{}</p>',
)


def parsed_drafts(markup: str) -> list[Draft]:
    """Return what is made of markup by way of a tree."""
    try:
        tree = parsed(markup, "")
    except ReaderError:
        return []
    assert tree is not None
    reader = BlockReader(ADDRESS, SavedPictures((), ADDRESS, Pictures()))
    reader.read(tree)
    return reader.drafts.drafts


@given(st.lists(st.sampled_from(TAGS + TEXTS), max_size=14).map("".join))
def test_any_markup_is_left_to_the_parser_or_gives_the_same(markup):
    plain = plain_drafts(markup, ADDRESS)

    assert plain is None or plain.drafts == parsed_drafts(markup)


@given(
    st.sampled_from(WHOLE), st.lists(st.lists(st.sampled_from(TEXTS), max_size=4).map("".join), min_size=6, max_size=6)
)
def test_whole_markup_is_left_to_the_parser_or_gives_the_same(form, texts):
    markup = form.format(*texts)
    plain = plain_drafts(markup, ADDRESS)

    assert plain is None or plain.drafts == parsed_drafts(markup)


@pytest.mark.parametrize("form", WHOLE)
def test_an_entry_as_feeds_have_them_needs_no_tree(form):
    markup = form.format("خبر", "من المدينة", "Two &amp; three", "end")
    plain = plain_drafts(markup, ADDRESS)

    assert plain is not None
    assert plain.drafts == parsed_drafts(markup)
    assert plain.groups == drafts_of(markup, ADDRESS, Pictures()).groups


def test_links_and_stresses_keep_their_places():
    (draft,) = plain_drafts('<p>قال <a href="/x">الوزير</a> <em>أمس</em>.</p>', ADDRESS).drafts

    assert draft.kind is BlockKind.PARAGRAPH
    assert [(inline.kind, inline.span.of(draft.text), inline.target) for inline in draft.inlines] == [
        (InlineKind.LINK, "الوزير", "https://example.org/x"),
        (InlineKind.EMPHASIS, "أمس", ""),
    ]
