import pytest

from reader.gui.jobs.change_settings import ChangeSettings
from reader.settings import Settings, SettingsFile


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / "settings.json")


def test_a_change_is_told_with_what_was_before(qtbot, file):
    change = ChangeSettings(file, Settings())
    with qtbot.waitSignal(change.changed) as changed:
        change.change("theme", "night")
    assert [settings.theme for settings in changed.args] == ["system", "night"]
    change.keep()
    assert file.load().theme == "night"


def test_the_same_value_again_changes_nothing(qtbot, file):
    change = ChangeSettings(file, Settings())
    with qtbot.assertNotEmitted(change.changed):
        change.change("theme", "system")
    assert not change._later.isActive()


def test_a_burst_is_written_once_by_itself(qtbot, file):
    change = ChangeSettings(file, Settings())
    for size in range(21, 30):
        change.change("text_size", size)
    assert not file.path.exists()
    qtbot.waitUntil(file.path.exists)
    assert file.load().text_size == 29


def test_the_size_goes_through_its_steps_and_stops_at_the_ends():
    change = ChangeSettings(None, Settings())
    for _ in range(20):
        change.step_text_size(1)
    assert change.settings.text_size == 40
    for _ in range(20):
        change.step_text_size(-1)
    assert change.settings.text_size == 14
    change.step_text_size(0)
    assert change.settings.text_size == 20
    change.keep()


def test_settings_that_cannot_be_kept_are_still_used(qtbot, tmp_path):
    (tmp_path / "file").touch()
    change = ChangeSettings(SettingsFile(tmp_path / "file" / "settings.json"), Settings())
    change.change("theme", "night")
    with qtbot.waitSignal(change.not_kept) as told:
        change.keep()
    assert told.args[0].key == "disk.failed"
    assert change.settings.theme == "night"
