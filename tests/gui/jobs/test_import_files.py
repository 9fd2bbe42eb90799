import multiprocessing

import pytest

from reader.catalogue.query import Query
from reader.changes import ArticlesAdded
from reader.gui.background import Background
from reader.gui.jobs.import_files import AT_FIRST, MOST, ImportFiles, Pasted


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()
    qapp.processEvents()


@pytest.fixture
def job(library, background):
    job = ImportFiles(library, background)
    yield job
    job.close()


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "مقالات"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"العنوان {number}\n\nفقرة المقال رقم {number}.\n", encoding="utf-8")
    return folder


def finished(qtbot, job, act):
    with qtbot.waitSignal(job.finished, timeout=30_000) as signal:
        act()
    return signal.args[0]


def test_a_folder_is_added_with_a_line_for_each_file(qtbot, job, library, files):
    lines = finished(qtbot, job, lambda: job.import_paths([files]))
    assert [line.status for line in lines] == ["added"] * 5
    assert {line.title for line in lines} == {f"العنوان {number}" for number in range(5)}
    assert library.count(Query()) == 5


def test_good_files_are_added_among_bad_ones(qtbot, job, library, files):
    (files / "فارغ.txt").touch()
    (files / "خلط.txt").write_bytes(bytes(range(256)) * 40)
    lines = finished(qtbot, job, lambda: job.import_paths([files]))
    failed = {line.path.name: line.error for line in lines if line.status == "failed"}
    assert set(failed) == {"فارغ.txt", "خلط.txt"}
    assert all(error is not None for error in failed.values())
    assert library.count(Query()) == 5


def test_what_is_there_already_is_a_duplicate(qtbot, job, files):
    finished(qtbot, job, lambda: job.import_paths([files]))
    lines = finished(qtbot, job, lambda: job.import_paths([files]))
    assert {line.status for line in lines} == {"duplicate"}


def test_what_is_asked_for_meanwhile_waits_for_its_turn(qtbot, job, library, files):
    told = []
    job.finished.connect(told.append)
    job.import_paths([files / "0.txt"])
    job.import_pasted(Pasted(text="عنوان ملصوق\n\nفقرة ملصوقة فيها كلمات.\n"))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=30_000)
    assert [lines[0].title for lines in told] == ["العنوان 0", "عنوان ملصوق"]
    assert told[1][0].path is None
    assert not job.is_busy


def test_what_takes_long_before_the_first_file_is_read_is_told_too_unless_nobody_asked_for_it(qtbot, job, files):
    told = []
    job.progressed.connect(lambda *news: told.append(news))
    finished(qtbot, job, lambda: (job.import_paths([files]), job._patience.timeout.emit()))
    assert told[0] == (0, 0, "", 0)
    told.clear()
    with qtbot.waitSignal(job.came_by_itself, timeout=30_000):
        job.import_paths([files], quietly=True)
        job._patience.timeout.emit()
        assert told == []


def test_a_cancelled_import_keeps_what_was_read(qtbot, job, library, background, files):
    told = []
    job.finished.connect(told.append)
    job.import_paths([files])
    job.cancel()
    assert len(told) == 1
    assert not job.is_busy
    qtbot.waitUntil(lambda: background.is_idle, timeout=30_000)
    assert library.count(Query()) == len(told[0])


@pytest.mark.parametrize("pasted", [Pasted(), Pasted(text="  \n"), Pasted(html=" ")])
def test_pasting_nothing_does_nothing(job, pasted):
    job.import_pasted(pasted)
    assert not job.is_busy


def test_a_pasted_article_keeps_its_address(qtbot, job, library):
    pasted = Pasted(text="عنوان\n\nفقرة ملصوقة فيها كلمات.\n", address="https://example.org/a")
    (line,) = finished(qtbot, job, lambda: job.import_pasted(pasted))
    assert library.article(line.id).address == "https://example.org/a"


def test_a_duplicate_can_be_added_all_the_same(qtbot, job, library, files):
    finished(qtbot, job, lambda: job.import_paths([files]))
    lines = finished(qtbot, job, lambda: job.import_paths([files]))
    with qtbot.waitSignal(job.kept_both, timeout=30_000) as signal:
        job.keep_both(lines[:2])
    assert [line.status for line in signal.args[0]] == ["added", "added"]
    assert library.count(Query()) == 7


def test_of_a_file_with_many_articles_only_the_chosen_are_added_again(qtbot, job, library, tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text(
        "<rss version='2.0'><channel><title>خلاصة</title>"
        + "".join(
            f"<item><title>خبر {name}</title><link>https://example.org/{number}</link>"
            f"<description>نصّ الخبر {name} وفيه كلمات كثيرة تخصّه هو وحده.</description></item>"
            for number, name in enumerate(("أوّل", "ثانٍ", "ثالث"))
        )
        + "</channel></rss>",
        encoding="utf-8",
    )
    finished(qtbot, job, lambda: job.import_paths([feed]))
    lines = finished(qtbot, job, lambda: job.import_paths([feed]))
    assert [line.status for line in lines] == ["duplicate"] * 3
    with qtbot.waitSignal(job.kept_both, timeout=30_000) as signal:
        job.keep_both([lines[1]])
    assert [line.title for line in signal.args[0]] == ["خبر ثانٍ"]
    assert library.count(Query()) == 4


def test_a_pasted_duplicate_can_be_added_all_the_same(qtbot, job, library):
    same = Pasted(text="عنوان ملصوق\n\nفقرة ملصوقة فيها كلمات.\n")
    finished(qtbot, job, lambda: job.import_pasted(same))
    lines = finished(qtbot, job, lambda: job.import_pasted(same))
    job.keep_both(lines)
    assert library.count(Query()) == 2


def test_one_process_reads_what_is_pasted_one_after_the_other(qtbot, job):
    processes = set()
    for number in range(3):
        finished(qtbot, job, lambda number=number: job.import_pasted(Pasted(text=f"عنوان\n\nفقرة ملصوقة {number}.")))
        processes |= {process.pid for process in multiprocessing.active_children()}
    assert len(processes) == 1
    job.close()
    assert not multiprocessing.active_children()


def test_places_that_could_not_be_read_are_counted(qtbot, job, tmp_path):
    file = tmp_path / "خبر.txt"
    paragraph = "فقرة طويلة فيها كلمات عربية كثيرة لا شكّ في ترميزها. " * 20
    file.write_bytes("العنوان\n\n".encode() + paragraph.encode() + b"\xff " + paragraph.encode())
    (line,) = finished(qtbot, job, lambda: job.import_paths([file]))
    assert (line.status, line.unreadable) == ("added", 1)


def test_the_articles_of_one_file_are_added_in_several_turns_and_all_of_them_arrive(qtbot, job, library, tmp_path):
    count = 2 * MOST + 10
    items = "".join(
        f"<item><title>خبر {number}</title><link>https://example.org/{number}</link>"
        f"<description>نصّ الخبر رقم {number} وفيه كلمات تخصّه هو وحده.</description></item>"
        for number in range(count)
    )
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss version='2.0'><channel><title>خلاصة</title>{items}</channel></rss>", encoding="utf-8")
    lines = finished(qtbot, job, lambda: job.import_paths([feed]))
    assert [line.title for line in lines] == [f"خبر {number}" for number in range(count)]
    assert library.count(Query()) == count


def test_articles_of_one_file_are_shown_many_at_a_time(qtbot, job, library, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.gui.jobs.import_files.TOLD_EVERY_S", 3600)
    count = 4 * MOST + 1
    items = "".join(
        f"<item><title>خبر {number}</title><link>https://x.org/{number}</link></item>" for number in range(count)
    )
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss><channel><title>صحيفة</title>{items}</channel></rss>", encoding="utf-8")
    told = []
    library.on_change(lambda change: told.append(change.ids) if isinstance(change, ArticlesAdded) else None)
    finished(qtbot, job, lambda: job.import_paths([feed]))
    assert [len(ids) for ids in told] == [AT_FIRST, count - AT_FIRST]
