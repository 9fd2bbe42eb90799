from reader.intake.containers import Container, container_of
from reader.intake.formats.exports import clippings
from reader.intake.hints import Hints

ENGLISH = """\ufeffكتاب الموانئ (هند المرّاكشي)\r
- Your Highlight on page 12 | location 123-125 | Added on Monday, 1 January 2020 12:00:00\r
\r
عادت المنارة إلى العمل.\r
==========\r
كتاب الموانئ (هند المرّاكشي)\r
- Your Note on page 12 | location 125 | Added on Monday, 1 January 2020 12:01:00\r
\r
لماذا؟\r
==========\r
A Book (with brackets) (Someone, A.)\r
- Your Bookmark on page 3 | Added on Monday, 1 January 2020 12:02:00\r
\r
\r
==========\r
A Book (with brackets) (Someone, A.)\r
- Your Highlight at location 200 | Added on Tuesday, 2 February 2021 1:00:00 PM\r
\r
Two lines\r
of words\r
==========\r
"""
SPANISH = """Libro (Nadie)
- La subrayado en la página 4 | posición 50-51 | Añadido el lunes, 1 de enero de 2020 12:00:00

palabras
==========
Libro (Nadie)
- La nota en la página 4 | posición 99 | Añadido el lunes, 1 de enero de 2020 12:00:00

apunte
==========
شيء لا يُفهم
"""


def test_highlights_are_gathered_by_book_with_their_notes():
    assert container_of(ENGLISH.encode()) is Container.CLIPPINGS
    found = clippings.read(ENGLISH.encode(), Hints())
    first, second = found.entries
    (mark,) = first.highlights
    assert (first.title, first.authors) == ("كتاب الموانئ", ("هند المرّاكشي",))
    assert (mark.quote, mark.note, mark.created) == ("عادت المنارة إلى العمل.", "لماذا؟", "2020-01-01T12:00:00.000Z")
    assert (second.title, second.authors) == ("A Book (with brackets)", ("Someone, A.",))
    assert second.highlights[0].quote == "Two lines\nof words"
    assert second.highlights[0].created == "2021-02-02T13:00:00.000Z"
    assert found.leftovers == ()


def test_a_note_beside_no_highlight_is_kept_and_what_is_not_understood_is_left_over():
    found = clippings.read(SPANISH.encode(), Hints())
    (book,) = found.entries
    assert [(quoted.quote, quoted.note) for quoted in book.highlights] == [("palabras", ""), ("", "apunte")]
    assert found.leftovers == ("شيء لا يُفهم",)
