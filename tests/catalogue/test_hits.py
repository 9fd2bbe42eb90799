import pytest

from reader.catalogue.asked import understood
from reader.catalogue.hits import Hits


def lit(typed: str, text: str) -> list[str]:
    return [span.of(text) for span in Hits(understood(typed)).in_text(text)]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("ABC-XYZ", "صورة: ABC-XYZ/PQR", ["ABC-XYZ"]),
        ("2-1", "فاز 2-1 ثم خسر 1-2", ["2-1"]),
        ('"قال نعم"', "وقال: «نعم»، ولم يقل نعم", ["قال: «نعم"]),
        ('"البحر الهادئ"', "البَحرُ الهادئُ", ["البَحرُ الهادئُ"]),
        ('"بحر هادئ"', "بحر واسع هادئ", []),
        ("21/10/2024", "يوم 21.10.2024", ["21.10.2024"]),
    ],
)
def test_words_that_were_typed_together_are_found_whatever_signs_stand_between_them(typed, text, found):
    assert lit(typed, text) == found
