import multiprocessing
import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from reader.gui.single_instance import SingleInstance
from reader.store.layout import Places

FILES = [Path("/articles/مقال أوّل.txt"), Path("/articles/b.html")]


@pytest.fixture
def first(places, qapp):
    instance = SingleInstance(places)
    assert instance.claim()
    yield instance
    instance.close()


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


def hand_over(places: Places, files: list[Path], answers) -> None:
    instance = SingleInstance(places)
    answers.put((instance.claim(), instance.hand_over(files, patience=20)))


def claim_and_wait(places: Places, answers) -> None:
    instance = SingleInstance(places)
    parent = QObject()
    claimed = instance.claim()
    instance.listen(lambda _: None, parent)
    answers.put(claimed)
    signal.pause()


@pytest.fixture
def start():
    context = multiprocessing.get_context("spawn")
    running = []

    def start(function, *arguments):
        answers = context.Queue()
        process = context.Process(target=function, args=(*arguments, answers))
        process.start()
        running.append((process, answers))
        return process, answers

    yield start
    for process, answers in running:
        process.kill()
        process.join()
        process.close()
        answers.close()
        answers.join_thread()


def test_who_comes_second_hands_its_files_to_the_first(qtbot, places, first, owner, start):
    taken = []
    first.listen(taken.append, owner)
    process, answers = start(hand_over, places, FILES)
    qtbot.waitUntil(lambda: bool(taken), timeout=20_000)
    qtbot.waitUntil(lambda: not process.is_alive(), timeout=20_000)
    assert answers.get() == (False, True)
    assert taken == [FILES]


def test_files_wait_for_a_first_window_that_is_still_starting(qtbot, places, first, owner, start):
    process, answers = start(hand_over, places, [])
    taken = []
    first.listen(taken.append, owner)
    qtbot.waitUntil(lambda: taken == [[]], timeout=20_000)
    qtbot.waitUntil(lambda: not process.is_alive(), timeout=20_000)
    assert answers.get() == (False, True)


def test_a_window_that_does_not_answer_is_not_waited_for_without_end(places, first):
    second = SingleInstance(places)
    assert not second.claim()
    assert not second.hand_over(FILES, patience=0.2)


def test_another_library_has_a_window_of_its_own(tmp_path, first):
    other = SingleInstance(Places(tmp_path / "other", tmp_path / "state", tmp_path / "cache"))
    assert other.claim()
    other.close()


def test_once_the_first_is_closed_another_is_the_first(places, first):
    first.close()
    assert first.claim()


@pytest.mark.skipif(os.name != "posix", reason="Only POSIX ends programs by signals")
def test_the_next_window_is_the_first_when_that_one_was_killed(qtbot, places, owner, start, qapp):
    process, answers = start(claim_and_wait, places)
    assert answers.get(timeout=20)
    process.kill()
    process.join()
    instance = SingleInstance(places)
    assert instance.claim()
    taken = []
    instance.listen(taken.append, owner)
    second, _ = start(hand_over, places, FILES)
    qtbot.waitUntil(lambda: taken == [FILES], timeout=20_000)
    qtbot.waitUntil(lambda: not second.is_alive(), timeout=20_000)
    instance.close()


def test_what_is_not_understood_gets_no_answer_and_harms_nobody(qtbot, places, first, owner, start):
    taken = []
    first.listen(taken.append, owner)
    folder = first._asked
    nonsense = {"1.json": b"hello\n", "2.json": b'{"files": 3}\n', "3.json": b"[]\n", "4.json": b"\xff\n"}
    for name, message in nonsense.items():
        (folder / name).write_bytes(message)
    process, _ = start(hand_over, places, FILES)
    qtbot.waitUntil(lambda: bool(taken), timeout=20_000)
    qtbot.waitUntil(lambda: not process.is_alive(), timeout=20_000)
    assert taken == [FILES]
    assert {path.name for path in folder.iterdir()} == nonsense.keys()


def test_what_was_asked_long_ago_is_not_done(qtbot, places, first, owner):
    folder = first._asked
    folder.mkdir()
    for name in ("old.json", "old.draft"):
        (folder / name).write_text('{"files": ["/articles/old.txt"]}', encoding="utf-8")
        os.utime(folder / name, (0, 0))
    taken = []
    first.listen(taken.append, owner)
    qtbot.waitUntil(lambda: not list(folder.iterdir()))
    assert taken == []
