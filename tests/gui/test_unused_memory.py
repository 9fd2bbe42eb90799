import gc

import pytest
from PySide6.QtCore import QObject

from reader.gui import unused_memory
from reader.gui.measuring import memory_mb
from reader.gui.unused_memory import UnusedMemory


class Knot:
    """Something that only a search frees."""

    def __init__(self):
        self.me = self


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


def knots():
    return sum(isinstance(each, Knot) for each in gc.get_objects())


def test_what_is_unused_is_freed_in_quiet_and_not_before(owner, qtbot, monkeypatch):
    monkeypatch.setattr(unused_memory, "SOME", 1000)
    monkeypatch.setattr(unused_memory, "QUIET_MS", 20)
    gc.collect()
    memory = UnusedMemory(owner)
    for _ in range(5000):
        Knot()
    assert knots() == 5000
    memory.wait()
    qtbot.waitUntil(lambda: knots() == 0)


@pytest.mark.skipif(not memory_mb(), reason="This system does not say how much memory is held")
def test_what_lies_free_between_what_is_used_goes_back_to_the_system(owner, qtbot, monkeypatch):
    monkeypatch.setattr(unused_memory, "QUIET_MS", 20)
    blocks = [bytes(2000) for _ in range(40_000)]
    kept = blocks[::400]
    held = memory_mb()
    del blocks
    UnusedMemory(owner).wait()
    qtbot.waitUntil(lambda: memory_mb() < held - 40)
    assert len(kept) == 100


def test_python_has_its_own_way_again_afterwards(qapp):
    owner = QObject()
    UnusedMemory(owner)
    assert gc.get_threshold()[0] == unused_memory.MUCH
    del owner
    gc.collect()
    assert gc.get_threshold() == unused_memory.PYTHONS_OWN


def test_a_window_that_goes_leaves_the_other_its_quiet(qapp):
    owner, other = QObject(), QObject()
    UnusedMemory(owner)
    memory = UnusedMemory(other)
    del owner
    gc.collect()
    memory.wait()
    assert gc.get_threshold()[0] == unused_memory.MUCH
    del other
    gc.collect()
