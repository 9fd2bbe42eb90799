"""What was removed long ago."""

from datetime import UTC, datetime

import pytest

from reader.catalogue.query import Query
from reader.catalogue.texts import TextIndex
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import emptying
from reader.store.layout import Places
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
    kept = library.add_highlight(name, Span(0, 6), "blue", "باقية").id
    gone = library.add_highlight(name, Span(7, 10), "green", "ملاحظة حُذفت").id
    library.remove_highlights([gone])
    return name, kept, gone


def test_what_was_removed_stays_in_the_trash_for_thirty_days(opened, removed, later):
    *_, gone = removed
    later(29)
    library = opened()
    assert library.annotating.empty_trash() == 0
    library.restore_highlights([gone])
    assert library.highlight(gone).note == "ملاحظة حُذفت"


def test_after_that_only_that_it_was_removed_stays(opened, places, removed, later):
    name, kept, gone = removed
    later(31)
    assert opened().annotating.empty_trash() == 1
    library = opened()

    text = places.records("marks", name).read_text(encoding="utf-8")
    assert "حُذفت" not in text
    assert gone in text
    assert [placed.highlight.id for placed in library.highlights(name)] == [kept]
    assert library.annotating.empty_trash() == 0
    assert library.lasting.check().problems == []


def test_what_another_device_brings_back_comes_with_all_it_holds(opened, removed, later, tmp_path):
    name, _, gone = removed
    opened().flush()
    elsewhere = Library(
        Places(tmp_path / "library", tmp_path / "other state", tmp_path / "other cache"), post=lambda call: call()
    )
    assert elsewhere.highlight(gone).note == "ملاحظة حُذفت"  # it is in that one's memory
    later(31)
    assert opened().annotating.empty_trash() == 1
    elsewhere.restore_highlights([gone])
    elsewhere.flush()
    elsewhere.close()

    assert [placed.highlight.note for placed in opened().highlights(name)] == ["باقية", "ملاحظة حُذفت"]


def test_an_article_in_memory_waits_for_another_day(opened, removed, later):
    name, *_ = removed
    later(31)
    library = opened()
    library.highlights(name)
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
