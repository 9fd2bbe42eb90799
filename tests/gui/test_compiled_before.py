"""What was compiled before is the same as what is compiled now, and never in the way."""

import builtins
import dataclasses
import enum
import re
import subprocess
import sys
from dataclasses import dataclass

import pytest

from reader.gui.compiled_before import CompiledBefore

PATTERNS = [
    (r"(?P<year>\d{4})-(\d\d)", 0),
    (r"[\u0621-\u064a]+|[^\W\d_]{2,}?", re.IGNORECASE),
    ("(?x) a  b # كلام\n", re.VERBOSE | re.MULTILINE),
    (r"(?<!\d)(?:(a)|b)*+(?(1)c|d)", re.ASCII),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "compiled"


class Run:
    """One start of the program, as far as compiling goes."""

    def __init__(self, path):
        self.before = CompiledBefore(path)

    def __enter__(self):
        re.purge()
        self.before.begin()
        return self.before

    def __exit__(self, *_):
        self.before.end()
        re.purge()


def expressions():
    return [re.compile(pattern, flags) for pattern, flags in PATTERNS]


def facts(made):
    text = "2024-03 و 1999-12 Ab ab كلام abab bd ac"
    return [(each.pattern, each.flags, each.groups, dict(each.groupindex), each.findall(text)) for each in made]


def value():
    @dataclass(frozen=True, slots=True)
    class Value:
        """A value of a test."""

        name: str
        number: int = 3

    return Value


def test_expressions_are_the_same_the_first_time_and_every_time(path):
    usual = facts(expressions())
    for _ in range(3):
        with Run(path):
            assert facts(expressions()) == usual


def test_dataclasses_are_the_same_the_first_time_and_every_time(path):
    for _ in range(3):
        with Run(path):
            made = value()
        assert repr(made("a")).endswith("Value(name='a', number=3)")
        assert made("a") == made("a", 3) != made("b")
        assert hash(made("a")) == hash(made("a"))
        with pytest.raises(dataclasses.FrozenInstanceError):
            made("a").name = "b"
        with pytest.raises(TypeError):
            made()


def test_a_second_start_compiles_nothing_anew(path):
    with Run(path) as first:
        expressions()
        value()
    assert path.is_file()
    with Run(path) as second:
        expressions()
        value()
        assert not second._is_new
    assert set(second._kept) == set(first._kept)


def test_a_pattern_that_is_wrong_is_as_wrong_as_ever(path):
    with Run(path), pytest.raises(re.error, match="unterminated"):
        re.compile("(")


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"i\x01\x00\x00\x00", b"("])
def test_a_damaged_file_is_as_good_as_none(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with Run(path):
        assert facts(expressions())
    with Run(path) as second:
        expressions()
        assert not second._is_new


def test_what_another_python_kept_is_not_used(path, monkeypatch):
    with Run(path):
        expressions()
    monkeypatch.setattr(sys, "version", "another")
    with Run(path) as other:
        assert not other._kept
        expressions()


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path):
    (tmp_path / "file").touch()
    with Run(tmp_path / "file" / "compiled"):
        assert facts(expressions())


def test_everything_is_as_before_afterwards(path):
    compile_before, expression = builtins.compile, re._compiler.compile
    with Run(path):
        pass
    assert builtins.compile is compile_before
    assert re._compiler.compile is expression
    assert not hasattr(dataclasses, "exec")


def test_qt_can_be_imported_by_what_was_kept(path):
    program = f"""
import pathlib, sys
from reader.gui.compiled_before import CompiledBefore
before = CompiledBefore(pathlib.Path({str(path)!r}))
before.begin()
from PySide6 import QtWidgets
print(QtWidgets.QLabel.__init__.__doc__, before._is_new)
before.end()
"""
    told = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert [words[-1] for words in told] == ["True", "False"]
    assert told[0][:-1] == told[1][:-1]


def test_enumerations_of_flags_can_be_patterns_flags(path):
    assert isinstance(re.IGNORECASE, enum.IntFlag)
    with Run(path):
        assert re.compile("a", re.IGNORECASE).match("A")
