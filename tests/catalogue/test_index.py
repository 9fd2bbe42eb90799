import shutil
from pathlib import Path
from threading import Barrier, Thread

import pytest

from reader.catalogue.index import Index
from reader.errors import ReaderError

SCHEMA = "create table words (word text);"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index.sqlite"


def words_without_the_log(path: Path) -> list[str]:
    """Return what stands in an index whose log is lost."""
    alone = path.with_name("alone.sqlite")
    shutil.copyfile(path, alone)
    index = Index(alone, SCHEMA, 1)
    found = [word for (word,) in index.ask("select word from words")]
    index.close()
    return found


def test_what_stays_in_the_log_is_taken_in_when_another_connection_changes_something(path, monkeypatch):
    monkeypatch.setattr("reader.catalogue.index._PAGES_OF_WAL", 1)
    changing, tidying = Index(path, SCHEMA, 1), Index(path, SCHEMA, 1)
    changing.leave_log()
    tidying.do(lambda index: index.execute("delete from words"))
    changing.do(lambda index: index.execute("insert into words values ('أول')"))
    assert words_without_the_log(path) == []

    tidying.do(lambda index: index.execute("insert into words values ('ثان')"))
    assert words_without_the_log(path) == ["أول", "ثان"]
    changing.close()
    tidying.close()


def test_those_who_open_a_new_index_at_once_all_get_it(tmp_path):
    """As the search and what reads for it do with the first word that is typed; SQLite itself tells one of a hundred
    that it is locked.
    """
    failed: list[ReaderError] = []

    def open_one(path: Path, start: Barrier) -> None:
        index = Index(path, SCHEMA, 1)
        start.wait()
        try:
            index.ask("select word from words")
        except ReaderError as error:
            failed.append(error)
        index.close()

    for number in range(30):
        start = Barrier(4)
        threads = [Thread(target=open_one, args=(tmp_path / f"{number}.sqlite", start)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failed
