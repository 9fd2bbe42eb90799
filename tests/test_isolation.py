import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.articles.article import BlockKind
from reader.errors import ReaderError
from reader.isolation import Cancelled, IsolatedFault, IsolatedWorker, Limits, Sealed, opened, sealed
from tests import isolated_functions as work

ROOT = Path(__file__).resolve().parents[1]
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Only POSIX limits memory")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Only Linux has /proc")


@pytest.fixture(scope="module")
def worker() -> Iterator[IsolatedWorker]:
    worker = IsolatedWorker(Limits(seconds=60, memory=512 << 20))
    worker.run(work.double, 1)  # started here, it is no process that a single test leaves behind
    yield worker
    worker.close()


@pytest.fixture
def own_worker() -> Iterator[IsolatedWorker]:
    worker = IsolatedWorker(Limits(seconds=60, memory=512 << 20))
    yield worker
    worker.close()


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"  # dead, and not yet fetched by whoever adopted it


def test_a_function_runs_in_another_process_and_its_value_comes_back(worker):
    assert worker.run(work.double, 21) == 42
    assert worker.run(work.process_id) != os.getpid()


def test_the_process_is_used_again(worker):
    assert worker.run(work.process_id) == worker.run(work.process_id)


def test_a_process_that_nobody_asks_ends_and_another_answers():
    idle = IsolatedWorker(Limits(seconds=60, idle=0.5))
    try:
        process = idle.run(work.process_id)
        while is_running(process):
            threading.Event().wait(0.01)
        assert idle.run(work.process_id) != process
    finally:
        idle.close()


def test_large_arguments_pass(worker):
    assert worker.run(work.size_of, bytes(20 << 20)) == 20 << 20


def test_our_values_come_back_whole(worker):
    block = worker.run(work.a_block, "نصّ")
    assert (block.kind, block.text, block.extra["date"].written) == (BlockKind.LEAD, "نصّ", "نصّ")


def test_what_is_no_value_is_not_taken_back_and_the_process_is_made_anew(own_worker):
    before = own_worker.run(work.process_id)
    with pytest.raises(ReaderError) as raised:
        own_worker.run(work.return_machinery)
    assert raised.value.key == "isolation.crash"
    assert own_worker.run(work.process_id) != before


def test_a_message_for_the_reader_comes_home_with_its_values(worker):
    with pytest.raises(ReaderError) as raised:
        worker.run(work.tell, "مقال.txt")
    assert (raised.value.key, raised.value.values) == ("import.empty", {"file": "مقال.txt"})


def test_any_other_exception_comes_home_as_a_fault_and_the_process_lives_on(worker):
    before = worker.run(work.process_id)
    with pytest.raises(IsolatedFault, match="ZeroDivisionError"):
        worker.run(work.divide_by_nothing)
    assert worker.run(work.process_id) == before


def test_taking_too_long_by_the_clock_is_told_and_the_next_call_works():
    worker = IsolatedWorker(Limits(seconds=0.2))
    with pytest.raises(ReaderError) as raised:
        worker.run(work.take_for_ever)
    assert raised.value.key == "isolation.time"
    worker.close()


@on_posix
def test_memory_is_limited_and_the_next_call_works(own_worker):
    with pytest.raises(ReaderError) as raised:
        own_worker.run(work.take_memory, 1 << 30)
    assert (raised.value.key, raised.value.values) == ("isolation.memory", {"megabytes": 512})
    assert own_worker.run(work.double, 2) == 4


@pytest.mark.parametrize("function", [work.crash, work.leave_without_a_word])
def test_a_crash_is_told_and_the_next_call_works(own_worker, function):
    with pytest.raises(ReaderError) as raised:
        own_worker.run(function)
    assert raised.value.key == "isolation.crash"
    assert own_worker.run(work.double, 2) == 4


def test_a_call_can_be_cancelled_from_another_thread_and_the_next_works(own_worker):
    own_worker.run(work.double, 1)
    outcomes: list[str] = []

    def call() -> None:
        try:
            own_worker.run(work.take_for_ever)
        except Cancelled:
            outcomes.append("cancelled")

    thread = threading.Thread(target=call)
    thread.start()
    while thread.is_alive():  # until the call has begun there is nothing to cancel
        own_worker.cancel()
        thread.join(0.01)
    assert outcomes == ["cancelled"]
    assert own_worker.run(work.double, 2) == 4


def test_cancelling_without_a_call_does_nothing(worker):
    before = worker.run(work.process_id)
    worker.cancel()
    assert worker.run(work.process_id) == before


def test_calls_from_several_threads_take_turns(worker):
    answers: list[int] = []
    threads = [threading.Thread(target=lambda n=n: answers.append(worker.run(work.double, n))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [0, 2, 4, 6, 8, 10, 12, 14]


def test_a_worker_can_be_used_after_it_was_closed_and_closed_twice(own_worker):
    before = own_worker.run(work.process_id)
    own_worker.close()
    own_worker.close()
    assert own_worker.run(work.process_id) != before


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (work.open_a_connection, ()),
        (work.ask_for_a_name, ()),
        (work.start_a_program, ()),
        (work.write, ("written.txt",)),
        (work.remove, ("kept.txt",)),
    ],
)
def test_the_process_may_not_reach_out(worker, tmp_path, function, arguments):
    kept = tmp_path / "kept.txt"
    kept.write_text("نصّ", encoding="utf-8")
    with pytest.raises(IsolatedFault, match="PermissionError: not allowed here"):
        worker.run(function, *(str(tmp_path / name) for name in arguments))
    assert list(tmp_path.iterdir()) == [kept]


def test_the_process_may_read(worker, tmp_path):
    (tmp_path / "a.txt").write_text("نصّ", encoding="utf-8")
    assert worker.run(work.read, str(tmp_path / "a.txt")) == "نصّ"


def test_the_process_has_no_standard_input(worker):
    assert worker.run(work.read_standard_input) == ""


@on_linux
def test_the_process_has_nothing_open_but_its_own_pipes(worker, tmp_path):
    with (tmp_path / "open.txt").open("w", encoding="utf-8") as file:
        os.set_inheritable(file.fileno(), True)
        own_worker = IsolatedWorker()
        opened = own_worker.run(work.open_descriptors)
        own_worker.close()
    strange = [name for name in opened if not name.startswith(("pipe:", "/dev/null", "/proc/"))]
    assert strange == []


def test_the_process_neither_runs_the_main_module_again_nor_loads_the_window():
    program = (
        "import sys\n"
        "print('main')\n"
        "from reader.isolation import IsolatedWorker\n"
        "from tests import isolated_functions as work\n"
        "worker = IsolatedWorker()\n"
        "print(*worker.run(work.loaded_modules))\n"
        "worker.close()\n"
        "assert sys.modules['__main__'].__dict__ is globals()\n"
    )
    done = subprocess.run(
        [sys.executable, "-"], input=program, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    first, *loaded = done.stdout.split()
    assert first == "main"
    assert "reader.isolation" in loaded
    assert not {name.partition(".")[0] for name in loaded} & {"main", "PySide6", "pytest", "lxml", "chardet"}


@on_linux
@pytest.mark.parametrize("way", ["returns", "is killed"])
def test_no_process_is_left_when_the_program_ends_in_the_middle_of_a_call(tmp_path, way):
    mark = str(tmp_path / "never")
    program = (
        "import os, signal, threading, time\n"
        "from reader.isolation import IsolatedWorker\n"
        "from tests import isolated_functions as work\n"
        "worker = IsolatedWorker()\n"
        "print(worker.run(work.process_id), flush=True)\n"
        f"threading.Thread(target=worker.run, args=(work.take_for_ever, {mark!r}), daemon=True).start()\n"
        + ("os.kill(os.getpid(), signal.SIGKILL)\n" if way == "is killed" else "")
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    process = int(done.stdout)
    while is_running(process):  # for ever, which the runner ends, if it is left behind
        os.sched_yield()


def test_what_a_function_yields_comes_as_it_is_made(worker):
    stream = worker.stream(work.count_to, 3)
    assert next(stream) == 1
    assert list(stream) == [2, 3]
    assert worker.run(work.double, 4) == 8


def test_what_goes_wrong_on_the_way_is_told_after_what_came_before(worker):
    stream = worker.stream(work.count_and_fail)
    assert next(stream) == 1
    with pytest.raises(ReaderError) as told:
        next(stream)
    assert told.value.key == "import.empty"


def test_a_stream_that_nobody_wants_to_the_end_is_ended(own_worker):
    stream = own_worker.stream(work.count_to, 1_000_000)
    assert next(stream) == 1
    stream.close()
    assert own_worker.run(work.double, 1) == 2


def test_a_sealed_value_is_what_it_was(worker):
    block = work.a_block("نصّ")
    assert opened(sealed(block)) == block
    assert worker.run(opened, sealed(block)) == block


def test_what_is_no_value_is_not_opened():
    with pytest.raises(pickle.UnpicklingError):
        opened(Sealed(pickle.dumps(os.getpid)))
