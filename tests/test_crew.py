import os
import threading
from collections.abc import Iterator
from functools import partial
from itertools import count

import pytest

from reader.crew import Crew
from reader.errors import ReaderError
from reader.isolation import Cancelled
from tests import isolated_functions as work


@pytest.fixture
def crew() -> Iterator[Crew]:
    crew = Crew()
    yield crew
    crew.close()


def test_answers_come_in_the_order_of_the_calls_with_their_names(crew):
    calls = [(number, partial(crew.run, work.double, number)) for number in range(20)]
    assert [(name, answer.result()) for name, answer in crew.in_order(calls)] == [
        (number, 2 * number) for number in range(20)
    ]


def test_what_one_call_raises_is_raised_for_it_alone(crew):
    calls = [("a", partial(crew.run, work.tell, "ن")), ("b", partial(crew.run, work.double, 1))]
    (_, failed), (_, done) = crew.in_order(calls)
    with pytest.raises(ReaderError) as told:
        failed.result()
    assert (told.value.key, done.result()) == ("import.empty", 2)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="Two processes want two processors")
def test_calls_are_made_side_by_side(crew, tmp_path):
    flag = tmp_path / "flag"
    waits = threading.Thread(target=crew.run, args=(work.take_for_ever, str(flag)))
    waits.start()
    assert crew.run(work.double, 3) == 6
    flag.touch()
    waits.join()


def test_an_idle_process_is_used_before_another_is_started(crew):
    assert crew.run(work.process_id) == crew.run(work.process_id)


def test_who_stops_early_begins_no_further_call(crew):
    begun = []
    answers = crew.in_order((number, partial(begun.append, number)) for number in count())
    next(answers)
    answers.close()
    assert len(begun) < 20


def test_cancelling_ends_the_calls_that_run(crew):
    told = []

    def call() -> None:
        try:
            crew.run(work.take_for_ever)
        except Cancelled as error:
            told.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    while thread.is_alive():
        crew.cancel()
        thread.join(0.01)
    assert len(told) == 1


def test_a_stream_leaves_its_process_to_the_next_call(crew):
    assert list(crew.stream(work.count_to, 3)) == [1, 2, 3]
    assert crew.run(work.double, 2) == 4


def test_a_process_that_was_prepared_answers(crew):
    crew.prepare(work.process_id)
    assert crew.run(work.double, 3) == 6
