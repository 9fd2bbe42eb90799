from dataclasses import replace

import pytest

from reader.exporting.exported import Content, paragraph_numbers
from reader.exporting.formats import FORMATS
from reader.text.spans import Span
from tests.exporting.conftest import ARTICLE, placed


def test_a_passage_carries_its_words_its_surroundings_and_its_paragraph(exported):
    note, lead, across, english = exported.passages()

    assert (note.quote, note.span, note.paragraph) == ("", None, 0)
    assert (lead.quote, lead.paragraph, lead.tags) == ("بعد 12 عامًا", 1, ("بحث", "جسور قديمة"))
    assert lead.prefix.endswith("الجسر إلى العمل ")
    assert lead.suffix.startswith(".\n")
    assert across.paragraph == 2
    assert "\n" in across.quote
    assert english.paragraph == 9


def test_paragraphs_are_counted_and_headings_go_with_the_one_that_follows():
    numbers = {span.of(ARTICLE.text): number for span, number in paragraph_numbers(ARTICLE)}

    assert numbers[ARTICLE.title] == 0
    assert numbers["عاد الجسر إلى العمل بعد 12 عامًا."] == 1
    assert numbers["الجسر عند الغروب"] == numbers["كيف بدأ المشروع؟"] == 2
    assert paragraph_numbers(ARTICLE)[0][0] == Span(0, len(ARTICLE.title))


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if not each.drawn])
def test_half_a_character_in_a_note_keeps_nothing_from_being_exported(exported, name):
    odd = replace(exported, highlights=(placed("5", "everyone came", notes=("half \ud83d a sign",)),))
    kind = FORMATS[name]
    made = kind.make([odd], Content.BOTH)

    assert len(made) > 100
    assert not kind.renewed or kind.renew(made, kind.make([exported], Content.BOTH)).count(b"half") == 0
