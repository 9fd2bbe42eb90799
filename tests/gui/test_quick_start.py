"""Enumerations made quickly are the same as those that Python makes."""

import enum
import subprocess
import sys

import pytest

from reader.gui import quick_start
from reader.gui.quick_start import QuickEnums

PLAIN = [("Zero", 0), ("One", 1), ("Two", 2), ("Uno", 1), ("Both", 3), ("Four", 4)]
UNORDERED = [("Four", 4), ("One", 1), ("Many", -1), ("Two", 2)]


def made(base, members):
    return base("Made", members, boundary=enum.FlagBoundary.KEEP)


@pytest.fixture
def quick():
    quick = QuickEnums()
    quick.begin()
    yield quick
    quick.end()


def facts(one):
    first = next(iter(one))
    told = [
        one.__name__,
        one.__qualname__,
        [(member.name, member.value, repr(member), str(member), hash(member)) for member in one],
        {name: member.value for name, member in one.__members__.items()},
        len(one),
        [one(member.value) is member for member in one],
        [one[name] is member for name, member in one.__members__.items()],
        [getattr(one, name) is member for name, member in one.__members__.items()],
        first in one,
        isinstance(first, one),
        one.__mro__[1:],
        sorted(name for name in dir(one) if not name.startswith("__")),
    ]
    if issubclass(one, enum.Flag):
        everything = one(7)
        told += [
            repr(everything),
            [member.value for member in everything],
            (one.One | one.Two).value,
            (~one.One).value,
            (everything & one.Four) is one.Four,
            (one.One ^ one.One).value,
            bool(one(0)),
            one(64).value,
            one._flag_mask_,
            getattr(one, "_singles_mask_", None),  # since Python 3.11.4
            one._all_bits_,
        ]
    if issubclass(one, int):
        told += [first + 1, one.Two == 2, one.Two > 1]
    return told


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
@pytest.mark.parametrize("members", [PLAIN, UNORDERED])
def test_quick_and_usual_enumerations_are_the_same(base, members):
    usual = facts(made(base, members))
    quick = QuickEnums()
    quick.begin()
    try:
        assert facts(made(base, members)) == usual
    finally:
        quick.end()


@pytest.mark.usefixtures("quick")
def test_two_enumerations_share_nothing():
    one, other = made(enum.Enum, [("A", 1)]), made(enum.Enum, [("B", 1)])
    assert list(one.__members__) == ["A"]
    assert list(other.__members__) == ["B"]
    assert one.A != other.B


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("members", ["A B C", {"A": 1}, [("name", 1)], [("_sunder_", 1)], []])
def test_what_is_not_plain_is_made_as_ever(members):
    try:
        usual = list(enum.Enum("Made", members))
    except ValueError:
        return
    assert [member.value for member in usual] == list(range(1, len(usual) + 1))


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
def test_a_plain_enumeration_does_take_the_short_way(monkeypatch, base):
    taken = []
    monkeypatch.setattr(quick_start, "add_members", lambda made, names: taken.append(names))
    made(base, PLAIN)
    assert taken == [PLAIN]


def test_python_has_its_own_way_back_afterwards():
    before = enum.EnumType._create_
    quick = QuickEnums()
    quick.begin()
    quick.end()
    assert enum.EnumType._create_ == before


def test_all_of_qts_enumerations_are_the_same_either_way():
    """In processes of their own, for PySide6 makes each once."""
    program = """
import enum, sys
if sys.argv[1] == "quick":
    from reader.gui.quick_start import QuickStart
    QuickStart().begin()
from PySide6 import QtCore, QtGui, QtWidgets
for module in (QtCore, QtGui, QtWidgets):
    for name in sorted(dir(module)):
        for inner in sorted(vars(getattr(module, name, 0)).items() if isinstance(getattr(module, name), type) else ()):
            if isinstance(inner[1], enum.EnumType):
                members = [(key, member.value, member.name) for key, member in inner[1].__members__.items()]
                print(module.__name__, name, inner[0], inner[1].__mro__[1].__name__, members, len(inner[1]))
"""
    told = [
        subprocess.run([sys.executable, "-c", program, how], capture_output=True, encoding="utf-8", check=True).stdout
        for how in ("quick", "usual")
    ]
    assert told[0] == told[1]
    assert told[0].count("\n") > 300
