"""The fixtures of conftest.py catch what they are there to catch: each bad test below fails, each good one passes."""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

HERE = Path(__file__).parent

SUITE = """
import logging, multiprocessing, os, socket, threading, time, warnings
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_bad_warning(): warnings.warn("old", DeprecationWarning)
def test_bad_log_line(): logging.getLogger("reader").warning("stray")
def test_bad_qt_message(qapp): qWarning(b"stray")
def test_bad_connection(): socket.create_connection(("127.0.0.1", 9))
def test_bad_name_lookup(): socket.getaddrinfo("localhost", 80)
def test_bad_thread():
    event = threading.Event()
    threading.Thread(target=event.wait, args=(60,), daemon=True).start()
def test_bad_process():
    process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,), daemon=True)
    process.start()
def test_bad_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)
def test_bad_window(qapp):
    kept.append(QWidget())
    kept[-1].show()
def test_bad_qt_thread(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_good_log_line(caplog):
    logging.getLogger("reader").warning("expected")
    assert caplog.messages == ["expected"]
    caplog.clear()
def test_good_thread_that_ends(): threading.Thread(target=time.sleep, args=(0.01,)).start()
def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
def test_good_home(home):
    assert os.path.expanduser("~") == os.environ["HOME"] == str(home) and not os.listdir(os.path.join(home, "run"))
@pytest.mark.real_window
def test_skipped_without_a_screen(): pass
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The outcome of each test of the suite above, by name: passed, failure, error or skipped."""
    folder = tmp_path_factory.mktemp("suite")
    shutil.copy(HERE / "conftest.py", folder)
    (folder / "test_suite.py").write_text(SUITE, encoding="utf-8")
    # The rules of the project, and its patience cut short: here the things that are waited for never end.
    conftest = (folder / "conftest.py").read_text(encoding="utf-8").replace("PATIENCE_S = 10 ", "PATIENCE_S = 0.5 ")
    (folder / "conftest.py").write_text(conftest, encoding="utf-8")
    report = folder / "report.xml"
    rules = ["-c", HERE.parent / "pyproject.toml", "--rootdir", folder, "-p", "no:cacheprovider"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *rules, f"--junitxml={report}", folder],
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    outcomes = {}
    for case in ET.parse(report).iter("testcase"):
        outcomes.setdefault(case.get("name"), set()).update({child.tag for child in case if child.tag != "system-err"})
    return outcomes


@pytest.mark.parametrize(
    "name",
    [
        "warning",
        "log_line",
        "qt_message",
        "connection",
        "name_lookup",
        "thread",
        "process",
        "timer",
        "window",
        "qt_thread",
    ],
)
def test_what_must_not_happen_fails_the_test(results, name):
    assert results[f"test_bad_{name}"] & {"failure", "error"}


@pytest.mark.parametrize("name", ["log_line", "thread_that_ends", "window", "home"])
def test_what_is_in_order_passes(results, name):
    assert not results[f"test_good_{name}"] & {"failure", "error", "skipped"}


def test_a_real_window_is_skipped_where_there_is_no_screen(results):
    assert "skipped" in results["test_skipped_without_a_screen"]
