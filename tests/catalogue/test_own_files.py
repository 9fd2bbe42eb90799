import pytest

from reader.catalogue.files_seen import FileStamp
from reader.catalogue.own_files import OwnFiles

FIRST, SECOND, THIRD = FileStamp(1, 10), FileStamp(2, 20), FileStamp(3, 30)


@pytest.fixture
def own() -> OwnFiles:
    return OwnFiles()


@pytest.mark.parametrize("is_listed_first", [True, False])
def test_a_file_is_known_once_it_is_written_and_its_article_listed(own, is_listed_first):
    if is_listed_first:
        own.listed(["one"])
    own.made({"one": FIRST})
    assert own.among({"one": FIRST}) == ({"one": FIRST} if is_listed_first else {})
    own.listed(["one"])

    assert own.among({"one": FIRST, "two": SECOND}) == {"one": FIRST}


def test_a_file_that_looks_otherwise_is_anothers(own):
    own.listed(["one"])
    own.made({"one": FIRST})

    assert own.among({"one": SECOND}) == {}


def test_an_article_that_is_listed_anew_is_as_any_other(own):
    own.listed(["one", "two"])
    own.made({"one": FIRST, "two": SECOND})
    own.forget(["one", "three"])

    assert own.among({"one": FIRST, "two": SECOND}) == {"two": SECOND}


def test_what_nobody_looks_for_does_not_pile_up():
    own = OwnFiles(most=2)
    for name, stamp in (("one", FIRST), ("two", SECOND), ("three", THIRD)):
        own.listed([name])
        own.made({name: stamp})

    assert own.among({"one": FIRST, "two": SECOND, "three": THIRD}) == {}
