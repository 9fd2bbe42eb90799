import lzma
import sys
from pathlib import Path

import pytest

MODELS = Path(__file__).resolve().parents[3] / "packaging" / "models"


@pytest.fixture
def plain(monkeypatch):
    monkeypatch.syspath_prepend(str(MODELS))
    import plain

    monkeypatch.setattr(plain, "NEWS_FROM", 0)
    yield plain
    sys.modules.pop("plain", None)


@pytest.fixture
def sentences(plain, tmp_path):
    def read(text, written):
        path = tmp_path / "plain.txt.xz"
        path.write_bytes(lzma.compress(text.encode()))
        return plain.plain_sentences(path, written.split(), seed=1)

    return read


def test_words_get_the_spelling_that_they_have_most_often(sentences):
    found = sentences("زارت اسيا مدينه الجنه امس", "آسيا أسيا آسيا مدينة الجنة أمس")

    assert found == [("زارت", "آسيا", "مدينة", "الجنة", "أمس")]


def test_particles_stay_before_a_word_that_is_known_without_them(sentences):
    assert sentences("مر بالمدينه ولمدينه اخري وقريه", "المدينة مدينة أخرى قرية") == [
        ("مر", "بالمدينة", "ولمدينة", "أخرى", "وقرية")
    ]


def test_sentences_of_few_words_are_left_out(sentences):
    assert sentences("عاجل\nوصل الوفد الى المطار مساء", "") == [("وصل", "الوفد", "الى", "المطار", "مساء")]
