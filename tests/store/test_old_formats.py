"""Every format that was ever written opens, is read as it was meant, and is left as it lies until it is changed."""

import shutil
from pathlib import Path

import pytest

from reader.catalogue.query import Query
from reader.library import Library
from reader.store.checking import Checking
from reader.store.layout import Places
from reader.store.upgrades import FORMATS

LIBRARIES = Path(__file__).parents[1] / "data" / "libraries"
KEPT = sorted(LIBRARIES.glob("format-*"))


@pytest.fixture(params=KEPT, ids=lambda path: path.name)
def places(request, tmp_path) -> Places:
    shutil.copytree(request.param, tmp_path / "library")
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


def test_a_library_of_each_format_opens_with_all_that_is_in_it(places):
    before = {path: path.read_bytes() for path in places.library.rglob("*.json")}
    library = Library(places, lambda call: call())
    library.catch_up()
    (row,) = library.rows(Query(), 0, 10)
    (trashed,) = library.rows(Query(trashed=True), 0, 10)
    (placed,) = library.highlighting.of(row.id)
    library.flush()
    library.close()

    assert (row.title, row.starred, row.published) == ("عودة السفن إلى الميناء", True, "2024-05-06")
    assert trashed.title == "مكتبة على الشاطئ"
    assert (placed.highlight.note, placed.highlight.tags) == ("ملاحظة باقية", ("بحر",))
    assert Checking(places).run().problems == []
    assert {path: path.read_bytes() for path in places.library.rglob("*.json")} == before


def test_a_library_is_kept_of_every_format_there_was():
    assert len(KEPT) >= max(FORMATS.values())
