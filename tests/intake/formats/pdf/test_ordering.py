import pytest

from reader.intake.formats.pdf.ordering import logical, with_brackets_set_right


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ةرانملا تداع", "عادت المنارة"),
        ("Open Folio جمانرب", "برنامج Open Folio"),
        ("2013 ماع يف", "في عام 2013"),
        ("ةئاملاب 3.5 ةدايزب", "بزيادة 3.5 بالمائة"),
        ("12/05/2025 موي", "يوم 12/05/2025"),
        ("3-4 زوفب", "بفوز 4-3"),
        ("١٤٣٤ ليربإ ١٤", "١٤ إبريل ١٤٣٤"),
        ("25%", "25%"),
        ("2025-05-12", "2025-05-12"),
        ("Covid-19 ءابو", "وباء Covid-19"),
    ],
)
def test_a_line_seen_from_left_to_right_is_read_from_right_to_left(seen, read):
    assert logical(list(seen), rtl=True) == read


def test_arabic_inside_english_is_turned_and_the_rest_is_not():
    assert logical(list("the words ماني ال ءوضلا, which"), rtl=False) == "the words الضوء لا ينام, which"


def test_a_number_behind_arabic_words_and_a_colon_is_read_behind_them():
    assert logical(list("Paid today: 12.50 :رعسلا EUR"), rtl=False) == "Paid today: السعر: 12.50 EUR"
    assert logical(list("In 2013 ةئم came"), rtl=False) == "In 2013 مئة came"


def test_a_line_that_was_laid_out_backwards_is_read_as_it_was_written():
    assert logical(list("عادت المنارة إلى المدينة"), rtl=True) == "عادت المنارة إلى المدينة"


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("قال )ضاحكًا( ومضى", "قال (ضاحكًا) ومضى"),
        ("هاتفه )واسمه X 2) لا", "هاتفه (واسمه X 2) لا"),
        ("»نصّ« و«آخر»", "«نصّ» و«آخر»"),
        ("(أ (ب) ج)", "(أ (ب) ج)"),
        ("1) أولًا", "1) أولًا"),
    ],
)
def test_brackets_face_each_other(drawn, meant):
    assert with_brackets_set_right(drawn) == meant
