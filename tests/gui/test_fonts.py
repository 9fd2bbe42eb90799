import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from reader import resources
from reader.gui import fonts

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژکگی،؛؟٪٠١٢٣٤٥٦٧٨٩ًٌٍَُِّْٰـ"
LATIN = "ABCXYZabcxyzéüñç0123456789.,;:!?()[]«»“”‘’–—…%"


@pytest.fixture
def loader(qapp):
    loader = fonts.FontLoader()
    loader.load(fonts.families())
    return loader


def test_every_font_that_is_listed_is_there_with_its_licence():
    listed = {file for entry in fonts.families().values() for file in entry.files.values()}
    folder = resources.locate("fonts")
    assert {path.name for path in folder.glob("*.ttf")} == listed
    for file in listed:
        assert (folder / f"OFL-{file.split('-')[0]}.txt").is_file()


@pytest.mark.usefixtures("loader")
def test_every_family_has_its_weights_and_the_letters_of_its_scripts():
    for entry in fonts.families().values():
        for weight in ("400", "700"):
            raw = QRawFont(str(resources.locate(f"fonts/{entry.files[weight]}")), 20)
            letters = (ARABIC if "arabic" in entry.scripts else "") + (LATIN if "latin" in entry.scripts else "")
            assert [letter for letter in letters if not raw.supportsCharacter(ord(letter))] == []
        assert entry.family in QFontDatabase.families()


def test_the_natural_line_height_is_the_fonts_own(qapp):
    for entry in fonts.families().values():
        raw = QRawFont(str(resources.locate(f"fonts/{entry.files['400']}")), 1000)
        assert (raw.ascent() + raw.descent() + raw.leading()) / 1000 == pytest.approx(entry.natural_em, abs=0.01)


def test_arabic_is_never_slanted(qapp):
    assert not fonts.page_font("Amiri", "arabic", 20, italic=True).italic()
    assert fonts.page_font("Source Serif 4", "latin", 20, italic=True).italic()


def test_a_page_font_is_as_large_to_the_eye_as_another(qapp):
    assert fonts.page_font("Noto Naskh Arabic", "arabic", 20).pixelSize() == 20
    assert fonts.page_font("Amiri", "arabic", 20).pixelSize() == 22
    assert fonts.page_font("Noto Sans Arabic", "arabic", 20).pixelSize() == 19


def test_an_unknown_font_becomes_the_default_one(qapp):
    assert fonts.page_font("Comic Sans", "arabic", 20).families()[0] == "Noto Naskh Arabic"
    assert fonts.page_font("Amiri", "latin", 20).families()[0] != "Amiri"


def test_a_page_font_is_not_hinted(qapp):
    font = fonts.page_font("Amiri", "arabic", 20, 700)
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert font.weight() == QFont.Weight.Bold
