"""Files that hold many articles, through the process that reads them and into a library."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.annotations.highlight import Status
from reader.catalogue.query import Query
from reader.collections.state import Reading
from reader.crew import Crew
from reader.intake.entries import MOST_OF_A_CALL
from reader.intake.importing import Importer, Outcome
from reader.isolation import Limits, opened
from reader.library import Library

TEXT = "<p>عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم.</p><p>وقال الحارس إنّ الترميم دام عامين.</p>"


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    crew = Crew(Limits(seconds=30), most=1)  # started here, it outlives a test
    crew.run(len, "")
    yield crew
    crew.close()


@pytest.fixture
def importer(crew) -> Importer:
    return Importer(crew)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def feed(count: int) -> str:
    items = "".join(
        f"<item><title>خبر {number}</title><link>https://example.org/{number}</link>"
        f"<description><![CDATA[{TEXT * 4}<p>رقم {number}</p>]]></description></item>"
        for number in range(count)
    )
    return f'<rss version="2.0"><channel><title>صحيفة الميناء</title>{items}</channel></rss>'


def read(importer: Importer, *paths: Path) -> list[Outcome]:
    return list(importer.read_paths(paths))


def bring(importer: Importer, library: Library, *paths: Path):
    return library.add([one for outcome in read(importer, *paths) for one in outcome.imported])


def test_a_feed_comes_in_batches_with_itself_as_original(importer, tmp_path):
    path = write(tmp_path / "خلاصة.xml", feed(MOST_OF_A_CALL + 3))
    outcomes = read(importer, path)
    assert [len(outcome.imported) for outcome in outcomes] == [MOST_OF_A_CALL, 3]
    one = outcomes[1].imported[0]
    assert one.original == path.read_bytes()
    assert (one.article.origin.name, one.article.origin.media_type) == ("خلاصة.xml", "application/xml")
    assert (one.article.origin.locator, one.article.source) == (
        f"https://example.org/{MOST_OF_A_CALL}",
        "صحيفة الميناء",
    )


def test_one_file_is_one_outcome_when_it_is_asked_for_alone(importer, tmp_path):
    outcome = importer.read_path(write(tmp_path / "feed", feed(MOST_OF_A_CALL + 1)))
    assert (len(outcome.imported), outcome.error) == (MOST_OF_A_CALL + 1, None)


def test_the_original_of_many_articles_is_kept_once(importer, library, tmp_path):
    path = write(tmp_path / "feed.xml", feed(5))
    additions = bring(importer, library, path)
    library.flush()
    originals = [each for each in (library.places.library / "originals").rglob("*") if each.is_file()]
    assert [each.read_bytes() for each in originals] == [path.read_bytes()]
    assert {library.original(addition.id) for addition in additions} == set(originals)


def test_omnivores_archive_keeps_texts_highlights_and_states(importer, library, tmp_path):
    about = {
        "id": "1",
        "slug": "harbour",
        "title": "المنارة تعود",
        "author": "هند المرّاكشي",
        "state": "Archived",
        "url": "https://example.org/harbour",
        "readingProgress": 100,
        "labels": ["بحر"],
        "savedAt": "2024-10-29T16:30:11.000Z",
        "publishedAt": "2024-10-28T10:00:00.000Z",
    }
    link = {
        **about,
        "slug": "lost",
        "title": "بلا نصّ",
        "url": "https://example.org/lost",
        "state": "Active",
        "labels": [],
    }
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([about, link]))
        archive.writestr("content/harbour.html", f"<div>{TEXT}</div>")
        archive.writestr(
            "highlights/harbour.md", "> وقال الحارس إنّ الترميم دام عامين. \n\n#سؤال\n\nأيّ عامين؟\n\n> ليس في النصّ "
        )
    first, second = bring(importer, library, tmp_path / "export.zip")
    state = library.state(first.id)
    mark, lost = library.highlighting.of(first.id)
    if mark.status is Status.ORPHAN:
        mark, lost = lost, mark

    assert (first.highlights, first.unplaced) == (2, 1)
    assert (mark.status, mark.highlight.quote) == (Status.FIXED, "وقال الحارس إنّ الترميم دام عامين.")
    assert (mark.highlight.note, mark.highlight.tags) == ("أيّ عامين؟", ("سؤال",))
    assert (lost.status, lost.highlight.quote) == (Status.ORPHAN, "ليس في النصّ")
    assert (state.reading, state.archived, state.tags) == (Reading.READ, True, ("بحر",))
    assert state.added == "2024-10-29T16:30:11.000Z"
    article = library.article(first.id)
    assert (article.authors, article.published.iso) == (("هند المرّاكشي",), "2024-10-28T10:00:00+00:00")
    assert (library.article(second.id).part, library.article(second.id).address) == (
        "address",
        "https://example.org/lost",
    )


def test_wallabags_annotations_stand_in_its_content(importer, library, tmp_path):
    entry = {
        "title": "المنارة",
        "url": "https://example.org/1",
        "is_archived": 0,
        "is_starred": 1,
        "content": TEXT,
        "created_at": "2024-01-02T03:04:05+0000",
        "tags": ["بحر"],
        "annotations": [{"text": "", "quote": "مدخل الميناء", "ranges": []}],
    }
    (addition,) = bring(importer, library, write(tmp_path / "كلّ شيء.txt", json.dumps([entry])))
    (placed,) = library.highlighting.of(addition.id)
    assert (placed.status, placed.highlight.quote) == (Status.FIXED, "مدخل الميناء")
    assert (library.state(addition.id).starred, library.state(addition.id).reading) == (True, Reading.UNREAD)


def test_highlights_alone_go_to_the_article_of_their_title(importer, library, tmp_path):
    (article,) = bring(importer, library, write(tmp_path / "feed.xml", feed(1)))
    table = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\n"
        "رقم 0,خبر 0,,,مهمّ,green,,order,0,2024-01-02 03:04:05+00:00\n"
        "جملة من كتاب,كتاب الموانئ,هند المرّاكشي,,,,,page,3,2024-01-02 03:04:05+00:00\n"
    )
    same, book = bring(importer, library, write(tmp_path / "readwise.csv", table))
    assert (same.id, same.status, same.highlights) == (article.id, "duplicate", 1)
    assert library.article(book.id).text == "كتاب الموانئ\nجملة من كتاب"
    assert [placed.status for placed in library.highlighting.of(book.id)] == [Status.FIXED]


def test_clippings_that_grew_are_added_to_what_is_there(importer, library, tmp_path):
    about = "كتاب الموانئ (هند المرّاكشي)\n- Your Highlight on page 1 | Added on Monday, 1 January 2020 12:00:00"
    one = about + "\n\n{}\n==========\n"
    path = tmp_path / "My Clippings.txt"
    (first,) = bring(importer, library, write(path, one.format("عادت المنارة إلى العمل")))
    (again,) = bring(
        importer, library, write(path, one.format("عادت المنارة إلى العمل") + one.format("وأضاءت الميناء كلّه"))
    )
    assert (again.id, again.status, again.highlights) == (first.id, "duplicate", 1)
    assert library.article(first.id).text.endswith("عادت المنارة إلى العمل\nوأضاءت الميناء كلّه")
    assert Status.ORPHAN not in [placed.status for placed in library.highlighting.of(first.id)]
    assert library.count(Query()) == 1


def test_what_is_left_over_is_told_once(importer, tmp_path):
    table = "title,url,time_added,tags,status,mood\n" + "أ,https://example.org/{},1600322788,,unread,طيّب\n,,,,,وحيد\n"
    (outcome,) = read(importer, write(tmp_path / "x.csv", table.format(1)))
    assert outcome.leftovers == ("mood: وحيد",)
    assert outcome.imported[0].leftovers == ("أ: mood: طيّب",)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('[{"url": ', "import.damaged_export"),
        ('{"a": 1}', "import.unsupported"),
        ("<rss><channel></channel></rss>", "import.empty"),
    ],
)
def test_what_cannot_be_read_is_told_by_name(importer, tmp_path, content, key):
    path = write(tmp_path / "ملفّ.json", content)
    (outcome,) = read(importer, path)
    assert (outcome.error.key, outcome.error.values["file"]) == (key, str(path))


def test_an_entry_that_takes_the_process_down_harms_no_other(tmp_path, caplog):
    path = write(tmp_path / "feed.xml", feed(3))
    with Importer(Crew(Limits(seconds=30))) as importer:
        run = importer._crew.run

        def run_or_fail(function, *args):
            if function.__name__ == "made" and any(entry.title == "خبر 1" for entry in opened(args[0])):
                return run(_fails)
            return run(function, *args)

        importer._crew.run = run_or_fail
        (outcome,) = importer.read_paths([path])
        importer._crew.close()
    caplog.clear()
    assert [one.article.title for one in outcome.imported] == ["خبر 0", "خبر 2"]
    assert [error.values["title"] for error in outcome.failures] == ["خبر 1"]


def _fails() -> None:
    raise ValueError


def test_exports_in_the_wild_are_read_whole(importer, shared):
    for folder in ("exports", "feeds", "opml"):
        for outcome in importer.read_paths([shared / "data" / folder]):
            assert outcome.imported, outcome
            assert not outcome.failures
