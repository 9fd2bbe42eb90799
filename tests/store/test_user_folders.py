import platformdirs
import pytest

from reader.store.user_folders import user_folder

KINDS = ("data", "config", "state", "cache")


def named_by_platformdirs(kind):
    return getattr(platformdirs, f"user_{kind}_path")("hamish", appauthor=False)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, "", "relative/folder", "/elsewhere"])
def test_folders_are_those_that_platformdirs_names(kind, value, monkeypatch):
    name = f"XDG_{kind.upper()}_HOME"
    monkeypatch.delenv(name, raising=False)
    if value is not None:
        monkeypatch.setenv(name, value)

    assert user_folder(kind) == named_by_platformdirs(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_on_other_systems_platformdirs_is_asked(kind, monkeypatch):
    monkeypatch.setattr("reader.store.user_folders._SYSTEM", "other")

    assert user_folder(kind) == named_by_platformdirs(kind)
