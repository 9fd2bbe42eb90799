"""The trash is emptied because the reader asks for it."""

import pytest

from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.query import Query
from reader.intake.imported import Imported
from reader.store.checking import Checking
from reader.text.direction import Direction
from reader.text.spans import Span

SECRET = "كلمات لا ينبغي أن يجدها أحد"


def imported(title: str, text: str) -> Imported:
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
    original = f"<p>{text}</p>".encode()
    return Imported(article=Article(title=title, blocks=(block,), direction=Direction.RTL), original=original)


@pytest.fixture
def kept(library) -> str:
    return library.add([imported("الباقي", "نصّ يبقى في المكتبة")])[0].id


@pytest.fixture
def erased(library, kept) -> str:
    """An article in the trash, with a note on it."""
    name = library.add([imported("المحذوف", SECRET)])[0].id
    library.highlighting.add(name, Span(0, 5), "green", f"ملاحظة عن {SECRET}")
    library.delete([name])
    return name


def empty(library) -> None:
    trash = library.trash()
    library.erasing.begin(trash)
    library.erasing.erase(trash)
    library.erasing.finish(trash)
    library.flush()


def files_with(library, words: str) -> list[str]:
    folders = (library.places.library, library.places.set_aside)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if words.encode() in path.read_bytes()]


def test_nothing_of_an_article_in_the_trash_is_left_in_any_file(library, erased):
    library.flush()
    assert files_with(library, SECRET)
    empty(library)

    assert not files_with(library, SECRET)
    assert not library.trash()
    assert not library.rows(Query(trashed=True), 0, 10)
    assert not Checking(library.places).run().problems


def test_the_articles_of_the_library_stay_as_they_are(library, kept, erased):
    mark = library.highlighting.add(kept, Span(0, 3), "blue", "باقية").id
    empty(library)

    assert library.article(kept).text == "نصّ يبقى في المكتبة"
    assert [each.highlight.id for each in library.highlighting.of(kept)] == [mark]
    assert [row.id for row in library.rows(Query(), 0, 10)] == [kept]


def test_removed_highlights_of_other_articles_go_too(library, kept):
    mark = library.highlighting.add(kept, Span(0, 3), "blue", SECRET).id
    library.highlighting.remove([mark])
    assert library.trash().marks == ((kept, mark),)
    empty(library)

    assert not files_with(library, SECRET)
    assert not library.annotating.rows(library.annotating.trash())
    library.highlighting.add(kept, Span(0, 3), "blue", "جديدة")  # what is in memory is written whole
    library.flush()
    assert not files_with(library, SECRET)


def test_what_is_erased_cannot_be_taken_back_but_what_was_done_to_others_can(library, kept, erased):
    library.set_starred([kept], starred=True)
    empty(library)
    assert library.undo() == "undo.starred"
    assert library.undo() == ""
    assert not library.state(kept).starred
    assert not library.rows(Query(trashed=True), 0, 10)


def test_an_article_that_is_added_again_later_is_a_new_one(library, erased):
    empty(library)
    (added,) = library.add([imported("المحذوف", SECRET)])
    assert library.article(added.id).text == SECRET
    assert not library.highlighting.of(added.id)
