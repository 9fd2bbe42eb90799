"""What leaves one library comes into another without loss."""

from itertools import count

import pytest

from reader.exporting.exported import Content
from reader.exporting.formats import FORMATS
from reader.exports import Order
from reader.intake.imported import Imported
from reader.intake.importing import Importer
from reader.library import Library
from reader.store.layout import Places
from reader.text.spans import Span
from tests.exporting.conftest import ARTICLE

FORMAT_NAMES = ("jsonld", "csv", "obsidian", "hamish")
MADE = (
    ("بعد 12 عامًا", "green", 'هل هذا صحيح؟\n\n«نعم»; "quoted", =1+1', ("بحث", "جسور قديمة")),
    ("برنامج مفتوح، وأضافت: *لا* نجوم هنا.\nحجر", "blue", "", ()),
    ("everyone came", "violet", "=cmd() #وسم", ()),
    ("ة", "pink", "حرف يتكرّر", ()),
)


@pytest.fixture
def new_library(tmp_path):
    """Make empty libraries."""
    opened = []
    numbers = count()

    def make() -> Library:
        root = tmp_path / f"library {next(numbers)}"
        opened.append(Library(Places(root / "library", root / "state", root / "cache"), lambda call: call()))
        return opened[-1]

    yield make
    for library in opened:
        library.flush()
        library.close()


@pytest.fixture
def first(new_library):
    """A library with the article, highlights in it, and a note on the whole of it."""
    library = new_library()
    (added,) = library.add([Imported(article=ARTICLE)])
    text = library.article(added.id).text
    for words, colour, note, tags in MADE:
        start = text.rindex(words)
        library.highlighting.add(added.id, Span(start, start + len(words)), colour, note, tags)
    library.annotating.note_on_article(added.id, "ملاحظة على كلّ المقال", ["عامّ"])
    library.flush()
    return library


def exported(library, tmp_path, name):
    kind = FORMATS[name]
    path = tmp_path / f"out{kind.suffix}"
    order = Order(articles=tuple(library.ids()), format=kind, content=Content.BOTH, target=path)
    written = library.exports().write(order)
    assert (written.files, written.errors) == ([path], [])
    return path


def bring(library, path):
    with Importer() as importer:
        outcome = importer.read_path(path)
    assert outcome.error is None
    return library.add(outcome.imported)


def told(library):
    (article,) = library.ids()
    return [
        (made.quote, placed.span, made.colour, made.note, made.tags, made.created, made.id)
        for placed in library.highlighting.of(article)
        for made in (placed.highlight,)
    ]


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_highlights_come_back_to_their_places_with_all_that_was_said_of_them(first, new_library, tmp_path, name):
    second = new_library()
    second.add([Imported(article=ARTICLE)])
    bring(second, exported(first, tmp_path, name))

    assert told(second) == told(first)
    assert len(told(second)) == 5


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_what_comes_back_to_where_it_is_changes_nothing(first, tmp_path, name):
    before = told(first)
    (addition,) = bring(first, exported(first, tmp_path, name))

    assert (addition.status, addition.highlights) == ("duplicate", 0)
    assert told(first) == before


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_without_its_article_a_highlight_is_kept_with_what_is_known(first, new_library, tmp_path, name):
    second = new_library()
    (addition,) = bring(second, exported(first, tmp_path, name))
    article = second.article(addition.id)

    assert (article.title, article.source, article.authors) == (ARTICLE.title, ARTICLE.source, ARTICLE.authors)
    assert {each[0] for each in told(second)} == {each[0] for each in told(first)}
