import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.catalogue.query import Query, Sort
from reader.gui.panes.articles.model import ABOVE, FIRST_PAGE, PASSAGE_ROLE, ROW_ROLE, ArticlesModel
from reader.gui.widgets.paged_model import PAGE
from reader.searching import FoundArticle, FoundPassage
from reader.text.spans import Span
from tests.gui.conftest import article


@pytest.fixture
def model(library, formatter):
    model = ArticlesModel(library, formatter)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)  # it would fetch inside a reset, which no view does
    yield model
    tester.deleteLater()


def add(library, *titles, **more):
    return [addition.id for addition in library.add([article(title, **more) for title in titles])]


def titles(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_list_shows_what_the_library_has_newest_first(model, library):
    add(library, "الأول")
    add(library, "الثاني")
    model.load()
    assert titles(model) == ["الثاني", "الأول"]
    assert model.total == 2


def test_a_long_list_is_fetched_a_page_at_a_time(qtbot, model, library):
    everything = FIRST_PAGE + PAGE + 30
    add(library, *(f"مقال {number}" for number in range(everything)))
    model.load()
    assert model.total == everything
    for loaded in (FIRST_PAGE, FIRST_PAGE + PAGE, everything):
        assert model.rowCount() == loaded
        assert model.canFetchMore(QModelIndex()) is (loaded < everything)
        model.fetchMore(QModelIndex())
    assert len(set(titles(model))) == everything


def test_a_new_article_comes_in_without_a_reset(qtbot, model, library):
    add(library, "الأول", "الثاني")
    model.load()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        add(library, "الثالث")
        model.refresh()
    assert titles(model)[0] == "الثالث"


def test_articles_that_stand_together_come_and_go_together(model, library):
    add(library, "الأول", "الثاني")
    model.load()
    moves = []
    for moved in (model.rowsInserted, model.rowsRemoved):
        moved.connect(lambda _, start, end: moves.append((start, end)))
    add(library, "الثالث", "الرابع", "الخامس")
    model.refresh()
    assert moves == [(0, 2)]

    everything = [model.article_at(at) for at in range(5)]
    library.delete([everything[0], *everything[2:4]])
    model.refresh()
    assert moves[1:] == [(2, 3), (0, 0)]
    assert [model.article_at(at) for at in range(2)] == [everything[1], everything[4]]


def test_a_deleted_article_goes_without_a_reset(qtbot, model, library):
    ids = add(library, "الأول", "الثاني", "الثالث")
    model.load()
    library.delete([ids[1]])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsRemoved):
        model.refresh()
    assert sorted(titles(model)) == ["الأول", "الثالث"]
    library.undo()
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh()
    assert len(titles(model)) == 3


def test_what_changes_while_the_list_is_refreshed_is_taken_over_afterwards(model, library):
    """As a window does that opens the next article when the open one goes: being opened is a change too."""
    ids = add(library, *(f"مقال {number}" for number in range(6)))
    model.load()
    library.on_change(lambda _: model.refresh())

    def delete_next() -> None:
        if model.rowCount() > 1:
            library.delete([model.article_at(0)])

    model.rowsRemoved.connect(delete_next)
    library.delete(ids[1:3])

    assert titles(model) == [row.title for row in library.rows(Query())]
    assert model.total == model.rowCount() == 1


def test_a_changed_article_stays_where_it_is(qtbot, model, library):
    ids = add(library, "الأول", "الثاني")
    model.load()
    library.set_starred([ids[0]], starred=True)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh()
    assert changed.args[0].row() == model.row_of(ids[0])
    assert changed.args[0].data(ROW_ROLE).starred


def test_what_changes_no_row_is_counted_once_the_frame_stands(qtbot, model, library):
    add(library, *(f"مقال {number}" for number in range(FIRST_PAGE + 5)))
    model.load()
    oldest = library.rows(model.query, FIRST_PAGE + 4, 1)[0].id
    library.delete([oldest])
    with qtbot.waitSignal(model.counted) as counted:
        with qtbot.assertNotEmitted(model.counted):
            model.refresh()
        assert model.rowCount() == FIRST_PAGE
    assert counted.args == [FIRST_PAGE + 4]
    assert model.total == FIRST_PAGE + 4


def test_another_order_is_a_new_list(model, library):
    add(library, "ب")
    add(library, "أ")
    add(library, "ت")
    model.load()
    model.show(Query(sort=Sort.TITLE, descending=False))
    assert titles(model) == ["أ", "ب", "ت"]


def test_an_order_that_changed_under_the_list_is_taken_over(model, library):
    ids = add(library, "أ", "ب", "ت")
    model.show(Query(sort=Sort.OPENED))
    library.note_position(ids[1], 3)
    model.refresh()
    assert model.article_at(0) == ids[1]


def test_what_a_search_found_is_shown_with_an_excerpt_and_the_list_comes_back(qtbot, model, library):
    add(library, "الميناء القديم", "أسعار القمح")
    model.load()
    wheat = next(row for row in library.rows(Query()) if row.title == "أسعار القمح")
    passage = FoundPassage("ثم جاء القمح", Span(20, 25), (Span(7, 12),))
    model.show_found("قمح", [FoundArticle(wheat, (passage,))])
    with qtbot.waitSignal(model.counted) as counted:
        model.count_found(1)
    assert counted.args == [1]
    assert titles(model) == ["أسعار القمح"]
    assert model.index(0).data(PASSAGE_ROLE) == passage
    with qtbot.waitSignal(model.search_wanted):
        model.refresh()
    model.end_search()
    assert model.rowCount() == 2
    assert model.query == Query()


def test_more_of_what_was_found_is_asked_for_when_it_is_scrolled_to(qtbot, model, library):
    add(library, "الأول", "الثاني")
    rows = library.rows(Query())
    model.show_found("كلمة", [FoundArticle(rows[0])])
    model.count_found(2)
    with qtbot.waitSignal(model.more_wanted) as wanted:
        model.fetchMore(QModelIndex())
    assert wanted.args == [1]
    model.add_found([FoundArticle(rows[1])])
    assert model.rowCount() == 2
    assert not model.canFetchMore(QModelIndex())


def test_the_facts_of_a_row_are_only_those_that_are_known(model, library):
    add(library, "بلا شيء")
    add(library, "بمصدر", source="صحيفة الساحل", published="2024-03-05", paragraphs=["كلمة " * 300])
    model.load()
    known, bare = (model.facts(model.index(row).data(ROW_ROLE)) for row in (0, 1))
    assert known[:2] == ("صحيفة الساحل", "5 مارس 2024")
    assert len(known) == 3
    assert len(bare) == 1


def test_a_row_uses_the_digits_of_its_text(model, library):
    add(library, "ارتفع ٣٫٥٪", published="2024-03-05")
    model.load()
    assert model.facts(model.index(0).data(ROW_ROLE))[0] == "٥ مارس ٢٠٢٤"


def test_a_screen_reader_hears_all_that_a_row_shows(model, library):
    add(library, "العنوان", source="صحيفة الساحل")
    model.load()
    words = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "العنوان" in words
    assert "صحيفة الساحل" in words
    assert model._formatter.state(model.index(0).data(ROW_ROLE).reading) in words


@pytest.fixture
def many(model, library):
    """The ids of more articles than are fetched, in the list's order; only the first of them are there yet."""
    add(library, *(f"مقال {number}" for number in range(FIRST_PAGE + 2 * PAGE)))
    model.load()
    return [row.id for row in library.rows(Query(), 0, -1)]


def shown(model):
    return [model.article_at(row) for row in range(model.rowCount())]


def test_an_article_far_down_is_reached_without_all_the_rows_above_it(model, many):
    assert not model.reach(many[3])
    assert not model.reach("nowhere")
    assert shown(model) == many[:FIRST_PAGE]

    assert model.reach(many[300])
    assert model.is_cut
    assert shown(model) == many[300 - ABOVE : 300 + FIRST_PAGE]
    assert model.total == len(many)


def test_the_rows_above_come_a_page_at_a_time_until_the_top_is_reached(model, many):
    model.reach(many[300])
    model.fetch_above()
    assert shown(model) == many[300 - ABOVE - PAGE : 300 + FIRST_PAGE]
    model.fetch_above()
    assert not model.is_cut
    model.fetch_above()
    assert shown(model) == many[: 300 + FIRST_PAGE]
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert shown(model) == many


def test_the_end_of_a_list_that_was_reached_from_within_is_an_end(model, many):
    model.reach(many[-1])
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert shown(model) == many[-ABOVE - 1 :]
    assert model.total == len(many)


def test_the_neighbour_above_is_fetched_when_it_is_not_there(model, many):
    model.reach(many[300])
    first = model.article_at(0)
    assert model.neighbour(first, -1) == many[many.index(first) - 1]
    assert model.neighbour(many[0], -1) == ""


def test_a_part_of_the_list_stays_where_it_is_while_articles_come_and_go_above_it(qtbot, model, library, many):
    model.reach(many[300])
    before = shown(model)
    library.delete([many[0], before[0], before[5]])
    add(library, "جديد")
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh()
    left = [each for each in before[1:] if each != before[5]]
    assert shown(model)[: len(left)] == left


def test_where_all_of_a_part_went_the_list_is_shown_from_its_top(model, library, many):
    model.reach(many[-1])
    library.delete(many[-ABOVE - 1 :])
    model.refresh()
    assert not model.is_cut
    assert shown(model) == many[:FIRST_PAGE]


def test_what_a_search_found_is_left_as_it_is(model, library, many):
    model.show_found("مقال", [FoundArticle(library.rows(Query(), 0, 1)[0])])
    assert not model.reach(many[300])
    assert model.rowCount() == 1
