import json

import pytest

from reader.settings import Settings, SettingsFile


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / "config" / "settings.json")


def test_without_a_file_there_are_the_defaults(file):
    assert file.load() == Settings()


def test_what_is_saved_is_loaded(file):
    settings = Settings(language="ar", theme="sepia", text_size=24, line_spacing=1.1, hijri=True)
    file.save(settings)
    assert file.load() == settings


def test_a_setting_of_a_newer_version_survives(file):
    file.path.parent.mkdir()
    file.path.write_text('{"theme": "night", "gesture": {"swipe": true}}', encoding="utf-8")
    file.save(file.load())
    assert json.loads(file.path.read_text(encoding="utf-8"))["gesture"] == {"swipe": True}
    assert file.load().theme == "night"


@pytest.mark.parametrize("value", ['"big"', "true", "4", "4000", "null", "[20]"])
def test_a_value_that_makes_no_sense_is_left_out(file, value):
    file.path.parent.mkdir()
    file.path.write_text(f'{{"text_size": {value}, "theme": "sepia"}}', encoding="utf-8")
    assert file.load().text_size == Settings().text_size
    assert file.load().theme == "sepia"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]"])
def test_a_damaged_file_is_set_aside(file, content):
    file.path.parent.mkdir()
    file.path.write_bytes(content)
    assert file.load() == Settings()
    assert not file.path.exists()
    assert (file.path.parent / "settings.damaged.json").read_bytes() == content


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(file):
    file.path.parent.mkdir()
    for content in (b"one", b"two"):
        file.path.write_bytes(content)
        file.load()
    assert sorted(path.read_bytes() for path in file.path.parent.iterdir()) == [b"one", b"two"]


def test_saving_leaves_nothing_but_the_file(file):
    file.save(Settings())
    file.save(Settings(theme="night"))
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_counts_are_in_012_until_the_reader_chooses():
    assert Settings().count_digits == "latin"
    assert Settings(digits="arabic").count_digits == "arabic"
