from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from reader.articles.article import Article, Block, BlockKind, WrittenDate
from reader.catalogue.asked import Field, understood
from reader.catalogue.query import Query, Sort
from reader.collections.state import Reading
from reader.entities.entity import Entity, Kind
from reader.intake.imported import Imported
from reader.library import Library
from reader.searching import FoundArticle, Searching
from reader.text.direction import Direction
from reader.text.spans import Span


def imported(title: str, *paragraphs: str, source: str = "", published: str = "") -> Imported:
    blocks = tuple(
        Block(id=f"b{at}", kind=BlockKind.PARAGRAPH if at else BlockKind.HEADLINE, text=text, direction=Direction.RTL)
        for at, text in enumerate((title, *paragraphs))
    )
    date = WrittenDate(published) if published else None
    made = Article(title=title, blocks=blocks, source=source, published=date, language="ar")
    return Imported(article=made, original="\n".join((title, *paragraphs)).encode())


@pytest.fixture
def searching(library: Library) -> Iterator[Searching]:
    searching = library.searching()
    yield searching
    searching.close()


def add(library: Library, *articles: Imported) -> list[str]:
    """Add articles one after the other, so that the last one is the latest."""
    ids = [library.add([each])[0].id for each in articles]
    library.flush()
    return ids


def found(searching: Searching, typed: str, query: Query | None = None, **how: int) -> list[FoundArticle]:
    searching.fill()
    asked = understood(typed)
    page = searching.find(asked, query, **how)
    if not how:
        assert searching.count(asked, query) == len(page)
    return page


def titles(searching: Searching, typed: str, query: Query | None = None, **how: int) -> list[str]:
    return [each.row.title for each in found(searching, typed, query, **how)]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("كِتَابٌ قديم", "كتاب"),
        ("كتـــاب قديم", "كتاب"),
        ("إلى القرية", "الي"),
        ("المدرسة هنا", "المدرسه"),
        ("مُؤتمر", "موتمر"),
        ("في ٢٠٢٤", "2024"),
        ("في 2024", "٢٠٢٤"),
        ("ﻛﺘﺎﺏ", "كتاب"),
        ("والكتاب هنا", "كتاب"),
        ("وبكتاب هنا", "كتاب"),
        ("للكتاب هنا", "الكتاب"),
        ("Café Möhre", "cafe mohre"),
    ],
)
def test_a_word_is_found_however_it_is_written(library, searching, written, typed):
    add(library, imported("عنوان", written), imported("آخر", "شيء لا صلة له"))
    assert titles(searching, typed) == ["عنوان"]


def test_all_words_must_stand_there_and_the_latest_article_comes_first(library, searching):
    add(library, imported("أ", "قلم ودفتر"), imported("ب", "قلم"), imported("ج", "دفتر ثم قلم"))
    assert titles(searching, "قلم دفتر") == ["ج", "أ"]
    assert titles(searching, "قلم -دفتر") == ["ب"]
    assert titles(searching, "-دفتر") == ["ب"]


def test_a_phrase_stands_together_also_behind_a_particle(library, searching):
    add(library, imported("أ", "زار وزير الخارجية"), imported("ب", "ووزير الخارجية"), imported("ج", "الخارجية وزير"))
    assert titles(searching, "«وزير الخارجية»") == ["ب", "أ"]


def test_a_beginning_is_found_only_where_it_is_asked_for(library, searching):
    add(library, imported("أ", "مكتبة"))
    assert titles(searching, "مكت") == []
    (article,) = found(searching, "مكت*")
    assert article.passages[0].hits[0].of(article.passages[0].text) == "مكتبة"


def test_excerpts_say_where_in_the_canonical_text_the_words_stand(library, searching):
    (article,) = add(library, imported("عنوان", "سطر أول", "ثم جاء والكِتاب " + "كلمة " * 60 + "كتاب"))
    (only,) = found(searching, "كتاب")
    text = library.article(article).text
    assert [passage.span.of(text) for passage in only.passages] == ["كِتاب", "كتاب"]
    for passage in only.passages:
        assert passage.hits[0].of(passage.text) == passage.span.of(text)
    assert only.passages[0].text.endswith("…")
    assert [hit.of(text) for hit in searching.hits(article, text, understood("كتاب"))] == ["والكِتاب", "كتاب"]
    with closing(library.searching(excerpts=1)) as of_one:
        assert [each.passages for each in of_one.find(understood("كتاب"))] == [only.passages[:1]]


def test_tags_notes_highlights_and_the_source_are_found_with_words_of_the_text(library, searching):
    article, _ = add(library, imported("أ", "قلم أزرق", source="صحيفة الميناء"), imported("ب", "قلم أحمر"))
    library.highlighting.add(article, Span(2, 5), "green", note="فكرة للمتابعة", tags=["بحر"])
    library.flush()
    library.catch_up()
    for typed in ("قلم متابعة", "قلم الميناء", "في:الملاحظات فكرة", "وسم:بحر", "مصدر:ميناء قلم", "في:التظليل قلم"):
        assert titles(searching, typed) == ["أ"], typed
    assert titles(searching, "قلم للمتابعة الميناء") == ["أ"]
    assert titles(searching, "في:الملاحظات قلم") == []


def test_a_note_that_is_changed_is_found_as_it_is_now(library, searching):
    (article,) = add(library, imported("أ", "قلم أزرق"))
    mark = library.highlighting.add(article, Span(2, 5), "green", note="قديم")
    library.flush()
    library.catch_up()
    assert titles(searching, "في:الملاحظات قديم") == ["أ"]
    library.highlighting.change(mark.id, note="بعد التغيير")
    library.flush()
    library.catch_up()
    assert titles(searching, "في:الملاحظات قديم") == []
    assert titles(searching, "في:الملاحظات تغيير") == ["أ"]


def test_another_version_of_a_text_takes_the_place_of_the_one_before(library, searching):
    (article,) = add(library, imported("أ", "قلم"))
    assert titles(searching, "قلم") == ["أ"]
    library.add_version(article, imported("أ", "دفتر").article)
    library.flush()
    library.catch_up()
    assert (titles(searching, "قلم"), titles(searching, "دفتر")) == ([], ["أ"])


def test_what_is_in_the_trash_is_found_only_there(library, searching):
    (article,) = add(library, imported("أ", "قلم"))
    library.delete([article])
    assert titles(searching, "قلم") == []
    assert titles(searching, "قلم", Query(trashed=True)) == ["أ"]


def test_a_search_keeps_the_lists_filter_and_order(library, searching):
    ids = add(library, imported("ج", "قلم"), imported("أ", "قلم"), imported("ب", "قلم"))
    library.set_reading([ids[0]], Reading.READ)
    assert titles(searching, "قلم", Query(reading=Reading.READ)) == ["ج"]
    assert titles(searching, "قلم", Query(sort=Sort.TITLE, descending=False)) == ["أ", "ب", "ج"]


def test_all_but_a_word_come_page_by_page_in_the_lists_order_and_of_its_filter(library, searching):
    ids = add(library, *(imported(title, "حبر") for title in "دبجأ"), imported("هـ", "قلم"))
    library.set_starred(ids[:3], starred=True)
    assert titles(searching, "-قلم") == ["أ", "ج", "ب", "د"]
    assert titles(searching, "-قلم", Query(sort=Sort.TITLE, descending=False)) == ["أ", "ب", "ج", "د"]
    assert titles(searching, "-قلم", Query(starred=True)) == ["ج", "ب", "د"]
    assert titles(searching, "ليس:قلم", offset=1, limit=2) == ["ج", "ب"]
    library.delete(ids[:2])
    assert titles(searching, "-قلم") == ["أ", "ج"]


def test_dates_narrow_to_when_articles_were_published(library, searching):
    add(library, imported("قديم", "قلم", published="2023-12-31"), imported("جديد", "قلم", published="2024-10-05"))
    assert titles(searching, "قلم قبل:2024-10") == ["قديم"]
    assert titles(searching, "بعد:2024-10") == ["جديد"]


def test_other_forms_of_a_word_come_behind_the_word_itself_however_late_they_were_added(library, searching):
    add(library, imported("أ", "هذا كتاب"), imported("ب", "جاؤوا بكتابهم"), imported("ج", "كتابة وكاتب"))
    assert titles(searching, "كتاب") == ["أ", "ب"]
    last = found(searching, "كتاب")[1].passages[0]
    assert [hit.of(last.text) for hit in last.hits] == ["بكتابهم"]
    assert titles(searching, "كتاب", Query(sort=Sort.TITLE)) == ["أ", "ب"]
    assert titles(searching, "كتاب", exact=True) == ["أ"]


def test_a_phrase_and_a_beginning_stand_as_they_were_typed(library, searching):
    add(library, imported("أ", "هذا بكتابهم"))
    assert titles(searching, "«كتاب»") == []
    assert titles(searching, "كتاب*") == ["أ"]
    assert titles(searching, "كتابنا*") == []


def test_another_form_beside_an_exact_word_is_found_and_lit(library, searching):
    (article,) = add(library, imported("أ", "في مدرستهم مهندسات كثيرات"))
    assert titles(searching, "مدرسة مهندسات") == ["أ"]
    text = library.article(article).text
    lit = [hit.of(text) for hit in searching.hits(article, text, understood("مدرسة مهندسات"))]
    assert lit == ["مدرستهم", "مهندسات"]


def test_a_word_that_folds_to_another_is_no_form_of_it(library, searching):
    add(library, imported("أ", "مدرسة قديمة"), imported("ب", "المدرسين"))
    assert titles(searching, "مدرس") == ["ب"]


def test_other_forms_are_found_in_notes_and_tags(library, searching):
    (article,) = add(library, imported("أ", "قلم أزرق"))
    library.highlighting.add(article, Span(2, 5), "green", note="من رسالتهم", tags=["حكومتها"])
    library.flush()
    library.catch_up()
    for typed in ("في:الملاحظات رسالة", "وسم:حكومة", "رسالة حكومة"):
        assert titles(searching, typed) == ["أ"], typed


def test_a_headline_goes_before_a_text_and_words_together_before_words_apart(library, searching):
    texts = {
        "باب البيت": "نصّ", "البيت له باب": "نصّ", "أ": "رأى باب البيت", "ب": "البيت وله باب", "ج": "باب ثم البيت",
    }  # fmt: skip
    add(library, *(imported(title, text) for title, text in texts.items()))
    assert titles(searching, "باب البيت") == ["باب البيت", "البيت له باب", "أ", "ج", "ب"]
    in_pages = [searching.find(understood("باب البيت"), offset=at, limit=2) for at in (0, 2, 4)]
    assert [each.row.title for page in in_pages for each in page] == [*[*texts][:3], "ج", "ب"]


def test_exact_looks_at_notes_too_and_leaves_out_only_what_is_written_so(library, searching):
    first, _ = add(library, imported("أ", "قال أحمد"), imported("ب", "قال احمد"))
    library.highlighting.add(first, Span(2, 5), "green", note="مُهمّ")
    library.flush()
    library.catch_up()
    assert titles(searching, "مُهمّ", exact=True) == ["أ"]
    assert titles(searching, "مهم", exact=True) == []
    assert titles(searching, "قال -أحمد", exact=True) == ["ب"]


def test_exact_tells_spellings_apart(library, searching):
    add(library, imported("أ", "قال أحمد"), imported("ب", "قال احمد"))
    assert titles(searching, "أحمد") == ["ب", "أ"]
    assert titles(searching, "أحمد", exact=True) == ["أ"]


def test_people_and_places_are_found_by_any_spelling_that_is_known(library, searching):
    add(library, imported("أ", "وصل الوفد إلى القاهرة أمس."), imported("ب", "عاد الوفد إلى بيروت."))
    library.survey().run()
    (article,) = found(searching, "Cairo")
    assert article.row.title == "أ"
    assert article.passages[0].hits[0].of(article.passages[0].text) == "القاهرة"
    assert titles(searching, "مكان:القاهرة") == ["أ"]
    assert titles(searching, "مكان:Beirut") == ["ب"]


def test_a_person_is_found_by_the_name_that_the_reader_gives_and_by_the_old_one_once_that_is_undone(library, searching):
    add(library, imported("أ", "قال الرئيس الفرنسي إيمانويل ماكرون في باريس إنّ الزيارة ناجحة."))
    library.survey().run()
    assert titles(searching, 'شخص:"إيمانويل ماكرون"') == ["أ"]
    person = Entity(key="person:ايمانويل ماكرون", kind=Kind.PERSON, name="إيمانويل ماكرون", mentions=())
    library.deciding.rename("", person, "رئيس فرنسا الحالي")
    library.flush()
    library.survey().run()
    assert titles(searching, "شخص:الحالي") == ["أ"]
    library.undo()
    library.flush()
    library.survey().run()
    assert titles(searching, "شخص:الحالي") == []
    assert titles(searching, 'شخص:"إيمانويل ماكرون"') == ["أ"]


def test_names_of_a_text_that_has_changed_light_nothing_until_it_is_looked_through_again(library, searching):
    (article,) = add(library, imported("أ", "وصل الوفد إلى القاهرة أمس."))
    library.survey().run()
    before = library.article(article)
    longer = Block(id="b1", kind=BlockKind.PARAGRAPH, text=f"بعد أيام {before.blocks[1].text}", direction=Direction.RTL)
    library.add_version(article, replace(before, blocks=(before.blocks[0], longer)))
    library.flush()
    library.catch_up()
    text = library.article(article).text
    assert searching.hits(article, text, understood("Cairo")) == ()
    library.survey().run(again=[article])
    assert [hit.of(text) for hit in searching.hits(article, text, understood("Cairo"))] == ["القاهرة"]


def test_names_tags_and_sources_are_known_by_how_they_begin_the_frequent_first(library, searching):
    first, _, _ = add(
        library,
        imported("أ", "وصل الوفد إلى القاهرة أمس.", source="صحيفة الميناء"),
        imported("ب", "عاد الوفد إلى بيروت من القاهرة.", source="مجلّة النخيل"),
        imported("ج", "عاد الوفد إلى القدس.", source="صحيفة الميناء"),
    )
    library.collecting.tag([first], ["رحلات"])
    library.highlighting.add(first, Span(2, 5), "green", tags=["رحيل"])
    library.flush()
    library.catch_up()
    library.survey().run()
    searching.fill()
    assert searching.known(Field.PLACES, "الق") == ["القاهرة", "القدس"]
    assert searching.known(Field.PLACES, "Cai") == ["القاهرة"]
    assert set(searching.known(Field.PLACES, "")) == {"القاهرة", "القدس", "بيروت"}
    assert searching.known(Field.TAGS, "رح") == ["رحلات", "رحيل"]
    assert searching.known(Field.SOURCE, "") == ["صحيفة الميناء", "مجلّة النخيل"]
    assert searching.known(Field.SOURCE, "نخ") == ["مجلّة النخيل"]


def test_a_name_in_latin_letters_is_found_by_its_sound_in_arabic(library, searching):
    (article, _) = add(
        library,
        imported("أ", "وصل وزير الدفاع لويد أوستن إلى كييف أمس."),
        imported("ب", "قال إنّ ستين شخصًا وصلوا."),
    )
    library.survey().run()
    for typed in ("Austin", "Lloyd Austin", "person:austin", 'person:"Lloyd Austin"', "Austin كييف"):
        (only,) = found(searching, typed)
        assert only.row.title == "أ", typed
    passage = found(searching, "Austin")[0].passages[0]
    assert ["أوستن" in hit.of(passage.text) for hit in passage.hits] == [True]
    text = library.article(article).text
    assert any("أوستن" in hit.of(text) for hit in searching.hits(article, text, understood("Austin")))
    assert titles(searching, '"Lloyd Austin"') == titles(searching, "Austin", exact=True) == []
    assert searching.known(Field.PEOPLE, "Aust") == ["لويد أوستن"]


def test_a_name_that_was_not_looked_for_yet_is_found_as_a_word(library, searching):
    add(library, imported("أ", "وصل الوفد إلى القاهرة أمس."))
    assert titles(searching, "مكان:القاهرة") == ["أ"]


def test_only_what_changed_is_read_again(library, searching):
    article, other = add(library, imported("أ", "قلم"), imported("ب", "دفتر"))
    assert searching.fill() == 2
    assert searching.fill() == 0
    library.set_starred([article], starred=True)
    library.flush()
    library.catch_up()
    assert searching.fill() == 0
    library.set_source(other, "صحيفة")
    assert searching.fill(only=[article]) == 0
    assert searching.fill(only=[other]) == 1


def test_an_index_that_was_thrown_away_comes_back(library, searching, places):
    add(library, imported("أ", "قلم"))
    assert titles(searching, "قلم") == ["أ"]
    library.throw_away_derived()
    library.catch_up()
    assert titles(searching, "قلم") == ["أ"]
    searching.close()
    places.words.write_bytes(b"not an index" * 100)
    assert titles(searching, "قلم") == ["أ"]


def test_a_fill_that_is_cancelled_goes_on_where_it_stopped(library, searching):
    add(library, imported("أ", "قلم"))
    searching.fill(is_cancelled=lambda: True)
    assert searching.find(understood("قلم")) == []
    assert titles(searching, "قلم") == ["أ"]


def test_a_catalogue_that_is_made_again_costs_the_index_nothing(library, searching, places):
    add(library, imported("أ", "قلم"))
    assert searching.fill() == 1
    places.catalogue.unlink()
    assert searching.fill() == 0
    library.catch_up()
    assert searching.fill() == 0
    assert titles(searching, "قلم") == ["أ"]


def test_an_index_of_which_most_is_left_behind_begins_anew(library, searching, monkeypatch):
    monkeypatch.setattr("reader.catalogue.texts.MOST_LEFT_BEHIND", 1)
    (article,) = add(library, imported("أ", "قلم"))
    for text in ("دفتر", "كتاب", "ورقة"):
        searching.fill()
        library.add_version(article, imported("أ", text).article)
        library.flush()
        library.catch_up()
    assert searching.fill() == 1
    assert searching._index._index.ask("select count(*) from left_behind") == [(0,)]
    assert titles(searching, "ورقة") == ["أ"]
    assert titles(searching, "كتاب") == []


def test_what_the_latest_articles_all_have_is_left_out_down_to_the_oldest(library, searching):
    older = [imported(f"قديم {number}", "نهر طويل") for number in range(3)]
    latest = [imported(f"جديد {number}", "جسر طويل") for number in range(30)]
    library.add([*older, *latest])
    library.flush()

    assert sorted(titles(searching, "-جسر")) == ["قديم 0", "قديم 1", "قديم 2"]
    assert titles(searching, "-طويل") == []


def test_a_word_is_left_out_wherever_it_stands(library, searching):
    places = (("جسر الوادي", "حجر"), ("طريق", "حجر عند جسر"), ("سدّ", "حجر"), ("بئر", "حجر"))
    _, _, tagged, _ = add(library, *(imported(*place) for place in places))
    library.collecting.tag([tagged], ["جسر"])

    assert titles(searching, "حجر -جسر") == ["بئر"]
    assert titles(searching, "حجر -عنوان:جسر") == ["بئر", "سدّ", "طريق"]
    assert titles(searching, "حجر -وسم:جسر") == ["بئر", "طريق", "جسر الوادي"]
    assert titles(searching, "وسم:جسر -حجر") == []
    assert titles(searching, "حجر -جسر", Query(sort=Sort.TITLE, descending=False)) == ["بئر"]
