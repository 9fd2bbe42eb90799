import sys

import pytest

from reader.gui.crash import NATIVE_LOG, CrashHandler

SECRET = "كلام القارئ"


@pytest.fixture
def handler(tmp_path, monkeypatch):
    monkeypatch.setattr("faulthandler.enable", lambda file: None)  # pytest's own keeps watching
    monkeypatch.setattr("faulthandler.disable", lambda: None)
    handler = CrashHandler(tmp_path / "state")
    handler.install()
    yield handler
    handler.close()


def fail(words):
    try:
        {}[words]
    except LookupError:
        sys.excepthook(*sys.exc_info())


def test_an_uncaught_error_is_reported_and_shown(handler, capsys):
    shown = []
    handler.show_with(shown.append)
    fail(SECRET)
    (report,) = shown
    assert report.kind == "KeyError"
    assert report.path.read_text(encoding="utf-8") == report.text
    assert "PySide6" in report.text
    assert "in fail" in report.text
    capsys.readouterr()


def test_a_report_never_holds_what_the_reader_reads(handler, capsys):
    shown = []
    handler.show_with(shown.append)
    fail(SECRET)
    assert SECRET not in shown[0].text
    assert SECRET not in capsys.readouterr().err


def test_the_same_error_is_shown_once(handler, capsys):
    shown = []
    handler.show_with(shown.append)
    for _ in range(3):
        fail("")
    assert len(shown) == 1
    capsys.readouterr()


def test_closing_gives_the_hook_back(tmp_path):
    before = sys.excepthook
    handler = CrashHandler(tmp_path)
    handler.close()
    assert sys.excepthook is before


def test_a_crash_below_python_is_noticed_at_the_next_start(tmp_path):
    (tmp_path / NATIVE_LOG).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    handler = CrashHandler(tmp_path)
    assert handler.previous.kind == "native"
    assert "Segmentation fault" in handler.previous.path.read_text(encoding="utf-8")
    assert CrashHandler(tmp_path).previous is None


def test_an_empty_native_log_is_no_crash(tmp_path):
    (tmp_path / NATIVE_LOG).touch()
    assert CrashHandler(tmp_path).previous is None


def test_without_a_place_for_reports_the_error_is_still_shown(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("faulthandler.enable", lambda file: None)
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    handler = CrashHandler(tmp_path / "state")
    handler.install()
    shown = []
    handler.show_with(shown.append)
    fail("")
    assert shown[0].path is None
    handler.close()
    capsys.readouterr()
