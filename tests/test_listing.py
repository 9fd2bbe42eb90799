"""Many articles are read in processes of their own, and come out as one by one."""

import errno
import multiprocessing
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reader.articles.article import Article
from reader.catalogue.catalogue import Catalogue
from reader.catalogue.query import Query, Row
from reader.changes import Change
from reader.intake.imported import Imported
from reader.library import Library
from reader.listing import LATER, read_entries, read_in_processes
from reader.store import article_file
from reader.store.disk import Disk, StrPath
from reader.store.layout import Places
from reader.text.spans import Span
from tests.store.killing import new_article


@pytest.fixture
def places(tmp_path) -> Places:
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def ids(places) -> list[str]:
    library = Library(places, lambda call: call())
    chance = random.Random(1)
    added = library.add([Imported(article=new_article(f"مقال {number}", chance)) for number in range(6)])
    library.flush()
    library.close()
    return [each.id for each in added]


def test_processes_read_what_one_reads_here_in_the_same_order(places, ids):
    batches = [ids[:4], ids[4:], []]

    assert list(read_in_processes(places, batches)) == [read_entries(places, batch) for batch in batches]


def test_a_damaged_text_is_told_and_the_others_are_listed(places, ids):
    (path,) = places.texts(ids[0]).iterdir()
    path.write_bytes(b"{")
    ((entries, errors),) = read_in_processes(places, [ids])

    assert list(entries) == ids[1:]
    assert errors == [("file.damaged", {"file": str(path)})]


def test_what_is_not_on_disk_yet_stays_listed_when_the_files_are_looked_at(places, ids):
    class FullDisk(Disk):
        is_full = True

        def write(self, path: StrPath, data: bytes) -> None:
            if self.is_full:
                raise OSError(errno.ENOSPC, "no space", str(path))
            super().write(path, data)

    disk = FullDisk()
    library = Library(places, lambda call: call(), disk)
    library.catch_up()
    library.set_starred(ids[:1], starred=True)
    library.catch_up()
    assert [row.id for row in library.rows(Query()) if row.starred] == ids[:1]

    disk.is_full = False
    library.flush()
    library.catch_up()
    library.close()
    assert [row.id for row in library.rows(Query()) if row.starred] == ids[:1]


def test_files_of_articles_that_were_just_added_are_not_read_to_list_them(places):
    read: list[StrPath] = []

    class Noting(Disk):
        def read(self, path: StrPath) -> bytes:
            read.append(path)
            return super().read(path)

    library, chance = Library(places, lambda call: call(), Noting()), random.Random(2)
    added = library.add([Imported(article=new_article("مقال", chance))])
    library.flush()
    read.clear()
    library.catch_up()
    assert not read

    library.set_starred([added[0].id], starred=True)
    library.flush()
    library.catch_up()
    assert places.name_of_records("states", added[0].id) in read
    library.close()


def test_a_reading_that_is_given_up_leaves_no_process(places, ids):
    answers = read_in_processes(places, [[name] for name in ids])
    next(answers)
    answers.close()

    assert multiprocessing.active_children() == []


@pytest.fixture
def marked(places, ids) -> str:
    """An article with a mark, a tag and a star, of which the text went, and the catalogue of all."""
    article = ids[2]
    library = Library(places, lambda call: call())
    library.collecting.tag([article], ["بحر"])
    library.set_starred([article], starred=True)
    library.highlighting.add(article, Span(0, 5), "green", "ملاحظة")
    library.flush()
    library.close()
    shutil.move(places.texts(article), places.library.parent / "lost")
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    return article


@pytest.fixture
def library_without(places, marked) -> Iterator[Library]:
    library = Library(places, lambda call: call())
    library.catch_up()
    yield library
    library.close()


def row_in(library: Library, article: str) -> Row:
    return next(row for row in library.rows(Query()) if row.id == article)


def test_an_article_whose_text_went_stays_in_the_list_when_the_catalogue_is_made_anew(
    places, library_without, ids, marked
):
    (text,) = (places.library.parent / "lost").iterdir()
    quoted = article_file.decode(text.read_bytes(), str(text)).text[:5].strip()
    row = row_in(library_without, marked)

    assert library_without.count(Query()) == len(ids)
    assert (row.tags, row.starred, row.highlights, row.words) == (("بحر",), True, 1, 0)
    assert row.title == f"«{quoted}»"
    assert library_without.without_text() == {marked}
    assert [each.article for each in library_without.lasting.check().problems] == [marked]


def test_an_article_whose_text_went_is_news_once(library_without, marked):
    news: list[Change] = []
    library_without.on_change(news.append)
    library_without.catch_up()
    library_without.catch_up()

    assert news == []


def test_an_article_whose_text_went_is_listed_again_when_the_catalogue_goes_meanwhile(places, library_without, marked):
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    library_without.catch_up()

    assert row_in(library_without, marked).starred


def test_what_is_done_to_an_article_without_a_text_is_in_the_list(library_without, marked):
    library_without.set_starred([marked], starred=False)
    assert not row_in(library_without, marked).starred

    library_without.flush()
    library_without.catch_up()
    assert not row_in(library_without, marked).starred


def test_a_text_that_comes_back_is_listed_as_it_is(places, library_without, marked):
    shutil.move(places.library.parent / "lost", places.texts(marked))
    library_without.catch_up()

    row = row_in(library_without, marked)
    assert row.title == library_without.article(marked).title
    assert row.words > 0
    assert (row.tags, row.starred, row.highlights) == (("بحر",), True, 1)


def test_what_the_list_knows_of_a_text_stays_when_it_goes_and_the_state_changes_elsewhere(places, library, ids):
    library.catch_up()
    before = row_in(library, ids[0])
    shutil.rmtree(places.texts(ids[0]))
    other = Library(places, lambda call: call())
    other.set_starred([ids[0]], starred=True)
    other.close()
    library.catch_up()

    assert row_in(library, ids[0]) == replace(before, starred=True)


@pytest.fixture
def many() -> list[Imported]:
    chance = random.Random(2)
    articles = [new_article(f"مقال {number}", chance) for number in range(LATER)]
    return [
        Imported(article=replace(article, address=f"https://example.org/{number}"))
        for number, article in enumerate(articles)
    ]


@pytest.fixture
def library(places) -> Iterator[Library]:
    library = Library(places, lambda call: call())
    yield library
    library.close()


def test_who_asks_the_list_right_after_many_were_added_finds_all_of_them(library, many):
    added = library.add(many)

    assert library.count(Query()) == LATER
    assert {row.id for row in library.rows(Query(), limit=-1)} == {each.id for each in added}


def test_many_that_are_not_listed_yet_are_known_again(library, many):
    first = library.add(many)
    retold = [Imported(article=_retold(each.article)) for each in many]
    again = library.add(retold)

    assert [(each.status, each.id) for each in again] == [("duplicate", each.id) for each in first]


def test_what_is_done_to_one_of_many_before_they_are_listed_is_in_the_list(library, many):
    name = library.add(many)[LATER // 2].id
    library.set_starred([name], starred=True)

    assert [row.id for row in library.rows(Query(starred=True))] == [name]
    assert library.count(Query()) == LATER


def test_few_that_come_while_many_wait_are_listed_with_them(library, many):
    library.add(many[1:])
    library.add(many[:1])

    assert library.count(Query()) == LATER


def test_many_are_listed_when_the_library_is_closed(places, many):
    library = Library(places, lambda call: call())
    library.add(many)
    library.flush()
    library.close()

    assert Catalogue(places.catalogue).count(Query()) == LATER


def test_many_that_were_saved_and_not_listed_are_listed_by_the_next_start(places, library, many):
    library.add(many)
    library.flush()
    assert Catalogue(places.catalogue).count(Query()) == 0
    after = Library(places, lambda call: call())
    after.catch_up()

    assert after.count(Query()) == LATER
    after.close()


def test_what_the_follower_listed_first_is_as_its_files_say_in_the_end(places, library, many):
    name = library.add(many)[0].id
    library.flush()
    other = Library(places, lambda call: call())
    other.catch_up()
    other.set_starred([name], starred=True)
    other.flush()
    other.close()
    library.catch_up()
    assert library.count(Query()) == LATER
    library.catch_up()

    assert [row.id for row in library.rows(Query(starred=True))] == [name]


def _retold(article: Article) -> Article:
    """Return an article with another text, of the same title and address."""
    return replace(article, blocks=article.blocks[:-1])
