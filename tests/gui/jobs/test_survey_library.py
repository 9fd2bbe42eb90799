import pytest

from reader.catalogue.names import Names
from reader.gui.jobs.survey_library import SurveyLibrary
from tests.gui.conftest import article

TEXTS = (
    "زار الرئيس الفرنسي إيمانويل ماكرون القاهرة أمس.",
    "وصل وفد تجاري إلى بيروت، ثم عاد إلى القاهرة.",
)


@pytest.fixture
def survey(library):
    made = SurveyLibrary(library, idle_ms=0)
    yield made
    made.close()


def add(library, number: int = 0) -> None:
    library.add([article(f"{number}: {text[:12]}", [text]) for text in TEXTS])
    library.flush()


def places_of(library, places) -> list[str]:
    names = Names(places.names)
    found = [place.name for place in names.places()]
    names.close()
    return found


def test_all_articles_are_looked_through_when_nothing_else_is_going_on(library, survey, places, qtbot):
    add(library)
    with qtbot.waitSignal(survey.ended, timeout=60_000):
        survey.begin_soon()
    assert not survey.is_running
    assert set(places_of(library, places)) >= {"القاهرة", "بيروت"}


def test_what_comes_meanwhile_is_looked_through_afterwards(library, survey, places, qtbot):
    add(library)
    ended = []
    survey.ended.connect(lambda: ended.append(survey.is_running))
    survey.begin()
    add(library, 1)
    survey.begin()
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=60_000)
    names = Names(places.names)
    assert names.surveyed().keys() == set(library.ids())
    names.close()


def test_one_that_the_reader_stopped_begins_again_only_when_asked(library, survey, qtbot):
    add(library)
    with qtbot.waitSignal(survey.ended, timeout=60_000):
        survey.begin()
        survey.stop()
    assert survey.is_stopped
    survey.begin_soon()
    assert not survey._idle.isActive()
    with qtbot.waitSignal(survey.ended, timeout=60_000):
        survey.begin()
    assert not survey.is_stopped


def test_closing_leaves_no_process_behind(library, survey):
    add(library)
    survey.begin()
    survey.close()  # the tests' own watch looks for processes that are left


def test_long_work_is_told_of_and_short_work_is_not(library, survey, qtbot):
    add(library)
    survey._clock.start()
    with qtbot.assertNotEmitted(survey.progressed):
        survey._report((1, 2))
    qtbot.waitUntil(lambda: survey._clock.elapsed() > 500)
    with qtbot.waitSignal(survey.progressed) as told:
        survey._report((1, 2))
    assert told.args == [1, 2]
