import threading

from PySide6.QtWidgets import QWidget

from reader.gui.library_bridge import LibraryBridge, QueuedCalls
from reader.text.spans import Span
from tests.gui.conftest import article


def test_calls_from_another_thread_come_to_the_windows(qtbot):
    calls, seen = QueuedCalls(), []
    thread = threading.Thread(target=lambda: calls.post(lambda: seen.append(threading.current_thread())))
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [threading.main_thread()]


def test_every_change_of_the_library_is_a_signal(qtbot, library):
    bridge = LibraryBridge(library)
    with qtbot.waitSignal(bridge.articles_added) as added:
        (addition,) = library.add([article("مقال")])
    assert added.args == [(addition.id,)]
    with qtbot.waitSignals([bridge.marks_changed, bridge.undo_changed, bridge.saved]):
        library.highlighting.add(addition.id, Span(0, 4), "yellow")
    with qtbot.waitSignal(bridge.articles_changed) as changed:
        library.delete([addition.id])
    assert changed.args == [(addition.id,)]
    bridge.close()


def test_a_closed_bridge_is_silent(qtbot, library):
    bridge = LibraryBridge(library)
    bridge.close()
    with qtbot.assertNotEmitted(bridge.articles_added):
        library.add([article("مقال")])


def test_a_call_for_later_comes_when_the_window_is_painted(qapp, qtbot):
    calls, seen = QueuedCalls(), []

    class Painted(QWidget):
        def paintEvent(self, _event):
            seen.append("painted")

    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: bool(seen))
    qapp.processEvents()
    seen.clear()
    calls.post_later(lambda: seen.append("later"))
    widget.update()
    calls.post(lambda: seen.append("posted"))
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == ["posted", "painted", "later"]
