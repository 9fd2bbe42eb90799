import pytest

from reader.intake.formats.pdf.legible import is_legible

ARABIC = "عادت النوارس إلى الميناء القديم بعد غياب طويل، وقالت ليلى المرسي إنّ صيادي بيروت رأوها أولًا في 12 أيار."


@pytest.mark.parametrize(
    "text",
    [
        "",
        ARABIC,
        "أطلقت OpenAI نموذج GPT‑5 في 7/8، وقالت BBC إنّ سعره $20. والتقى Müller وفدًا من Łódź ثم سافر إلى Αθήνα.",
        "日本語のテキスト、ひらがなとカタカナ 한국어 文章 です。 " * 5,
        "שלום לכולם, the meeting is at 10, كما اتفقنا, до свидания. " * 3,
        "αβΓ x² ΔT µg Ω кг " * 5,
        "ᚠᚢ ሀሁ กข ཀཁ ကခ ខគ ᏣᎳ",
    ],
)
def test_what_people_write_is_legible_in_any_script(text):
    assert is_legible(text)


def test_codes_of_a_font_that_happen_to_be_letters_are_not():
    codes = (chr(0x3400 + ord(letter) * 7 % 600) if letter.isalpha() else letter for letter in ARABIC)
    turned = "".join(
        code if place % 3 else letter for place, (code, letter) in enumerate(zip(codes, ARABIC, strict=True))
    )
    assert not is_legible(turned)


def test_codes_that_stand_for_nothing_are_not():
    assert not is_legible("\ue012\ue044 \uf8aa\ufffd \ue001")


def test_arabic_in_fonts_from_before_unicode_is_not_legible_and_names_in_programs_are():
    assert not is_legible("á«Hô©dG áµ∏ªŸG ‘ äÉ°SGQódG õcôe ¢ù«FQ ∫Éb ájOƒ©°ùdG áeƒµ◊G ≈∏Y á«dÉŸG IQGRh äócCG")
    assert is_legible("The method getElementById of myDocument returns an innerHTML that Élodie reads at 25°C in Köln.")
