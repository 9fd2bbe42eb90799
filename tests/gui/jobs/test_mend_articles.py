"""Other versions of an article: mended by hand, and read again from what was kept."""

from dataclasses import replace

import pytest

from reader.annotations.highlight import Status
from reader.articles import mending
from reader.gui.background import Background
from reader.gui.jobs.mend_articles import MendArticles
from reader.intake.importing import Importer
from reader.text.spans import Span
from tests.gui.conftest import PARAGRAPHS, article


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()
    qapp.processEvents()


@pytest.fixture
def job(library, background):
    return MendArticles(library, background)


@pytest.fixture
def imported(library, tmp_path):
    """An article read from a file by the importer of today."""
    file = tmp_path / "خبر.txt"
    file.write_text("عودة الصيادين\n\n" + "\n\n".join(PARAGRAPHS) + "\n", encoding="utf-8")
    with Importer() as importer:
        outcome = importer.read_path(file)
    file.unlink()
    (addition,) = library.add(outcome.imported)
    library.flush()
    return addition.id


def mark(library, name, words):
    start = library.article(name).text.index(words)
    return library.highlighting.add(name, Span(start, start + len(words)), "yellow", "ملاحظة")


def again(qtbot, job, *names):
    with qtbot.waitSignal(job.read_again, timeout=30_000) as signal:
        job.read_originals(names)
    return tuple(signal.args)


def test_a_mended_article_keeps_its_highlights_and_is_one_step_of_undo(job, library):
    name = library.add([article("عودة الصيادين", [*PARAGRAPHS, "شارك المقال"], source="الساحل")])[0].id
    mark(library, name, "الترميم انتهى")
    draft = mending.merge(mending.remove(job.draft(name), ["b3"]), "b1")
    job.keep(name, replace(draft, title="الصيادون يعودون", source="الميناء"))
    mended = library.article(name)
    assert (mended.title, mended.source) == ("الصيادون يعودون", "الميناء")
    assert "شارك" not in mended.text
    (placed,) = library.highlighting.of(name)
    assert (placed.status, placed.span.of(mended.text)) == (Status.FIXED, "الترميم انتهى")
    assert library.undo() == "undo.mended"
    assert library.article(name).title == "عودة الصيادين"


def test_what_was_removed_is_offered_again_the_next_time(job, library):
    name = library.add([article("عودة الصيادين", [*PARAGRAPHS, "شارك المقال"])])[0].id
    job.keep(name, mending.remove(job.draft(name), ["b3"]))
    job.keep(name, mending.remove(job.draft(name), ["b2"]))
    draft = job.draft(name)
    assert draft.removed == {"b2", "b3"}
    job.keep(name, mending.restore(draft, ["b2", "b3"]))
    assert [block.id for block in library.article(name).blocks] == ["b0", "b1", "b2", "b3"]


def test_a_source_that_the_reader_gave_before_is_mended_too(job, library):
    name = library.add([article("عودة الصيادين")])[0].id
    library.set_source(name, "الساحل")
    version = library.version(name)
    job.keep(name, job.draft(name))
    assert library.version(name) == version
    job.keep(name, replace(job.draft(name), source="الميناء"))
    assert library.state(name).source == "الميناء"


def test_an_original_is_read_again_without_losing_a_highlight(qtbot, job, library, imported):
    first = library.version(imported)
    mark(library, imported, "الترميم انتهى")
    text = library.article(imported)
    wrong = replace(text, blocks=text.blocks[:1] + text.blocks[2:], title="عنوان خاطئ")
    library.add_version(imported, wrong)
    assert again(qtbot, job, imported) == (1, 1)
    assert library.article(imported).text == text.text
    assert library.version(imported) == first
    (placed,) = library.highlighting.of(imported)
    assert placed.status is Status.FIXED
    assert library.undo() == "undo.read_again"
    assert library.article(imported).title == "عنوان خاطئ"


def test_an_original_that_says_the_same_makes_no_step(qtbot, job, library, imported):
    assert again(qtbot, job, imported) == (0, 1)


def test_an_entry_of_a_feed_is_read_again_from_its_place(qtbot, job, library, tmp_path):
    feed = tmp_path / "feed.xml"
    items = "".join(
        f"<item><title>خبر {name}</title><link>https://example.org/{name}</link>"
        f"<description>نصّ الخبر {name} وفيه كلمات كثيرة تخصّه هو وحده.</description></item>"
        for name in ("one", "two")
    )
    feed.write_text(f"<rss version='2.0'><channel><title>خلاصة</title>{items}</channel></rss>", encoding="utf-8")
    with Importer() as importer:
        names = [each.id for each in library.add(importer.read_path(feed).imported)]
    library.flush()
    library.add_version(names[1], replace(library.article(names[1]), title="غيره"))
    told = []
    job.progressed.connect(lambda *news: told.append(news))
    assert again(qtbot, job, *names) == (1, 2)
    assert told == [(1, 2, "خبر one")]
    assert library.article(names[1]).title == "خبر two"


def test_an_article_without_an_original_says_so(qtbot, job, library):
    name = library.add([replace(article("بلا أصل"), original=b"")])[0].id
    with qtbot.waitSignal(job.failed) as signal:
        job.read_originals([name])
    assert signal.args[0].key == "import.no_original"
