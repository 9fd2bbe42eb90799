import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.entities.entity import Entity, Kind, Mention
from reader.gui.panes.entities.model import EntitiesModel
from reader.gui.panes.entities.pane import EntitiesPane
from reader.gui.panes.entities.rows import Head, More, Named, rows_of
from reader.gui.theme import load_theme
from reader.settings import Settings
from reader.text.direction import Direction
from reader.text.spans import Span

EVERYTHING = frozenset(Kind)


def entity(name: str, kind: Kind = Kind.PERSON, *starts: int, role: str = "") -> Entity:
    mentions = tuple(Mention(Span(start, start + len(name)), kind, name) for start in starts or (0,))
    return Entity(key=f"{kind}:{name}", kind=kind, name=name, mentions=mentions, role=role)


PEOPLE = (entity("سلمى الطيّب", Kind.PERSON, 10, 50, 90, role="مديرة المكتبة"), entity("رامي حدّاد", Kind.PERSON, 30))
PLACES = (entity("تونس", Kind.PLACE, 5, 70),)
BODIES = (entity("اليونسكو", Kind.ORGANISATION, 60),)


@pytest.fixture
def pane(qtbot) -> EntitiesPane:
    pane = EntitiesPane(load_theme("paper"), Settings())
    qtbot.addWidget(pane)
    pane.resize(288, 600)
    pane.show()
    pane.show_entities((*PEOPLE, *PLACES, *BODIES), 100, Direction.RTL)
    return pane


def words(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_people_come_first_then_places_and_each_group_has_a_head():
    rows = rows_of((*PLACES, *PEOPLE), 100, EVERYTHING, ())

    assert [type(row) for row in rows] == [Head, Named, Named, Head, Named]
    assert [row.kind for row in rows if isinstance(row, Head)] == [Kind.PERSON, Kind.PLACE]


def test_six_of_a_group_are_shown_until_all_are_asked_for():
    many = [entity(f"اسم {number}") for number in range(9)]
    rows = rows_of(many, 100, EVERYTHING, ())

    assert len([row for row in rows if isinstance(row, Named)]) == 6
    assert rows[-1] == More(Kind.PERSON, 3)
    assert len(rows_of(many, 100, EVERYTHING, {Kind.PERSON})) == 10


def test_a_seventh_is_shown_rather_than_a_row_that_offers_it():
    rows = rows_of([entity(f"اسم {number}") for number in range(7)], 100, EVERYTHING, ())

    assert not any(isinstance(row, More) for row in rows)


def test_a_folded_group_is_its_head():
    assert rows_of(PEOPLE, 100, (), ()) == [Head(Kind.PERSON, 2, is_folded=True)]


def test_a_strip_says_where_in_the_article_someone_is_mentioned():
    (_, named, _) = rows_of(PEOPLE, 100, EVERYTHING, ())

    assert named.places == (0.1, 0.5, 0.9)


def test_the_model_keeps_qt_s_rules(qtbot):
    model = EntitiesModel(Settings())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show((*PEOPLE, *PLACES, *BODIES), 100)
    model.toggle(Kind.ORGANISATION)
    model.toggle(Kind.PERSON)
    model.show_all(Kind.PLACE)
    model.show((), 0)


def test_organisations_are_folded_at_first(pane):
    assert words(pane.view.model())[-1] == "Organisations"


def test_organisations_are_unfolded_where_there_is_nothing_else(pane):
    pane.show_entities(BODIES, 100, Direction.RTL)

    assert words(pane.view.model()) == ["Organisations", "اليونسكو"]


def click(qtbot, pane: EntitiesPane, name: str) -> None:
    index = pane.view.model().index(words(pane.view.model()).index(name), 0)
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=pane.view.visualRect(index).center())


def test_clicking_a_person_asks_for_one_mention_after_the_other_and_begins_again(qtbot, pane):
    asked = []
    pane.mention_requested.connect(lambda key, number: asked.append((key, number)))
    for _ in range(4):
        click(qtbot, pane, "سلمى الطيّب")

    assert asked == [("person:سلمى الطيّب", number) for number in (0, 1, 2, 0)]


def test_clicking_a_head_unfolds_its_group(qtbot, pane):
    click(qtbot, pane, "Organisations")

    assert words(pane.view.model())[-1] == "اليونسكو"


def test_the_keyboard_goes_through_people_and_their_mentions(qtbot, pane):
    asked = []
    pane.mention_requested.connect(lambda key, number: asked.append((key, number)))
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.view.model().index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_P):
        qtbot.keyClick(pane.view, key)

    assert [number for _, number in asked] == [0, 1, 0, 2]


def test_a_click_on_a_name_in_the_article_selects_it_here_even_in_a_folded_group(qtbot, pane):
    with qtbot.waitSignal(pane.entity_selected) as selected:
        pane.select_at(Span(61, 62))

    assert selected.args == ["organisation:اليونسكو"]
    assert pane.view.currentIndex().data() == "اليونسكو"


def test_a_row_tells_a_screen_reader_the_name_the_role_and_how_often(pane):
    spoken = pane.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "سلمى الطيّب" in spoken
    assert "مديرة المكتبة" in spoken
    assert "3" in spoken


@pytest.mark.parametrize("entities", [None, ()])
def test_a_sentence_says_that_nobody_was_found_or_is_still_looked_for(pane, entities):
    pane.view.clearFocus()
    pane.show_entities(entities, 100, Direction.RTL)

    assert not pane.view.isVisible()
    assert pane.findChild(type(pane._hint), "hint").text()


def test_after_a_merging_the_row_of_the_one_that_stays_is_current(pane):
    short, long = entity("ميناء", Kind.PLACE, 3), entity("الميناء القديم", Kind.PLACE, 40)
    others = (entity("صور", Kind.PLACE, 80, 90), entity("حيفا", Kind.PLACE, 95))
    pane.show_entities((*others, short, long), 200, Direction.RTL)
    pane.view.setCurrentIndex(pane.view.model().index(words(pane.view.model()).index("ميناء"), 0))
    merged = Entity(key=long.key, kind=Kind.PLACE, name=long.name, mentions=(*short.mentions, *long.mentions))
    pane.show_entities((merged, *others), 200, Direction.RTL, is_same=True)
    assert pane.view.currentIndex().data() == long.name


def test_the_keyboard_stays_in_the_list_while_names_are_looked_for_again(qtbot, pane):
    pane.view.setFocus()
    pane.show_entities(None, 100, Direction.RTL)
    assert pane.view.hasFocus()
    pane.show_entities(PEOPLE, 100, Direction.RTL)
    assert pane.view.hasFocus()


def test_a_name_that_was_added_is_chosen_once_it_is_found(qtbot, pane):
    many = [entity(f"اسم {number}", Kind.PERSON, number * 10) for number in range(9)]
    pane.show_entities(tuple(many[:8]), 100, Direction.RTL)
    pane.select_soon(many[8].mentions[0].span)
    with qtbot.waitSignal(pane.entity_selected) as selected:
        pane.show_entities(tuple(many), 100, Direction.RTL, is_same=True)
    assert selected.args == [many[8].key]
    assert pane.view.currentIndex().data() == many[8].name
