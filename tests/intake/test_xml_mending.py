import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.intake.xml_mending import mended
from reader.intake.xml_tree import parsed_xml

LETTERS = "أبجد"


def text_of(markup: str) -> str:
    """Return the text of an element that holds some markup, once that is mended."""
    return "".join(parsed_xml(mended(f"<a>{markup}</a>").encode()).itertext())


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("قبل \x0b بعد", "قبل  بعد"),
        ("قبل &nbsp; بعد", "قبل \N{NO-BREAK SPACE} بعد"),
        ("&laquo;قول&raquo; &amp; &lt;", "«قول» & <"),
        ("هذا & ذاك &كذا; &unheard;", "هذا & ذاك &كذا; &unheard;"),
        ("قبل &#11;&#x1F;&#0; بعد &#1576;&#x628;", "قبل  بعد بب"),
        ("٢ < ٣ و 3<5 و<ذاك", "٢ < ٣ و 3<5 و<ذاك"),
        ("<![CDATA[قبل \x03 & بعد]]> &nbsp;", "قبل  & بعد \N{NO-BREAK SPACE}"),
        ("<![CDATA[بلا نهاية & كذا", "بلا نهاية & كذا"),
    ],
)
def test_what_xml_does_not_know_costs_nothing_that_stands_round_it(markup, text):
    assert text_of(markup) == text


def test_what_a_document_declares_of_itself_stays_but_for_its_encoding():
    document = '<?xml version="1.0" encoding="windows-1256"?>\n<!DOCTYPE a [<!ENTITY us "نحن">]><a>&us; &you;</a>'

    assert mended(document) == '<!DOCTYPE a [<!ENTITY us "نحن">]><a>&us; &amp;you;</a>'


@given(st.text(f"{LETTERS} &;#<3\x03\x0b]"))
def test_no_letter_is_lost_in_text_that_somebody_forgot_to_escape(words):
    letters = [letter for letter in words if letter in LETTERS]

    assert [letter for letter in text_of(words) if letter in LETTERS] == letters
    if "]]>" not in words:
        assert [letter for letter in text_of(f"<![CDATA[{words}]]>") if letter in LETTERS] == letters
