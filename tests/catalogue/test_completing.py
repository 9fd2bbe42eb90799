import pytest

from reader.catalogue.asked import Field, understood
from reader.catalogue.completing import finished, unfinished


@pytest.mark.parametrize(
    ("typed", "field", "beginning"),
    [
        ("شخص:سل", Field.PEOPLE, "سل"),
        ("ميناء person:Sal", Field.PEOPLE, "Sal"),
        ("-وسم:", Field.TAGS, ""),
        ("مكان：القا", Field.PLACES, "القا"),
        ('source:"The Har', Field.SOURCE, "The Har"),
        ("جهة:«اتحاد ال", Field.ORGANISATIONS, "اتحاد ال"),
    ],
)
def test_a_value_is_completed_behind_the_fields_whose_values_are_known(typed, field, beginning):
    part = unfinished(typed, len(typed))
    assert part is not None
    assert (part.field, part.beginning) == (field, beginning)


@pytest.mark.parametrize("typed", ["سلمى", "شخص:سلمى ", "عنوان:با", "12:3", "قبل:202", "شخص:«سلمى» "])
def test_nothing_else_is_completed(typed):
    assert unfinished(typed, len(typed)) is None


def test_the_chosen_value_takes_the_place_of_what_was_typed_and_means_the_same():
    typed = "بحر شخص:سل ميناء"
    part = unfinished(typed, typed.index(" ميناء"))
    written, cursor = finished(typed, part, "سلمى النجّار")
    assert written == "بحر شخص:«سلمى النجّار» ميناء"
    assert written[cursor:] == "ميناء"
    assert [(term.where, term.words) for term in understood(written).terms][1] == (Field.PEOPLE, "سلمى النجّار")


def test_quotation_marks_in_a_name_do_not_end_it():
    part = unfinished("مصدر:مج", 7)
    assert finished("مصدر:مج", part, "مجلّة «النخيل»")[0] == "مصدر:«مجلّة النخيل» "
