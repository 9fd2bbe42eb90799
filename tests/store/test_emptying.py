"""What was removed long ago."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from reader.articles.article import Block, BlockKind
from reader.catalogue.query import Query
from reader.catalogue.texts import TextIndex
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import emptying
from reader.store.checking import Checking, Trouble
from reader.store.disk import Disk, StrPath
from reader.store.emptying import brought_back
from reader.store.layout import Places
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.test_library_versions import TITLE, article


@pytest.fixture
def opened(places):
    """Open the library anew each time, as another start of the program would."""
    made = []

    def make() -> Library:
        if made:
            made[-1].flush()
            made[-1].close()
        made.append(Library(places, post=lambda call: call()))
        return made[-1]

    yield make
    made[-1].flush()
    made[-1].close()


@pytest.fixture
def later(monkeypatch):
    """Let the time be so many days from now."""

    def pass_by(days: int) -> None:
        moment = datetime.fromtimestamp(datetime.now(UTC).timestamp() + 86400 * days, UTC)
        monkeypatch.setattr(emptying, "now_utc", lambda: moment)

    return pass_by


@pytest.fixture
def removed(opened) -> tuple[str, str, str]:
    """An article with a highlight that stays and one that was removed."""
    library = opened()
    name = library.add([Imported(article=article("العودة إلى الميناء"))])[0].id
    kept = library.highlighting.add(name, Span(0, 6), "blue", "باقية").id
    gone = library.highlighting.add(name, Span(7, 10), "green", "ملاحظة حُذفت").id
    library.highlighting.remove([gone])
    return name, kept, gone


def test_what_was_removed_stays_in_the_trash_for_thirty_days(opened, removed, later):
    *_, gone = removed
    later(29)
    library = opened()
    assert library.annotating.empty_trash() == 0
    library.highlighting.restore([gone])
    assert library.highlighting.find(gone).note == "ملاحظة حُذفت"


def test_after_that_only_that_it_was_removed_stays(opened, places, removed, later):
    name, kept, gone = removed
    later(31)
    assert opened().annotating.empty_trash() == 1
    library = opened()

    text = places.records("marks", name).read_text(encoding="utf-8")
    assert "حُذفت" not in text
    assert gone in text
    assert [placed.highlight.id for placed in library.highlighting.of(name)] == [kept]
    assert library.annotating.empty_trash() == 0
    assert library.lasting.check().problems == []


def test_what_another_device_brings_back_comes_with_all_it_holds(opened, removed, later, tmp_path):
    name, _, gone = removed
    opened().flush()
    elsewhere = Library(
        Places(tmp_path / "library", tmp_path / "other state", tmp_path / "other cache"), post=lambda call: call()
    )
    assert elsewhere.highlighting.find(gone).note == "ملاحظة حُذفت"  # it is in that one's memory
    later(31)
    assert opened().annotating.empty_trash() == 1
    elsewhere.highlighting.restore([gone])
    elsewhere.flush()
    elsewhere.close()

    assert [placed.highlight.note for placed in opened().highlighting.of(name)] == ["باقية", "ملاحظة حُذفت"]


def test_an_article_in_memory_waits_for_another_day(opened, removed, later):
    name, *_ = removed
    later(31)
    library = opened()
    library.highlighting.of(name)
    assert library.annotating.empty_trash(library.annotating.in_memory()) == 0


@pytest.fixture
def trashed(opened) -> str:
    """An article in the trash."""
    library = opened()
    name = library.add([Imported(article=article())])[0].id
    library.delete([name])
    return name


def test_an_article_stays_in_the_trash_for_thirty_days(opened, trashed, later):
    opened().flush()
    later(29)
    library = opened()
    assert library.lasting.empty_trash() == 0
    library.restore([trashed])
    assert library.article(trashed).title == TITLE


def test_after_that_only_the_articles_text_goes(opened, places, trashed, later):
    opened().flush()
    later(31)
    library = opened()
    assert library.lasting.empty_trash() == 1
    assert library.versions(trashed) == []
    assert library.state(trashed).trashed
    assert library.count(Query(trashed=True)) == 0
    assert library.lasting.empty_trash() == 0
    assert library.lasting.check().problems == []

    places.catalogue.unlink()
    library = opened()
    library.catch_up()
    assert library.count(Query(trashed=True)) == 0
    assert library.versions(trashed) == []


def test_the_words_of_an_article_go_with_its_text(opened, places, trashed, later):
    searching = opened().searching()
    assert searching.fill() == 1
    later(31)
    assert opened().lasting.empty_trash() == 1
    searching.fill()
    searching.close()
    index = TextIndex(places.words, places.catalogue, places.names)
    assert index.version(trashed) == ""
    index.close()


def test_an_article_that_another_device_restored_meanwhile_has_its_text_again(opened, places, trashed, later, tmp_path):
    opened().flush()
    elsewhere = Library(
        Places(tmp_path / "library", tmp_path / "other state", tmp_path / "other cache"), post=lambda call: call()
    )
    assert elsewhere.state(trashed).trashed  # it is in that one's memory
    later(31)
    assert opened().lasting.empty_trash() == 1
    elsewhere.restore([trashed])
    elsewhere.flush()
    elsewhere.close()

    library = opened()
    library.catch_up()
    assert [row.title for row in library.rows(Query())] == [TITLE]
    assert library.article(trashed).title == TITLE
    assert library.lasting.check().problems == []
    assert list(places.set_aside.rglob("*.json")) == []


def test_an_article_that_is_added_again_has_its_text_again(opened, trashed, later):
    later(31)
    assert opened().lasting.empty_trash() == 1
    library = opened()
    library.add([Imported(article=article())])
    assert not library.state(trashed).trashed
    assert library.article(trashed).title == TITLE


def test_a_text_that_was_put_aside_goes_after_as_long_again(opened, places, trashed, later):
    later(31)
    assert opened().lasting.empty_trash() == 1
    assert len(list(places.set_aside.rglob("*.json"))) == 1
    later(61)
    assert opened().lasting.empty_trash() == 0
    assert list(places.set_aside.rglob("*.json")) == []


ORIGINAL, PICTURE, SHARED = b"original", b"picture", b"picture of both"


def illustrated(title: str, *images: bytes) -> Imported:
    """An article with pictures, as an importer gives it."""
    text = article(title=title)
    blocks = [
        Block(id=f"i{number}", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image=sha256(image).hexdigest())
        for number, image in enumerate(images)
    ]
    return Imported(article=replace(text, blocks=(*text.blocks, *blocks)), original=ORIGINAL, images=images)


def contents(folder) -> set[bytes]:
    """What originals and pictures lie in a library, or aside."""
    paths = [path for kind in ("originals", "images") for path in folder.glob(f"{kind}/??/*")]
    return {path.read_bytes() for path in paths}


@pytest.fixture
def both(opened) -> tuple[str, str]:
    """Two articles of one original with a picture in common; the first is in the trash."""
    library = opened()
    added = library.add([illustrated("الأوّل", PICTURE, SHARED), illustrated("الثاني", SHARED)], keep_both=True)
    first, second = (each.id for each in added)
    library.delete([first])
    library.flush()
    return first, second


def test_pictures_and_originals_go_with_the_last_text_that_names_them(opened, places, both, later):
    later(31)
    assert opened().lasting.empty_trash() == 1
    assert contents(places.library) == {ORIGINAL, SHARED}
    assert contents(places.set_aside / "unused") == {PICTURE}

    opened().delete([both[1]])
    later(32)
    assert opened().lasting.empty_trash() == 1
    assert contents(places.library) == set()
    assert contents(places.set_aside / "unused") == {ORIGINAL, PICTURE, SHARED}
    later(61)
    opened().lasting.empty_trash()
    assert contents(places.set_aside / "unused") == set()
    assert opened().lasting.check().problems == []


def test_pictures_and_originals_go_too_where_the_program_was_not_started_for_long(opened, places, both, later):
    opened().delete([both[1]])
    later(100)
    assert opened().lasting.empty_trash() == 2
    assert contents(places.library) == set()
    assert contents(places.set_aside / "unused") == set()


def test_pictures_and_originals_come_back_with_an_article_that_was_restored_elsewhere(opened, places, both, later):
    library = opened()
    library.delete([both[1]])
    library.flush()
    later(31)
    assert opened().lasting.empty_trash() == 2
    assert contents(places.library) == set()
    library = opened()
    library.restore([both[0]])
    assert library.article(both[0])

    assert contents(places.library) == {ORIGINAL, PICTURE, SHARED}
    assert library.lasting.check().problems == []


def test_a_text_that_comes_back_never_lacks_what_it_names(opened, places, both, later):
    later(31)
    assert opened().lasting.empty_trash() == 1
    opened().flush()

    class Killed(BaseException):
        """What ends a process; nothing catches it."""

    class Ending(Disk):
        def __init__(self, calls: int) -> None:
            self.calls_left = calls

        def replace(self, source: StrPath, target: StrPath) -> None:
            self._count()
            super().replace(source, target)

        def remove(self, path: StrPath) -> None:
            self._count()
            super().remove(path)

        def _count(self) -> None:
            self.calls_left -= 1
            if self.calls_left < 0:
                raise Killed

    for calls in range(100):
        try:
            brought_back(places, Ending(calls), both[0])
        except Killed:
            assert Checking(places).run().problems == []
        else:
            break
    assert calls > 2
    assert contents(places.library) == {ORIGINAL, PICTURE, SHARED}


def test_a_picture_that_an_article_from_another_device_names_comes_back_when_it_is_shown(opened, places, both, later):
    later(31)
    opened().lasting.empty_trash()
    arriving = opened()
    text = illustrated("من الجهاز الآخر", PICTURE).article
    name = arriving.add([Imported(article=text)])[0].id
    arriving.flush()

    assert [each.trouble for each in arriving.lasting.check().problems] == [Trouble.IMAGE_MISSING]
    assert arriving.image(sha256(PICTURE).hexdigest()).read_bytes() == PICTURE
    assert arriving.lasting.check().problems == []
    assert arriving.article(name).title == "من الجهاز الآخر"


def test_a_check_brings_back_what_lies_aside_and_is_named(opened, both, later):
    later(31)
    opened().lasting.empty_trash()
    library = opened()
    library.add([Imported(article=illustrated("من الجهاز الآخر", PICTURE).article)])
    library.flush()

    _, checked = library.lasting.repair()
    assert [each.is_repaired for each in checked] == [True]


def test_nothing_is_put_aside_while_a_text_is_not_whole(opened, places, both, later):
    arriving = places.texts(both[1]) / f"{'0' * 32}.json"
    arriving.write_bytes(b'{"format": 1, "blocks": [')
    later(31)
    assert opened().lasting.empty_trash() == 1
    assert contents(places.library) == {ORIGINAL, PICTURE, SHARED}
    arriving.unlink()
