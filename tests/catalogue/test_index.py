import shutil
from pathlib import Path

import pytest

from reader.catalogue.index import Index

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


def test_what_stays_in_the_log_is_taken_in_by_another_connection(path):
    changing, tidying = Index(path, SCHEMA, 1), Index(path, SCHEMA, 1)
    changing.leave_log()
    tidying.take_log_in()
    changing.do(lambda index: index.execute("insert into words values (?)", ("كلمة",)))
    assert words_without_the_log(path) == []

    tidying.take_log_in()
    assert words_without_the_log(path) == ["كلمة"]
    changing.close()
    tidying.close()
