import pytest

from reader.gui.background import Background
from reader.gui.jobs import watch_folder
from reader.gui.jobs.watch_folder import WatchFolder


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()
    qapp.processEvents()


@pytest.fixture
def make(background, tmp_path, monkeypatch):
    monkeypatch.setattr(watch_folder, "SETTLE_MS", 20)
    monkeypatch.setattr(watch_folder, "LOOK_MS", 40)
    made = []

    def make():
        made.append(WatchFolder(tmp_path / "state" / "watched.json", background))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "وارد"
    folder.mkdir()
    return folder


def found(qtbot, job, act):
    with qtbot.waitSignal(job.found, timeout=20_000) as signal:
        act()
    return signal.args[0]


def put(folder, name):
    path = folder / name
    path.write_text(f"عنوان {name}\n\nفقرة.\n", encoding="utf-8")
    return path


def test_what_lies_there_and_what_comes_later_is_found_once(qtbot, make, folder):
    job, there = make(), put(folder, "أوّل.txt")
    assert found(qtbot, job, lambda: job.watch(folder)) == (there,)
    assert found(qtbot, job, lambda: put(folder, "ثانٍ.txt")) == (folder / "ثانٍ.txt",)


def test_what_was_read_is_not_found_again_by_the_next_program(qtbot, make, folder):
    job, there = make(), put(folder, "أوّل.txt")
    job.took(found(qtbot, job, lambda: job.watch(folder)))
    job.close()
    later = make()
    assert found(qtbot, later, lambda: (put(folder, "ثانٍ.txt"), later.watch(folder))) == (folder / "ثانٍ.txt",)
    assert there.exists()


def test_what_was_never_read_is_found_again(qtbot, make, folder):
    job, there = make(), put(folder, "أوّل.txt")
    found(qtbot, job, lambda: job.watch(folder))
    job.close()
    later = make()
    assert found(qtbot, later, lambda: later.watch(folder)) == (there,)


def test_a_folder_may_come_later(qtbot, make, folder):
    job = make()
    job.watch(folder / "later")
    (folder / "later").mkdir()
    assert found(qtbot, job, lambda: put(folder / "later", "أوّل.txt")) == (folder / "later" / "أوّل.txt",)
