import threading
from itertools import count

import pytest

from reader.intake.ahead import ahead


def test_items_come_in_their_order():
    assert list(ahead(range(50))) == list(range(50))
    assert list(ahead([])) == []


def test_the_next_items_are_made_while_one_is_used():
    made = threading.Event()

    def items():
        yield 1
        made.set()
        yield 2

    found = ahead(items())
    assert next(found) == 1
    assert made.wait(10)
    assert list(found) == [2]


def test_what_goes_wrong_is_told_in_its_turn():
    def items():
        yield 1
        raise ValueError("wrong")

    found = ahead(items())
    assert next(found) == 1
    with pytest.raises(ValueError, match="wrong"):
        next(found)


def test_who_stops_early_leaves_nothing_running():
    found = ahead(count())
    assert next(found) == 0
    found.close()
