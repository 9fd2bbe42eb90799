import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.intake.decoding import decode

ARABIC = (
    "وصلت السفينة إلى ميناء صيدا قبل الفجر، وكان على متنها أربعون بحّارًا من الإسكندرية.\r\n"
    "وقال القبطان إنّ الرحلة استغرقت ستة أيام بسبب الرياح الشمالية؛ أمّا العودة فأسرع.\r\n"
)
PERSIAN = "کشتی پیش از سپیده‌دم به بندر رسید و ناخدا گفت که باد شمال سفر را شش روز به درازا کشاند."
HEBREW = "הספינה הגיעה אל הנמל לפני עלות השחר, ועל סיפונה היו ארבעים מלחים מחיפה ומעכו."
OF_ONE_BYTE = {
    "windows-1256": ARABIC,
    "iso-8859-6": ARABIC,
    "cp720": ARABIC.replace("ًا", "ا").replace("؛", ","),
    "mac-arabic": ARABIC.replace("،", "،\u0660\u0661 "),
    "windows-1255": HEBREW,
}


@pytest.mark.parametrize(("encoding", "text"), OF_ONE_BYTE.items())
def test_encodings_of_one_byte_a_letter_are_told_apart(encoding, text):
    data = text.encode(encoding.replace("-arabic", "_arabic"), "ignore")
    decoded = decode(data)
    assert decoded.text == data.decode(encoding.replace("-arabic", "_arabic"))
    assert (decoded.encoding, decoded.unreadable) == (encoding, 0)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "cp720", "windows-1255"])
@pytest.mark.parametrize("length", [30, 60, 200])
def test_few_bytes_are_enough(encoding, length):
    data = OF_ONE_BYTE[encoding].encode(encoding, "ignore")[:length]
    assert decode(data).text == data.decode(encoding)


def test_mac_arabic_whose_letters_stand_where_those_of_iso_8859_6_do_is_known_by_its_digits():
    assert decode("السفينة ١٢ في الميناء".encode("mac_arabic")).encoding == "mac-arabic"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [ARABIC, PERSIAN, HEBREW, "Only ASCII, in two lines.\nYes."])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding, text):
    assert decode(text.encode(encoding)).text == text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_whatever_is_utf_8_is_read_as_it_stands(text):
    decoded = decode(text.encode("utf-8"))
    assert (decoded.text, decoded.unreadable) == (text.removeprefix("\ufeff"), 0)


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1))
def test_bytes_give_a_text_or_a_message_and_nothing_else(data):
    try:
        told = bool(decode(data).encoding)
    except ReaderError as error:
        told = error.key in {"import.empty", "import.binary"}
    assert told


def test_utf_8_cut_in_the_middle_of_a_letter_loses_that_letter_only():
    data = ARABIC.strip().encode("utf-8")[:-2]
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.rstrip("\ufffd") == data.decode("utf-8", "ignore")


def test_broken_utf_8_keeps_what_is_readable_and_says_how_much_was_not():
    data = ARABIC.encode("utf-8").replace("صيدا".encode(), b"\xd8\xff\xfe")
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.unreadable == 3
    assert decoded.text.replace("\ufffd", "") == ARABIC.replace("صيدا", "")


def test_replacement_characters_that_were_in_the_file_are_not_counted():
    data = "كلمة \ufffd ضاعت من قبل ".encode() + b"\xff" + "ونصّ بعدها طويل".encode()
    assert decode(data).unreadable == 1


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1", "utf-8", "nonsense", "base64"])
def test_a_declaration_counts_only_as_far_as_the_bytes_agree(declared):
    page = f'<html><head><meta charset="{declared}"></head><body><p>{ARABIC}</p></body></html>'
    assert decode(page.encode("windows-1256")).text == page


def test_a_declaration_decides_between_encodings_that_fit_alike():
    page = '<?xml version="1.0" encoding="windows-1254"?><p>Güneşli bir gün, ağaç ve çiçek, İstanbul</p>'
    assert decode(page.encode("windows-1254")).text == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le café naïf à Noël : élève, forêt, cœur, garçon, où est-il passé cet été ?"),
        ("cp1252", "“A quotation” – nothing else… stands in it beyond ASCII"),
        ("cp1251", "Корабль вошёл в порт на рассвете, и капитан сказал, что путь занял шесть дней."),
        ("gb18030", "船在黎明前抵达港口，船长说这次航行用了六天时间，因为北风很大。"),
    ],
)
def test_other_scripts_are_read_too(encoding, text):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\0\0\0\0", b"\n"])
def test_nothing_is_told_as_empty(data):
    with pytest.raises(ReaderError) as raised:
        decode(data, "فارغ.txt")
    assert (raised.value.key, raised.value.values) == ("import.empty", {"file": "فارغ.txt"})


def test_binary_is_refused():
    with pytest.raises(ReaderError) as raised:
        decode(bytes(range(256)) * 8, "صورة.bin")
    assert (raised.value.key, raised.value.values) == ("import.binary", {"file": "صورة.bin"})


def test_nuls_behind_a_text_do_not_make_it_binary():
    data = ARABIC.encode("cp1256") + b"\0" * 4000
    assert decode(data).text == data.decode("cp1256")


def test_urdu_and_persian_are_read_too():
    urdu = "شہر کے ميئر نے بتايا کہ بندرگاہ کا پرانا مينار تيس سال بعد پھر روشن کيا جائے گا"
    persian = "فانوس دريايي کهنه دوباره روشن ميشود و شهردار گفت که چراغ پاک شده است"
    for text in (urdu, persian):
        data = text.encode("cp1256", "ignore")
        assert decode(data).text == data.decode("cp1256")


def test_a_stray_nul_does_not_make_a_text_binary():
    assert decode(ARABIC.encode("windows-1256") + b"\0").text == ARABIC + "\0"


def test_real_files_are_decoded_exactly_whole_and_cut(shared):
    wrong = []
    for path in sorted((shared / "data" / "text-windows-1256").iterdir()):
        data = path.read_bytes()
        lines = [line for line in data.splitlines() if len(line) > 40]
        cuts = [data, data[:200], *(line[:200] for line in lines[:3]), *(line[:60] for line in lines[:3])]
        wrong += [(path.name, cut[:40]) for cut in cuts if cut.strip() and decode(cut).text != cut.decode("cp1256")]
    assert wrong == []


@pytest.mark.parametrize("encoding", ["iso8859_6", "cp720", "mac_arabic"])
def test_the_same_texts_in_other_encodings_are_decoded_exactly(shared, encoding):
    wrong = []
    for path in sorted((shared / "data" / "text-windows-1256").iterdir()):
        data = path.read_bytes().decode("cp1256").encode(encoding, "ignore")
        wrong += [path.name for cut in (data, data[:200]) if decode(cut).text != cut.decode(encoding)]
    assert wrong == []


def test_real_pages_are_decoded_by_what_they_declare_or_hold(shared):
    for path in sorted((shared / "data" / "encodings").iterdir()):
        expected = path.name.partition("-arabic")[0].partition("-hebrew")[0]
        assert decode(path.read_bytes()).encoding == expected
