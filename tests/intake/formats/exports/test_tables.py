import pytest

from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entry
from reader.intake.formats.exports import tables
from reader.intake.hints import Hints

HARBOUR = "https://example.org/harbour"


def read(text: str, encoding: str = "utf-8") -> tuple[Entry, ...]:
    data = text.encode(encoding)
    assert container_of(data) is Container.TABLE
    return tables.read(data, Hints(file="export.csv")).entries


def test_pocket():
    first, second = read(
        "title,url,time_added,tags,status\n"
        f'"المنارة ""الأولى""، وما بعدها",{HARBOUR},1600322788,بحر|مدن قديمة,unread\n'
        "https://example.org/b,https://example.org/b,1599806347,,archive\n"
    )
    assert (first.title, first.address) == ('المنارة "الأولى"، وما بعدها', HARBOUR)
    assert (first.state.tags, first.state.added) == (("بحر", "مدن قديمة"), "2020-09-17T06:06:28.000Z")
    assert (first.state.reading, first.state.archived) == (Reading.UNREAD, False)
    assert (second.title, second.state.reading, second.state.archived) == ("", Reading.READ, True)


@pytest.mark.parametrize(
    ("columns", "more"),
    [("", ""), (",Timestamp", ",1612345678"), (",Timestamp,Tags", ',1612345678,"[""بحر"",""كتب""]"')],
    ids=["old", "middle", "new"],
)
def test_instapaper_of_every_age(columns, more):
    entries = read(
        f"URL,Title,Selection,Folder{columns}\n"
        f"{HARBOUR},المنارة,,Unread{more}\n"
        f"https://example.org/2,ثانٍ,عادت المنارة,Starred{more}\n"
        f"https://example.org/3,ثالث,,Archive{more}\n"
        f"https://example.org/4,رابع,,أسفار{more}\n"
    )
    states = [entry.state for entry in entries]
    assert [state.starred for state in states] == [False, True, False, False]
    assert [state.archived for state in states] == [False, False, True, False]
    assert [quoted.quote for quoted in entries[1].highlights] == ["عادت المنارة"]
    assert states[3].tags == ("أسفار", *(("بحر", "كتب") if "Tags" in columns else ()))
    assert states[0].added == ("2021-02-03T09:47:58.000Z" if columns else "")


def test_readwise_highlights_are_gathered_by_book():
    data = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
        "Document tags\n"
        '"سطر أول\nسطر ثانٍ",كتاب الموانئ,هند المرّاكشي,B0,مهمّ,blue,"بحر, مدن",page,12,2020-10-05 10:15:30+00:00,أدب\n'
        "من مقال آخر,مقال آخر,,,,,,order,1,,\n"
        '"قالت: ""نعم""",كتاب الموانئ,هند المرّاكشي,B0,,,,location,345,2020-10-06 08:00:00+00:00,\n'
        ",بلا اقتباس,,,,,,,,,\n"
    ).encode()
    found = tables.read(data, Hints())
    book, other = found.entries
    assert (book.title, book.authors, book.state.tags) == ("كتاب الموانئ", ("هند المرّاكشي",), ("أدب",))
    first, second = book.highlights
    assert (first.quote, first.note, first.colour, first.tags) == ("سطر أول\nسطر ثانٍ", "مهمّ", "blue", ("بحر", "مدن"))
    assert (second.quote, second.created) == ('قالت: "نعم"', "2020-10-06T08:00:00.000Z")
    assert other.highlights[0].quote == "من مقال آخر"
    assert found.leftovers == ("book title: بلا اقتباس",)


def test_readwise_import_with_an_address():
    (entry,) = read(f"Highlight,Title,Author,URL,Note,Location\nكلام,مقال,كاتبة,{HARBOUR},ملاحظة,7\n")
    assert (entry.title, entry.address, entry.highlights[0].note) == ("مقال", HARBOUR, "ملاحظة")


def test_tags_at_the_beginning_of_a_note_are_tags():
    columns = "Highlight,Title,Author,URL,Note,Location,Date"
    (entry,) = read(f"{columns}\nكلام,مقال,,{HARBOUR},.بحر .مدن_قديمة ملاحظة .هنا,,\n'-كلام,مقال,,{HARBOUR},.بحر,,\n")
    first, second = entry.highlights
    assert (first.note, first.tags) == ("ملاحظة .هنا", ("بحر", "مدن قديمة"))
    assert (second.quote, second.note, second.tags) == ("-كلام", "", ("بحر",))
    (entry,) = read('Highlight,Book Title,Note,Tags\nكلام,كتاب,.بحر .h1 فصل,"بحر,h1"\n... كلام,كتاب,... لماذا؟,\n')
    first, second = entry.highlights
    assert (first.note, first.tags, second.note) == ("فصل", ("بحر", "h1"), "... لماذا؟")


def test_readwise_reader():
    entries = read(
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        f"المنارة,{HARBOUR},01h,\"['بحر', 'مدن قديمة']\",2024-03-01 10:00:00+00:00,0.4,later,True\n"
        "ثانٍ,https://example.org/2,02h,,2024-03-02 10:00:00+00:00,1.0,archive,True\n"
        "ثالث,https://example.org/3,03h,,,0,shortlist,False\n"
    )
    states = [entry.state for entry in entries]
    assert (states[0].tags, states[0].reading) == (("بحر", "مدن قديمة"), Reading.READING)
    assert states[0].added == "2024-03-01T10:00:00.000Z"
    assert (states[1].reading, states[1].archived) == (Reading.READ, True)
    assert (states[2].reading, states[2].starred) == (Reading.UNREAD, True)


def test_matter():
    (entry,) = read(
        "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,"
        f"File Id\nالمنارة,هند المرّاكشي,صحيفة الميناء,{HARBOUR},بحر;مدن,900,False,True,True,2,2024-03-01,7\n"
    )
    assert (entry.authors, entry.source) == (("هند المرّاكشي",), "صحيفة الميناء")
    assert (entry.state.reading, entry.state.starred, entry.state.archived) == (Reading.READ, True, True)
    assert (entry.state.tags, entry.state.added) == (("بحر", "مدن"), "2024-03-01T00:00:00.000Z")
    assert entry.leftovers == ("المنارة: highlight_count: 2",)  # which Matter tells, and does not write


def test_wallabag_with_its_content():
    (entry,) = read(
        "Title;URL;Content;Tags;MIME Type;Language;Creation date\n"
        f'"المنارة";"{HARBOUR}";"<p>عادت؛ ثم ""أضاءت"".</p>";"بحر, مدن";text/html;ar;"25/12/2023 08:09:10"\n'
    )
    assert entry.html == '<p>عادت؛ ثم "أضاءت".</p>'
    assert (entry.state.tags, entry.state.added) == (("بحر", "مدن"), "2023-12-25T08:09:10.000Z")


def test_hypothesis():
    (entry,) = read(
        "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n"
        f'2024-01-02T03:04:05,acct,عودة المنارة,{HARBOUR},Public,Annotation,"عادت المنارة",لماذا؟,"بحر,مدن"\n'
    )
    (quoted,) = entry.highlights
    assert (entry.title, entry.address, quoted.quote, quoted.note, quoted.tags) == (
        "عودة المنارة",
        HARBOUR,
        "عادت المنارة",
        "لماذا؟",
        ("بحر", "مدن"),
    )


def test_mymind_and_tables_of_links_that_nobody_named():
    (kept,) = read(
        "id,type,title,url,content,note,tags,created\n1,Note,المنارة,,نصّ محفوظ,رأيي,بحر,2024-01-02T00:00:00Z\n"
    )
    assert (kept.text, kept.highlights[0].note) == ("نصّ محفوظ", "رأيي")
    (link,) = read(f"title,url,folder,created,rating\nالمنارة,{HARBOUR},بحر,2024-01-02T00:00:00Z,5\n")
    assert link.state.added == "2024-01-02T00:00:00.000Z"
    assert link.leftovers == ("المنارة: folder: بحر | rating: 5",)


def test_what_stands_in_unknown_columns_is_left_over():
    (entry,) = read(f"title,url,time_added,tags,status,mood\nأ,{HARBOUR},1600322788,,unread,طيّب\n")
    assert entry.leftovers == ("أ: mood: طيّب",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_tables_in_other_encodings(encoding):
    text = f"title,url,time_added,tags,status\nالمنارة تعود إلى الميناء مساء اليوم,{HARBOUR},1600322788,,unread\n"
    assert [entry.title for entry in read(text, encoding)] == ["المنارة تعود إلى الميناء مساء اليوم"]


def test_a_table_of_nobody_is_told():
    with pytest.raises(ReaderError) as raised:
        tables.read(b"a,b\n1,2\n", Hints(file="x.csv"))
    assert raised.value.key == "import.unsupported"
    assert container_of(b"a,b\n1,2\n") is None
