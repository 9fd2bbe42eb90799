import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.catalogue.catalogue import Catalogue, Entry, conditions
from reader.catalogue.files_seen import FileStamp
from reader.catalogue.query import Query, Row, Sort
from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.text.direction import Direction
from reader.text.folding import sort_key


def entry(name: str, title: str = "عنوان", **values) -> Entry:
    own = {key: values.pop(key) for key in ("opened", "trashed", "own_source") if key in values}
    known = {
        "source": "", "published": "", "added": "", "reading": Reading.UNREAD, "starred": False, "archived": False,
        "words": 0, "language": "ar", "direction": Direction.RTL, "tags": (), "highlights": 0,
    }  # fmt: skip
    row = Row(**{**known, "id": name, "title": title, **values})
    return Entry(row=row, title_key=sort_key(title), **own)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "catalogue.sqlite"


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(path)
    yield catalogue
    catalogue.close()


def ids(catalogue: Catalogue, **query) -> list[str]:
    return [row.id for row in catalogue.rows(Query(**query), 0, 100)]


def test_an_entry_reads_back_as_it_was_put(catalogue):
    put = entry(
        "a", source="صحيفة", published="2026-03", added="2026", reading=Reading.READ, starred=True, archived=True,
        words=7, tags=("أدب", "a/b:c"), highlights=3, digits="arabic", opened="2026-04", trashed=True,
        own_source="أخرى",
    )  # fmt: skip
    catalogue.put([put])

    assert catalogue.entry("a") == put
    assert catalogue.entry("b") is None


def test_putting_an_article_again_replaces_what_was_known_of_it(catalogue):
    catalogue.put([entry("a", "قديم")])
    catalogue.put([entry("a", "جديد")])

    assert [row.title for row in catalogue.rows(Query(), 0, 10)] == ["جديد"]


def test_rows_are_filtered_by_each_part_of_a_query(catalogue):
    catalogue.put(
        [
            entry("a", reading=Reading.READ, starred=True),
            entry("b", "كتابٌ جميل", source="الميناء", archived=True),
            entry("c", trashed=True),
        ]
    )

    assert ids(catalogue, reading=Reading.READ) == ["a"]
    assert ids(catalogue, starred=True) == ["a"]
    assert ids(catalogue, archived=True) == ["b"]
    assert ids(catalogue, archived=False) == ["a"]
    assert ids(catalogue, trashed=True) == ["c"]
    assert ids(catalogue, words="كتاب الميناء") == ["b"]
    assert ids(catalogue, words="\udcff") == []
    assert catalogue.count(Query()) == 2


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("descending", [True, False])
def test_pages_in_every_order_together_hold_every_article_once(catalogue, sort, descending):
    catalogue.put([entry(f"{number:02}", added=str(number % 3), source=str(number % 2)) for number in range(25)])
    query = Query(sort=sort, descending=descending)
    pages = [row.id for offset in range(0, 25, 4) for row in catalogue.rows(query, offset, 4)]

    assert sorted(pages) == [f"{number:02}" for number in range(25)]


@pytest.mark.parametrize("sort", Sort)
def test_no_order_of_the_list_needs_sorting(catalogue, sort):
    catalogue.put([entry("a")])
    column = {"title": "title_key", "source": "source_key", "length": "words"}.get(sort, sort)
    plan = catalogue._index.ask(
        f"explain query plan select id from articles where trashed = 0 order by {column} desc, id desc limit 9"
    )

    assert not [step for *_, step in plan if "TEMP B-TREE" in step]


@pytest.mark.parametrize(
    "narrowed",
    [Query(starred=True), Query(archived=True), Query(marked=True), Query(source="صحيفة"), Query(tags=("أدب",))],
)
def test_no_filter_by_itself_looks_into_every_article(catalogue, narrowed):
    catalogue.put([entry("a", starred=True, archived=True, highlights=1, source="صحيفة", tags=("أدب",)), entry("b")])
    where, values = conditions(narrowed)
    plan = catalogue._index.ask(f"explain query plan select id from articles where {where} limit 9", values)
    assert not any("SCAN articles" in step or "USING INDEX articles" in step for *_, step in plan)
    assert ids(catalogue, **{name: getattr(narrowed, name) for name in Query.__slots__}) == ["a"]


def test_what_was_counted_and_found_holds_until_an_article_changes(catalogue, path):
    starred = Query(starred=True)
    catalogue.put([entry(name, added=name, starred=True) for name in "abc"])
    assert (catalogue.count(Query()), catalogue.count(starred)) == (3, 3)
    assert ids(catalogue, starred=True, descending=False) == ["a", "b", "c"]

    catalogue.put([entry("b", added="b")])
    with closing(Catalogue(path)) as another:
        another.put([entry("d", added="d", starred=True)])

    assert (catalogue.count(Query()), catalogue.count(starred)) == (4, 3)
    assert ids(catalogue, starred=True) == ["d", "c", "a"]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("descending", [False, True])
def test_a_part_of_the_list_comes_in_each_order_as_the_list_does(catalogue, sort, descending):
    chosen = {"tags": ("أدب",), "starred": True}
    catalogue.put([
        entry(
            f"{number:02}", f"عنوان {number * 7 % 10}", added=f"{number % 3}", published=f"{number % 4}",
            source=f"{number % 2}", words=number % 5, opened=f"{number * 3 % 7}", **(chosen if number % 3 else {}),
        )
        for number in range(20)
    ])  # fmt: skip
    order = {"sort": sort, "descending": descending}
    whole = [name for name in ids(catalogue, **order) if int(name) % 3]

    for narrowed in ({"tags": ("أدب",)}, {"starred": True}):
        query = Query(**narrowed, **order)
        pages = [catalogue.rows(query, offset, 4) for offset in range(0, 20, 4)]
        assert [row.id for page in pages for row in page] == whole


def test_half_a_surrogate_pair_in_a_title_does_not_keep_an_article_from_the_list(catalogue):
    catalogue.put([entry("a", "عنوان \ud800", tags=("\udcff",))])

    assert ids(catalogue) == ["a"]


def test_what_was_taken_in_of_a_folder_is_remembered(catalogue):
    catalogue.take_in([], [("marks", "ab", "one", FileStamp(1, 2)), ("marks", "ab", "two", FileStamp(3, 4))])
    catalogue.take_in([], [("marks", "ab", "one", FileStamp(5, 6))])
    catalogue.files.forget("marks", "ab", ["two"])
    catalogue.files.settled([("marks", "ab", 9)])

    assert catalogue.files.stamps("marks", "ab") == {"one": FileStamp(5, 6)}
    assert catalogue.files.stamps("states", "ab") == {}
    assert catalogue.files.times() == {("marks", "ab"): 9}


def test_articles_whose_state_was_never_seen_on_disk_are_known(catalogue):
    catalogue.put([entry("abcd"), entry("abce")])
    catalogue.take_in([], [("states", "ab", "abcd", FileStamp(1, 2))])

    assert catalogue.without_file() == ["abce"]


def test_a_catalogue_that_is_none_is_made_anew(path):
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000)
    catalogue = Catalogue(path)

    assert ids(catalogue) == []
    catalogue.close()


def test_a_catalogue_damaged_in_its_middle_is_made_anew_when_that_shows(path):
    catalogue = Catalogue(path)
    catalogue.put([entry(f"{number:04}") for number in range(2000)])
    catalogue.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    path.write_bytes(data)
    catalogue = Catalogue(path)

    assert ids(catalogue) == []
    catalogue.put([entry("a")])
    assert ids(catalogue) == ["a"]
    catalogue.close()


def test_a_catalogue_of_another_version_is_made_anew(catalogue, path):
    catalogue.put([entry("a")])
    catalogue._index.do(lambda connection: connection.execute("pragma user_version = 99"))
    catalogue.close()

    catalogue = Catalogue(path)
    assert ids(catalogue) == []
    catalogue.close()


def test_a_catalogue_thrown_away_while_it_is_open_is_made_anew(catalogue, path):
    catalogue.put([entry("a")])
    for file in path.parent.iterdir():
        file.unlink()
    catalogue.put([entry("b")])

    assert ids(catalogue) == ["b"]


def test_a_cache_that_is_no_folder_is_told(tmp_path):
    (tmp_path / "cache").write_bytes(b"")
    catalogue = Catalogue(tmp_path / "cache" / "catalogue.sqlite")
    with pytest.raises(ReaderError) as told:
        catalogue.rows(Query(), 0, 1)

    assert (told.value.key, told.value.values["file"]) == ("disk.failed", str(tmp_path / "cache" / "catalogue.sqlite"))


def test_many_may_open_a_new_catalogue_at_once(path):
    failed: list[Exception] = []

    def work(number: int) -> None:
        catalogue = Catalogue(path)
        try:
            for step in range(5):
                catalogue.put([entry(f"{number}-{step}")])
        except ReaderError as error:
            failed.append(error)
        finally:
            catalogue.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    catalogue = Catalogue(path)
    assert catalogue.count(Query()) == 30
    catalogue.close()


def test_the_list_can_be_gone_through_by_how_ids_begin(catalogue):
    catalogue.put([entry("aa1"), entry("aa2", trashed=True), entry("ab1"), entry("aaf")])
    assert sorted(catalogue.ids_beginning("aa")) == ["aa1", "aaf"]
    assert catalogue.ids_beginning("ac") == []


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(descending=False),
        Query(sort=Sort.TITLE),
        Query(sort=Sort.LENGTH, descending=False),
        Query(starred=True),
        Query(starred=True, sort=Sort.TITLE, descending=False),
    ],
)
def test_the_list_goes_on_from_any_place_in_it(catalogue, query):
    catalogue.put(
        [entry(f"{n:02}", f"عنوان {n % 7}", added=f"{n // 3}", words=n % 5, starred=n % 2) for n in range(40)]
    )
    everything = [row.id for row in catalogue.rows(query, 0, 100)]
    for at, article in enumerate(everything):
        place = catalogue.standing(query, article)
        assert [row.id for row in catalogue.rows(query, 0, 5, place)] == everything[at : at + 5]
        assert [row.id for row in catalogue.rows(query, 2, 5, place)] == everything[at + 2 : at + 7]
        above = catalogue.above(query, place, 4)
        assert above == (catalogue.standing(query, everything[at - 4]) if at > 4 or (at == 4 and above) else None)


def test_a_place_in_the_list_outlives_its_article_and_those_above_it(catalogue):
    catalogue.put([entry(f"{n:02}", added=f"{n:02}", starred=True) for n in range(10)])
    for query in (Query(), Query(starred=True)):
        place = catalogue.standing(query, "05")
        catalogue.put([entry("99", added="99", starred=True)])
        catalogue.put([entry("05", added="05", trashed=True, starred=True)])
        assert [row.id for row in catalogue.rows(query, 0, 2, place)] == ["04", "03"]
        assert catalogue.standing(query, "05") is None
        catalogue.put([entry("05", added="05", starred=True)])
        catalogue.remove(["99"])
