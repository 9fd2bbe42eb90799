from reader.articles.article import Article, Block, BlockKind
from reader.entities.decisions import Decision
from reader.entities.entity import Entity, Kind
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.decisions_on_disk import DecisionsOnDisk, all_in_words, forms_in, in_words
from reader.text.direction import Direction

HIND = Entity(key="person:هند", kind=Kind.PERSON, name="هند", mentions=())


def add(library: Library) -> str:
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text="جاءت هند.", direction=Direction.RTL)
    return library.add([Imported(article=Article(title="هند", blocks=(block,)), original=b"x")])[0].id


def test_what_lies_on_disk_is_what_was_decided(library):
    article = add(library)
    library.deciding.hide(article, HIND, everywhere=False)
    library.deciding.set_latin(HIND, "Hind")
    library.flush()
    on_disk = DecisionsOnDisk(library._store)

    assert on_disk.articles() == [article]
    assert on_disk.of(article) == library.deciding.of(article)


def test_a_damaged_file_decides_nothing_and_stays_as_it_is(library):
    article = add(library)
    library.deciding.hide(article, HIND, everywhere=False)
    library.flush()
    path = library.places.records("decisions", article)
    path.write_bytes(b"{")

    assert not DecisionsOnDisk(library._store).of(article)
    assert path.read_bytes() == b"{"


def test_a_decision_that_was_taken_back_is_none(library):
    article = add(library)
    library.deciding.hide(article, HIND, everywhere=False)
    library.undo()
    library.flush()

    assert all_in_words(DecisionsOnDisk(library._store).of(article).here) == ""


def test_the_same_decision_is_in_the_same_words():
    one = Decision(key="person:هند", apart=frozenset("ابجد"), forms=("ا", "ب"))
    other = Decision(key="person:هند", apart=frozenset("دجبا"), forms=("ب", "ا"))
    assert in_words(one) == in_words(other)
    assert forms_in(in_words(one)) == {"ا", "ب"}
    assert in_words(Decision(key="person:هند")) == "" == all_in_words({"person:هند": Decision(key="person:هند")})
