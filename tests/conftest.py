"""What every test lives under: a home of its own, no network, and nothing left running, logged or unsaid."""

import gc
import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from reader.library import Library
from reader.store.layout import Places

# A build that fails must fail again when it is looked into; new examples are for those who look for them.
hypothesis.settings.register_profile("the same everywhere", derandomize=True, deadline=None)
hypothesis.settings.load_profile("the same everywhere")

ROOT = Path(__file__).resolve().parents[1]

# The same pixels everywhere, and no screen unless one is asked for. Qt reads these when the application is made.
for name, value in {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "QT_FONT_DPI": "96"}.items():
    os.environ.setdefault(name, value)
# The system's language and place must not decide how a test ends.
os.environ.update({"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
os.environ.pop("LANGUAGE", None)

PATIENCE_S = 10  # how long something that is ending may take to end; nothing waits as long when all is well
NAMING = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
REACHING = frozenset({"socket.connect", "socket.bind", "socket.sendto"})


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-pictures", action="store_true", help="write golden pictures anew instead of comparing")
    parser.addoption("--windows", choices=("offscreen", "real"), help="run only tests without, or with, real windows")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose the tests by the windows they need; without a choice, skip what the platform cannot give."""
    real = [item for item in items if item.get_closest_marker("real_window")]
    wanted = config.getoption("--windows")
    if wanted == "real":
        real += [item for item in items if item.get_closest_marker("any_window")]
        _keep(real, config, items)
    elif wanted == "offscreen":
        _keep([item for item in items if item not in real], config, items)
    elif os.environ["QT_QPA_PLATFORM"] != "xcb":
        for item in real:
            item.add_marker(pytest.mark.skip(reason="A real X server is needed (QT_QPA_PLATFORM=xcb)"))


def _keep(chosen: list[pytest.Item], config: pytest.Config, items: list[pytest.Item]) -> None:
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def _refuse_network(event: str, arguments: tuple) -> None:
    """Refuse what leaves the process by the internet's protocols; a path names a socket of this machine's own."""
    if event in NAMING or (event in REACHING and not isinstance(arguments[-1], (str, bytes))):
        raise RuntimeError(f"a test opened the network: {event} {arguments!r}")


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_refuse_network)


def pytest_sessionfinish() -> None:
    """Empty the clipboard while there is still a Python that can let go of what was copied.

    WORKAROUND: on platforms without a clipboard, as offscreen, Qt keeps what was copied in a static object, which goes
    when the process ends and then calls a Python that is gone. On desktops it goes with the QApplication, in time.
    """
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the project, which is never part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("The folder ../shared is not here")
    return folder


def opened(places: Places) -> Library:
    """Return a library as commands open it: what others write to it comes at once, on the thread that asks."""
    return Library(places, post=lambda call: call())


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The folders of a library of the test's own."""
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def library(places: Places) -> Iterator[Library]:
    """A real library of the test's own, empty."""
    library = opened(places)
    yield library
    library.flush()
    library.close()


@pytest.fixture
def open_library(places: Places) -> Iterator[Callable[[], Library]]:
    """Open the test's library, as often as it likes; all are closed in the end."""
    made: list[Library] = []

    def make() -> Library:
        made.append(opened(places))
        return made[-1]

    yield make
    for library in made:
        library.close()


@pytest.fixture
def renew_pictures(request: pytest.FixtureRequest) -> bool:
    """Whether golden pictures are to be written anew instead of compared."""
    return request.config.getoption("--renew-pictures")


@pytest.fixture
def same_picture(renew_pictures):
    """Compare a QImage, to the last pixel, with the golden picture of a name; `dev.py pictures` draws those anew.

    Draw with QWidget.render into Format_RGB32, in bundled fonts and Fusion style: then every machine draws the same.
    """

    def compare(picture, name: str) -> None:
        from PySide6.QtGui import QImage

        picture = picture.convertToFormat(QImage.Format.Format_RGB32)
        path = ROOT / "tests" / "data" / "pictures" / f"{name}.png"
        golden = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32) if path.exists() else QImage()
        if picture == golden:
            return
        drawn = path if renew_pictures else ROOT / "build" / "pictures" / path.name
        drawn.parent.mkdir(parents=True, exist_ok=True)
        assert picture.save(str(drawn))
        if not renew_pictures:
            pytest.fail(f"the picture {name} is not the golden one: drawn {drawn}, expected {path}")

    return compare


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that nothing touches the developer's settings or library."""
    folder = tmp_path_factory.mktemp("home")
    places = {
        "HOME": folder,
        "USERPROFILE": folder,
        "APPDATA": folder / "roaming",
        "LOCALAPPDATA": folder / "local",
        "XDG_CONFIG_HOME": folder / ".config",
        "XDG_DATA_HOME": folder / ".local/share",
        "XDG_STATE_HOME": folder / ".local/state",
        "XDG_CACHE_HOME": folder / ".cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    (folder / "run").mkdir(mode=0o700)
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    return folder


@pytest.fixture(autouse=True)
def no_stray_log_lines(caplog: pytest.LogCaptureFixture):
    """Fail on a warning in the log. A test that expects one reads `caplog.messages`, then calls `caplog.clear()`."""
    yield
    stray = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert not stray, "stray log lines:\n" + "\n".join(stray)


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest):
    """Fail when a test leaves a thread, a process, a timer or a window behind, or a mouse button held."""
    threads_before = set(threading.enumerate())
    processes_before = set(multiprocessing.active_children())
    yield
    left = [] if "PySide6.QtCore" not in sys.modules else _left_by_qt()
    for thread in set(threading.enumerate()) - threads_before:
        if isinstance(thread, threading._DummyThread):
            continue  # Python's name for a thread of Qt's that once called Python
        thread.join(PATIENCE_S)
        if thread.is_alive():
            left.append(f"thread {thread.name}")
    for process in set(multiprocessing.active_children()) - processes_before:
        process.join(PATIENCE_S)
        if process.is_alive():
            left.append(f"process {process.name}")
            process.kill()
    assert not left, "left running: " + ", ".join(left)


def _left_by_qt() -> list[str]:
    """Return the windows, timers and threads of Qt that are still alive when it has done what it put off; end them."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
    from shiboken6 import isValid

    application = QCoreApplication.instance()
    if application is None:
        return []
    left = [] if QThreadPool.globalInstance().waitForDone(int(PATIENCE_S * 1000)) else ["work in the thread pool"]
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What is found is also ended, so that the next test is not blamed for it.
    for widget in application.topLevelWidgets() if hasattr(application, "topLevelWidgets") else []:
        if _is_ours(widget):
            left.append(f"window {widget!r}")
            widget.deleteLater()
    if hasattr(application, "mouseButtons") and application.mouseButtons():
        left.append("a held mouse button")
    for thing in [thing for thing in gc.get_objects() if isinstance(thing, QObject) and isValid(thing)]:
        if isinstance(thing, QTimer) and thing.isActive():
            left.append(f"timer {thing.objectName()} of {thing.parent()!r}")
            thing.stop()
        elif isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            left.append(f"thread {thing.objectName()}")
            thing.quit()
            thing.wait(int(PATIENCE_S * 1000))
    return left


def _is_ours(widget: object) -> bool:
    """Tell our windows from those that Qt keeps for itself, such as the frame it draws tool tips in."""
    return type(widget).__module__.startswith(("reader", "tests")) or widget.isVisible()
