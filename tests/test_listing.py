"""Many articles are read in processes of their own, and come out as one by one."""

import errno
import multiprocessing
import random

import pytest

from reader.catalogue.query import Query
from reader.intake.imported import Imported
from reader.library import Library
from reader.listing import read_entries, read_in_processes
from reader.store.disk import Disk, StrPath
from reader.store.layout import Places
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


def test_a_reading_that_is_given_up_leaves_no_process(places, ids):
    answers = read_in_processes(places, [[name] for name in ids])
    next(answers)
    answers.close()

    assert multiprocessing.active_children() == []
