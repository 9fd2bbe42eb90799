import threading

import pytest

from reader.gui.background import Background


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()
    qapp.processEvents()


def ask(qtbot, background, work, **more):
    answers = []
    background.ask("key", work, answers.append, **more)
    qtbot.waitUntil(lambda: background.is_idle)
    return answers


def test_an_answer_comes_home_to_the_windows_thread(qtbot, background):
    threads = []

    def work(task):
        threads.append(threading.current_thread())
        return 42

    def answered(value):
        threads.append(threading.current_thread())
        assert value == 42

    with qtbot.waitSignal(background.became_idle):
        background.ask("key", work, answered)
    assert threads[1] is threading.main_thread()
    assert threads[0] is not threads[1]


def test_a_newer_question_makes_the_older_answer_ignored(qtbot, background):
    may_end = threading.Event()
    answers = []
    background.ask("key", lambda task: may_end.wait(10) and "old", answers.append)
    background.ask("key", lambda task: "new", answers.append)
    may_end.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert answers == ["new"]


def test_questions_of_other_keys_do_not_disturb_one_another(qtbot, background):
    answers = []
    for key in ("one", "two", "three"):
        background.ask(key, lambda task, key=key: key, answers.append)
    qtbot.waitUntil(lambda: background.is_idle)
    assert sorted(answers) == ["one", "three", "two"]


def test_work_that_nobody_waits_for_is_told(qtbot, background):
    may_look = threading.Event()
    seen = []

    def work(task):
        may_look.wait(10)
        seen.append(task.is_cancelled)

    answers = []
    background.ask("key", work, answers.append)
    background.cancel("key")
    may_look.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert seen == [True]
    assert answers == []


def test_what_stops_the_work_is_called_when_it_is_cancelled(qtbot, background):
    is_stopped = threading.Event()

    def work(task):
        task.stop_with(is_stopped.set)
        assert is_stopped.wait(10)

    background.ask("key", work, lambda _: None)
    background.cancel("key")
    qtbot.waitUntil(lambda: background.is_idle)


def test_an_error_goes_to_who_asked(qtbot, background):
    errors = []
    ask(qtbot, background, lambda task: 1 / 0, failed=errors.append)
    assert [type(error) for error in errors] == [ZeroDivisionError]


def test_an_error_that_nobody_awaits_is_announced(qtbot, background):
    with qtbot.waitSignal(background.failed) as signal:
        background.ask("key", lambda task: 1 / 0, lambda _: None)
    assert isinstance(signal.args[0], ZeroDivisionError)
    qtbot.waitUntil(lambda: background.is_idle)


def test_progress_is_told_in_order_before_the_answer(qtbot, background):
    told = []

    def work(task):
        for number in range(3):
            task.report(number)
        return "done"

    background.ask("key", work, told.append, progressed=told.append)
    qtbot.waitUntil(lambda: background.is_idle)
    assert told == [0, 1, 2, "done"]


def test_closing_waits_for_work_that_runs(qapp):
    background = Background()
    ended = []

    def work(task):
        while not task.is_cancelled:
            pass
        ended.append(True)

    background.ask("key", work, lambda _: None)
    background.close()
    assert ended in ([], [True])  # not begun, or ended
    qapp.processEvents()
