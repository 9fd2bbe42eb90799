import sys
from pathlib import Path

import pytest

from reader.__main__ import Start, main, system_language, understand


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ([], Start()),
        (["مقال.txt", "b.html"], Start(rest=("مقال.txt", "b.html"))),
        (["list", "--json"], Start(rest=("list", "--json"))),
        (["--lang", "ar", "list"], Start(language="ar", rest=("list",))),
        (["--lang=en"], Start(language="en")),
        (["--measure-startup"], Start(measures=True)),
        (["--library", "/a b/مكتبة", "show", "x"], Start(library=Path("/a b/مكتبة"), rest=("show", "x"))),
        (["--library=/a=b", "list"], Start(library=Path("/a=b"), rest=("list",))),
        (["--help"], Start(rest=("--help",))),
        (["-h"], Start(rest=("-h",))),
        (["--", "--odd", "list"], Start(rest=("./--odd", "./list"))),
        (["list", "--library", "x"], Start(rest=("list", "--library", "x"))),
    ],
)
def test_options_before_a_command_are_told_from_it(arguments, start):
    assert understand(arguments) == start


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"], ["-v"], ["-"], ["--library"], ["--library="], ["--library", ""], ["--lang"], ["--lang", "fr"],
        ["--lang="], ["--measure-startup=yes"],
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_and_ends_with_2(arguments, capsys):
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("hamish: ")


def test_a_relative_library_does_not_move_with_the_folder_we_are_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert understand(["--library", "here"]) == Start(library=tmp_path / "here")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "", "LANG": "ar_EG.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ar", "LANG": "de_DE"}, "ar"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "en"),
    ],
)
def test_commands_speak_arabic_where_the_system_does(variables, language, monkeypatch):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert system_language() == language


def test_a_command_runs_in_the_library_that_was_named(tmp_path, capsys):
    library = tmp_path / "مكتبتي الأولى"

    assert main(["--library", str(library), "--lang", "ar", "list", "--json"]) == 0
    assert main(["--library", str(library), "--lang", "ar", "show", "f00d"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "f00d" in printed.err


def test_a_word_that_is_no_file_is_told_to_be_no_command(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit, match="2"):
        main(["--library", str(tmp_path / "مكتبة"), "--lang", "ar", "improt", "a.html"])
    told = capsys.readouterr().err
    assert "improt" in told
    assert all(name in told for name in ("import", "highlight", "restore", "backups"))


def test_without_a_screen_a_window_is_refused_and_nothing_crashes(tmp_path, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert main(["--library", str(tmp_path / "مكتبة"), "--lang", "en", str(tmp_path / "a.html")]) == 1
    assert "hamish --help" in capsys.readouterr().err
    assert not (tmp_path / "مكتبة").exists()
