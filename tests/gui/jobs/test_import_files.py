import pytest

from reader.catalogue.query import Query
from reader.gui.background import Background
from reader.gui.jobs.import_files import ImportFiles, Pasted


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()
    qapp.processEvents()


@pytest.fixture
def job(library, background):
    return ImportFiles(library, background)


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
