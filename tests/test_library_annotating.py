"""The highlights and notes of all articles together."""

from dataclasses import replace

from reader.annotations.highlight import Status
from reader.catalogue.marks import MarkQuery, MarkSort
from reader.catalogue.names import Names, Surveyed
from reader.entities.entity import Entity, Kind, Mention
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.spans import Span
from tests.test_library_versions import PARAGRAPHS, article, opened


def added(library: Library, *paragraphs: str, title: str = "الحديقة تفتح أبوابها") -> str:
    (addition,) = library.add([Imported(article=article(*paragraphs, title=title), original=title.encode())])
    return addition.id


def mark(library: Library, name: str, words: str, colour: str = "yellow", note: str = "") -> str:
    start = library.article(name).text.index(words)
    return library.highlighting.add(name, Span(start, start + len(words)), colour, note).id


def quotes(library: Library, query: MarkQuery) -> list[str]:
    rows = library.annotating.rows(query)
    assert library.annotating.count(query) == len(rows)
    return [row.quote for row in rows]


def test_highlights_of_all_articles_are_found_by_colour_tag_words_and_article(library: Library):
    one, other = added(library), added(library, "ذهب الأولاد إلى البحر.", title="نزهة")
    mark(library, one, "أشجار التوت", "green", "#زراعة وماء")
    mark(library, one, "البوّابة الشرقية")
    mark(library, other, "إلى البحر", "green")
    assert quotes(library, MarkQuery()) == ["إلى البحر", "أشجار التوت", "البوّابة الشرقية"]
    assert quotes(library, MarkQuery(article=one)) == ["أشجار التوت", "البوّابة الشرقية"]
    assert quotes(library, MarkQuery(colour="green")) == ["إلى البحر", "أشجار التوت"]
    assert quotes(library, MarkQuery(tag="زراعة")) == ["أشجار التوت"]
    assert quotes(library, MarkQuery(words="اشجار")) == ["أشجار التوت"]
    assert quotes(library, MarkQuery(words="مَاء زراعه")) == ["أشجار التوت"]
    assert quotes(library, MarkQuery(with_note=True)) == ["أشجار التوت"]
    assert quotes(library, MarkQuery(since="2100")) == []
    assert quotes(library, MarkQuery(until="2100", sort=MarkSort.CREATED))[0] == "إلى البحر"


def test_what_changed_since_is_seen_and_what_was_removed_is_in_the_trash(library: Library):
    name = added(library)
    first, second = mark(library, name, "أشجار التوت"), mark(library, name, "كلّ مساء")
    assert quotes(library, MarkQuery()) == ["أشجار التوت", "كلّ مساء"]
    library.highlighting.remove([first])
    assert quotes(library, MarkQuery()) == ["كلّ مساء"]
    assert quotes(library, library.annotating.trash()) == ["أشجار التوت"]
    library.highlighting.restore([first])
    library.highlighting.change(second, colour="pink")
    assert quotes(library, MarkQuery(sort=MarkSort.COLOUR)) == ["كلّ مساء", "أشجار التوت"]
    assert library.annotating.rows(library.annotating.trash()) == []


def test_several_are_recoloured_and_tagged_in_one_step_each(library: Library):
    name = added(library)
    marks = [mark(library, name, words) for words in ("أشجار التوت", "كلّ مساء")]
    library.annotating.recolour(marks, "blue")
    library.annotating.tag(marks, add=["مهمّ"])
    assert library.annotating.tags() == [("مهمّ", 2)]
    assert quotes(library, MarkQuery(colour="blue", tag="مهمّ")) == ["أشجار التوت", "كلّ مساء"]
    library.undo()
    assert library.annotating.tags() == []
    library.undo()
    assert [library.highlighting.find(each).colour for each in marks] == ["yellow", "yellow"]


def test_those_in_or_at_a_name_are_found_by_its_key(library: Library):
    name = added(library)
    text = library.article(name).text
    mark(library, name, "السقي يحتاج")
    mark(library, name, "أشجار التوت")
    start = text.index("السقي")
    entity = Entity(
        key="place:السقي",
        kind=Kind.PLACE,
        name="السقي",
        mentions=(Mention(Span(start, start + 5), "السقي", Kind.PLACE),),
    )
    names = Names(library.places.names)
    names.put([Surveyed(name, library.version(name), "test", (entity,))])
    names.close()
    assert quotes(library, MarkQuery(key="place:السقي")) == ["السقي يحتاج"]
    assert library.annotating.names() == [("place:السقي", "السقي", 1)]


def test_a_note_on_the_article_has_a_row_without_a_passage_and_comes_first(library: Library):
    name = added(library)
    mark(library, name, "أشجار التوت")
    note = library.annotating.note_on_article(name, "رأيي في المقال #مراجعة")
    assert note.tags == ("مراجعة",)
    first, _ = library.annotating.rows(MarkQuery())
    assert (first.quote, first.note, first.status) == ("", "رأيي في المقال #مراجعة", Status.FIXED)
    placed = library.highlighting.of(name)[0]
    assert (placed.span, placed.status) == (None, Status.FIXED)
    assert library.undo() == "undo.note_added"
    assert quotes(library, MarkQuery()) == ["أشجار التوت"]


def test_one_without_a_place_is_listed_with_candidates_and_can_be_given_a_place(library: Library):
    name = added(library)
    first = mark(library, name, "يحتاج إلى متطوّعين كلّ مساء")
    library.add_version(name, article(PARAGRAPHS[0], PARAGRAPHS[2], "كلّ مساء يجيء متطوّعين إلى هنا."))
    (row,) = library.annotating.rows(MarkQuery(status=Status.ORPHAN))
    assert row.span is None
    (best, *_) = library.annotating.candidates(first)
    assert best.span.of(library.article(name).text) == "مساء يجيء متطوّعين إلى"
    library.highlighting.change(first, span=best.span)
    assert library.annotating.count(MarkQuery(status=Status.ORPHAN)) == 0
    assert library.highlighting.of(name)[0].status is Status.FIXED
    library.undo()
    assert library.annotating.count(MarkQuery(status=Status.ORPHAN)) == 1


def test_a_new_session_takes_in_from_disk_what_the_index_does_not_know(library: Library, places: Places):
    name = added(library)
    mark(library, name, "أشجار التوت", note="#زراعة")
    library.add_version(name, replace(article("سطر جديد.", *PARAGRAPHS)))
    library.flush()
    again = opened(places)
    assert again.annotating.rows(MarkQuery()) == []
    again.annotating.survey()
    again.annotating.surveyed()
    (row,) = again.annotating.rows(MarkQuery())
    assert (row.quote, row.tags, row.status) == ("أشجار التوت", ("زراعة",), Status.FIXED)
    assert row.span is not None
    assert row.span.of(again.article(name).text) == row.quote
    again.annotating.survey()
    assert again.annotating.count(MarkQuery()) == 1
    again.close()


def test_what_is_not_yet_on_disk_stays_in_the_index_when_that_looks_there(places: Places):
    library = Library(places, lambda call: call(), later=lambda _call: None)
    name = added(library)
    mark(library, name, "أشجار التوت")
    assert library.annotating.count(MarkQuery()) == 1
    passed_over = library.annotating.surveying()
    library.annotating.survey(passed_over)
    library.annotating.surveyed()
    assert library.annotating.count(MarkQuery()) == 1
    library.flush()
    library.close()


def test_the_tags_of_a_note_follow_what_it_says(library: Library):
    name = added(library)
    first = library.highlighting.add(name, Span(0, 7), "yellow", "عن #الماء", ["يدويّ"]).id
    assert library.highlighting.find(first).tags == ("الماء", "يدويّ")
    library.highlighting.change(first, note="عن #الهواء و#الماء_العذب")
    assert library.highlighting.find(first).tags == ("الماء_العذب", "الهواء", "يدويّ")
    library.undo()
    assert library.highlighting.find(first).tags == ("الماء", "يدويّ")


def test_what_is_typed_into_one_note_is_one_step_of_undo(library: Library):
    name = added(library)
    one = mark(library, name, "أشجار التوت", note="قديمة")
    for text in ("جـ", "جديدة", "جديدة #وسم"):
        library.annotating.write_note(one, text)
    library.annotating.finish_note(one)
    library.annotating.write_note(one, "بعدها")
    assert library.undo() == "undo.highlight_changed"
    assert (library.highlighting.find(one).note, library.highlighting.find(one).tags) == ("جديدة #وسم", ("وسم",))
    library.undo()
    assert (library.highlighting.find(one).note, library.highlighting.find(one).tags) == ("قديمة", ())
    library.redo()
    assert library.highlighting.find(one).note == "جديدة #وسم"


def test_what_another_step_parts_is_not_one_step(library: Library):
    name = added(library)
    one, other = mark(library, name, "أشجار التوت"), mark(library, name, "البوّابة الشرقية")
    library.annotating.write_note(one, "أ")
    library.highlighting.change(other, colour="blue")
    library.annotating.write_note(one, "أب")
    library.undo()
    assert (library.highlighting.find(one).note, library.highlighting.find(other).colour) == ("أ", "blue")
    library.annotating.write_note(one, "أج")
    library.undo()
    assert library.highlighting.find(one).note == "أ"


def test_an_emptied_note_on_an_article_leaves_no_row_and_can_be_brought_back(library: Library):
    name = added(library)
    note = library.annotating.note_on_article(name)
    library.annotating.write_note(note.id, "رأيي")
    library.annotating.finish_note(note.id)
    library.annotating.write_note(note.id, "")
    library.annotating.finish_note(note.id)
    assert library.annotating.rows(MarkQuery()) == []
    library.undo()
    assert [row.note for row in library.annotating.rows(MarkQuery())] == ["رأيي"]
    library.undo()
    assert library.annotating.rows(MarkQuery()) == []


def test_a_note_in_which_nothing_was_written_is_no_step(library: Library):
    name = added(library)
    kept = mark(library, name, "أشجار التوت")
    note = library.annotating.note_on_article(name)
    library.annotating.finish_note(note.id)
    assert [row.id for row in library.annotating.rows(MarkQuery())] == [kept]
    assert library.undo() == "undo.highlight_added"
