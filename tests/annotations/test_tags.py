import pytest

from reader.annotations.tags import retagged, tags_in


@pytest.mark.parametrize(
    ("note", "tags"),
    [
        ("عن #الماء و#الهواء.", ("الماء", "الهواء")),
        ("#مهمّ، #مهمّ", ("مهمّ",)),
        ("see #to-check, then #b2b_x", ("to-check", "b2b_x")),
        ("رقم #3 و https://example.org/#قسم", ()),
        ("كلمة#ليست وسمًا ولا # هذه", ()),
        ("(#بين_قوسين) #مُهِمٌّ", ("بين_قوسين", "مُهِمٌّ")),
    ],
)
def test_tags_are_words_behind_a_number_sign(note: str, tags: tuple[str, ...]):
    assert tags_in(note) == tags


def test_tags_that_the_note_did_not_name_stay():
    assert retagged(("أ", "ب"), "عن #أ", "عن #ت") == ("ب", "ت")
